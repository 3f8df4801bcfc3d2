import { type PageKind, pageKindNames } from '#schemas/kinds.ts';
import type { PageData } from '#schemas/entries.ts';
import { type PermitModel, type PermitTable, permitTables } from '#schemas/permit.ts';
import type { Content, ContentKind, Entry, Written } from './types.ts';

/** Ids one may point at, whether or not the file could be read. */
export function knownIds(content: Content, kind: Exclude<ContentKind, 'permit'>): Set<string> {
  const broken = content.unreadable.flatMap((file) => (file.kind === kind ? (file.id ?? []) : []));
  return new Set([...content[kind].map(({ id }) => id), ...broken]);
}

/** Entries of each kind, located or not. */
type Pages = { readonly [K in PageKind]: readonly Entry<PageData[K]>[] };
/** An entry of any kind, with its kind. */
type OneOf<P extends Pages> = { [K in PageKind]: { kind: K; entry: P[K][number] } }[PageKind];
export type PageEntry = OneOf<Pages>;

/** Every entry that has a page of its own, kind by kind. */
export function pageEntries<P extends Pages>(pages: P): OneOf<P>[] {
  return pageKindNames.flatMap((kind) => pages[kind].map((entry) => ({ kind, entry }) as OneOf<P>));
}

/** What was written without its place in the files: what the catalogue is made of. */
export function writtenOf(content: Content): Written {
  const { policies, places, clusters, cases, sources, permit } = content;
  const dataOf = <T>(rows: readonly { data: T }[]): T[] => rows.map(({ data }) => data);
  const tables = Object.keys(permitTables) as PermitTable[];
  return {
    policies,
    places,
    clusters,
    cases,
    sources: sources.map(({ id, data }) => ({ id, ...data })),
    clauses: dataOf(content.clauses),
    glossary: dataOf(content.glossary),
    targets: dataOf(content.targets),
    everydayWords: dataOf(content.everydayWords),
    diagramLines: dataOf(content.diagramLines),
    diagramStations: dataOf(content.diagramStations),
    unknownStatus: dataOf(content.unknownStatus),
    permit: Object.fromEntries(tables.map((table) => [table, dataOf<object>(permit[table])])) as unknown as PermitModel,
  };
}
