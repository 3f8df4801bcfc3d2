import { type PageKind, pageKindNames } from '#schemas/kinds.ts';
import { type Settings, type SettingsName, settingsNames } from '#schemas/city.ts';
import type { PageData } from '#schemas/entries.ts';
import { type PermitModel, type PermitTable, permitTableNames } from '#schemas/permit.ts';
import { type TableData, tableNames } from '#schemas/tables.ts';
import { required } from './by-id.ts';
import { byName } from './by-name.ts';
import type { Content, ContentKind, Entry, PageEntries, TableRows, Written } from './types.ts';

export type Known = Pick<ReadonlySet<string>, 'has' | 'size'>;

/** Ids one may point at, whether or not the file could be read; of a whole table that could not be read, any id. */
export function knownIds(content: Content, kind: Exclude<ContentKind, 'permit' | 'settings'>): Known {
  const broken = content.unreadable.filter((file) => file.kind === kind).map(({ id }) => id);
  if (broken.includes(undefined)) return { has: () => true, size: Infinity };
  return new Set([...content[kind], ...broken.map((id) => ({ id }))].map(({ id }) => id));
}

/** Whether there is a page of a kind with that id. */
export function entryFinder(content: Content): (kind: string, id: string) => boolean {
  const ids = new Map<string, Known>(pageKindNames.map((kind) => [kind, knownIds(content, kind)]));
  return (kind, id) => ids.get(kind)?.has(id) ?? false;
}

/** Whether something is there, or may be there, that could not be read: what follows from it is not known. */
export function isUnread(content: Content, kind: ContentKind, ids?: Iterable<string>): boolean {
  const broken = content.unreadable.filter((file) => file.kind === kind);
  if (ids === undefined || broken.some(({ id }) => id === undefined)) return broken.length > 0;
  return broken.length > 0 && [...ids].some((one) => broken.some(({ id }) => id === one));
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
  const data = (rows: readonly { data: unknown }[]) => rows.map((row) => row.data);
  return {
    ...byName<PageEntries>(pageKindNames, (kind: PageKind) => content[kind]),
    ...byName<TableRows>(tableNames, (name: keyof TableData) => data(content[name])),
    settings: settingsOf(content),
    sources: content.sources.map((row) => ({ id: row.id, ...row.data })),
    permit: byName<PermitModel>(permitTableNames, (name: PermitTable) => data(content.permit[name])),
  };
}

/** City, document and words; the checks do not run without them. */
export function settingsOf({ settings }: Pick<Content, 'settings'>): Settings {
  return byName<Settings>(settingsNames, (name: SettingsName) => required(settings[name], '文件', name).data);
}
