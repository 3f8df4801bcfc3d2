import { type PageKind, pageKindNames } from '#schemas/kinds.ts';
import { type TablePage, tablePages } from '#schemas/page-changes.ts';
import type { Change } from '#schemas/primitives.ts';
import type { Catalog } from '../model/catalog.ts';
import type { ChangedRef } from './urls.ts';

/** A page that tells its changes: one with a header, or one drawn from tables. */
export interface ChangedPage {
  ref: ChangedRef;
  title: string;
  /** Pages drawn from tables have none. */
  summary?: string | undefined;
  published: string;
  updated: string;
  /** In the order of their dates. */
  changes: readonly Change[];
}

/** What changed on a page drawn from tables. */
export const tableChanges = ({ pageChanges }: Pick<Catalog, 'pageChanges'>, page: TablePage): Change[] =>
  pageChanges
    .filter((change) => change.page === page)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** Pages with a header of these kinds, in the order of the catalogue. */
export function writtenPages(catalog: Catalog, kinds: readonly PageKind[]): ChangedPage[] {
  return kinds.flatMap((kind) => catalog[kind].map(({ id, data }) => ({ ref: { kind, id }, ...data })));
}

/** Every page that tells its changes; those drawn from tables come last, where something of theirs has changed. */
export function changedPages(catalog: Catalog): ChangedPage[] {
  const drawn = (Object.keys(tablePages) as TablePage[]).flatMap((id): ChangedPage[] => {
    const changes = tableChanges(catalog, id);
    const [first] = changes;
    const last = changes.at(-1);
    if (!first || !last || !catalog.has(id)) return [];
    const { label: title } = tablePages[id];
    return [{ ref: { kind: 'tables', id }, title, published: first.date, updated: last.date, changes }];
  });
  return [...writtenPages(catalog, pageKindNames), ...drawn];
}
