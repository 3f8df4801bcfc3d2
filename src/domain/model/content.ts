import { type PageKind, pageKindNames } from '#schemas/kinds.ts';
import { type Settings, type SettingsName, settingsNames } from '#schemas/city.ts';
import type { PageData } from '#schemas/entries.ts';
import { type PermitModel, type PermitTable, permitTableNames } from '#schemas/permit.ts';
import { type TableData, tableNames } from '#schemas/tables.ts';
import { required } from './by-id.ts';
import { byName } from './by-name.ts';
import type { Content, ContentKind, Entry, PageEntries, TableRows, Written } from './types.ts';

/** Ids one may point at, whether or not the file could be read. */
export function knownIds(content: Content, kind: Exclude<ContentKind, 'permit' | 'settings'>): Set<string> {
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
