import { relative } from 'node:path';
import type { DataStore, Loader, LoaderContext } from 'astro/loaders';

import type { PageKind } from '#schemas/kinds.ts';
import { type PermitTable, permitTables } from '#schemas/permit.ts';
import { type TableData, tables } from '#schemas/tables.ts';
import { readText } from '#content-io/files.ts';
import { contentDir, dataDir } from '#content-io/folders.ts';
import { readCityIds, readPages, readPermitTable, readSources, readTable, splitFrontMatter } from '#content-io/read.ts';

/**
 * Loaders of Astro's content layer over our own reader, so that a fault is named in Chinese with its line. What cannot be
 * read is left out here, in `astro dev` as it was before; the content check (content-check.ts) names it.
 */

/** All pages of one kind; `body` is the prose as it was written. */
export function pageLoader(kind: PageKind): Loader {
  return loader(kind, contentDir, (store, digest) => {
    const { items, unreadable } = readPages(contentDir, kind, readCityIds(dataDir));
    keepOnly(store, [...items, ...unreadable]);
    for (const { id, path, data } of items) {
      const text = readText(path);
      const body = typeof text === 'string' ? (splitFrontMatter(text)?.prose ?? '') : '';
      store.set({ id, data, body, filePath: path, digest: digest({ data, body }) });
    }
  });
}

export function sourceLoader(): Loader {
  return loader('sources', contentDir, (store, digest) => {
    const { items, unreadable } = readSources(contentDir);
    keepOnly(store, [...items, ...unreadable]);
    for (const { id, path, data } of items) store.set({ id, data, filePath: path, digest: digest(data) });
  });
}

/** One table of src/data/, a row an entry. Collections have no order of their own: a row's place in the file is its id. */
export function tableLoader(name: keyof TableData): Loader {
  return loader(tables[name].file, dataDir, (store) => {
    setRows(store, readTable(dataDir, name));
  });
}

/** One table of the checker, src/data/permit/. */
export function permitLoader(name: PermitTable): Loader {
  return loader(permitTables[name].file, dataDir, (store) => {
    setRows(store, readPermitTable(dataDir, name));
  });
}

function loader(
  name: string,
  folder: string,
  load: (store: DataStore, digest: (data: Record<string, unknown>) => string) => void,
): Loader {
  return {
    name: `content-io ${name}`,
    load: (context: LoaderContext) => {
      const { store, watcher } = context;
      const sync = () => {
        load(store, (data) => context.generateDigest(data));
      };
      sync();
      watcher?.add(folder);
      watcher?.on('all', (_event, file) => {
        if (!relative(folder, file).startsWith('..')) sync();
      });
      return Promise.resolve();
    },
  };
}

function keepOnly(store: DataStore, items: readonly { id?: string }[]): void {
  const ids = new Set(items.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
}

function setRows(store: DataStore, { items, unreadable }: { items: { data: object }[]; unreadable: unknown[] }) {
  if (unreadable.length > 0) return;
  store.clear();
  for (const [place, { data }] of items.entries()) {
    store.set({ id: String(place).padStart(6, '0'), data: data as Record<string, unknown> });
  }
}
