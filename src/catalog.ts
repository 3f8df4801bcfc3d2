import { join } from 'node:path';
import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';
import { contentDir, dataDir } from '#content-io/folders.ts';
import { parseMdx } from '#content-io/mdx.ts';
import { hasFiles, hasRows, needSettings } from '#content-io/read.ts';
import { compareText } from '#domain/guidance/order.ts';
import { createCatalog } from '#domain/model/catalog.ts';
import type { Entry, PageEntries, TableRows } from '#domain/model/types.ts';
import type { PageData } from '#schemas/entries.ts';
import { type PageKind, pageKindNames } from '#schemas/kinds.ts';
import { type PermitModel, type PermitTable, permitTableNames, permitTables } from '#schemas/permit.ts';
import { type TableData, tableNames, tables } from '#schemas/tables.ts';

/** Everything that was written, sorted and joined. Pages ask here for every number, label and address. */
export const catalog = createCatalog({
  ...(await each<PageEntries>(pageKindNames, pages)),
  ...(await each<TableRows>(tableNames, (name: keyof TableData) => rows(name, tables[name].file))),
  settings: needSettings(dataDir),
  sources: hasFiles(contentDir, 'sources')
    ? (await getCollection('sources')).map(({ id, data }) => ({ id, ...data }))
    : [],
  permit: await each<PermitModel>(permitTableNames, (name: PermitTable) =>
    rows(permitCollection(name), join('permit', permitTables[name].file)),
  ),
});

/** What `load` gives for each name, by name. */
async function each<T extends object>(names: readonly (keyof T & string)[], load: (name: never) => Promise<unknown>) {
  const loaded = names.map(async (name) => [name, await load(name as never)] as const);
  return Object.fromEntries(await Promise.all(loaded)) as T;
}

async function pages(kind: PageKind): Promise<Entry<PageData[PageKind]>[]> {
  // Astro warns of an empty collection at every build.
  const entries = hasFiles(contentDir, kind) ? await getCollection<PageKind>(kind) : [];
  return entries.map(({ id, data, body = '', filePath: path = '' }) => ({
    id,
    path,
    data,
    body: parseMdx(body, path, 1).body,
  }));
}

/** Rows in the order of their file, which their ids count. */
async function rows<K extends CollectionKey>(table: K, file: string): Promise<CollectionEntry<K>['data'][]> {
  if (!hasRows(dataDir, file)) return [];
  const entries = await getCollection(table);
  return entries.toSorted((a, b) => compareText(a.id, b.id)).map(({ data }) => data);
}

/** rules → permitRules. */
function permitCollection<K extends PermitTable>(name: K): `permit${Capitalize<K>}` {
  return `permit${name.charAt(0).toUpperCase()}${name.slice(1)}` as `permit${Capitalize<K>}`;
}
