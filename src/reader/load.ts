import { type CheckOptions, checkContent } from '#domain/checks/index.ts';
import { type Catalog, createCatalog } from '#domain/catalog.ts';
import type { Content } from '#domain/content.ts';
import { type Fault, sortFaults } from '#domain/faults.ts';
import { watchCatalog, watchContent } from '#domain/reads.ts';
import { note } from './pages-read.ts';
import type { ParsedBefore } from './parsed-before.ts';
import { readContent } from './read-content.ts';
import { Shared } from './shared.ts';

export interface Loaded {
  content: Content;
  errors: Fault[];
  warnings: Fault[];
}

/** What was read and found good, and the catalogue that pages ask, which tells what they ask; see domain/reads.ts. */
export interface Stock {
  content: Content;
  catalog: Catalog;
}

export function stockOf(content: Content): Stock {
  return { content, catalog: watchCatalog(createCatalog(watchContent(content, note)), note) };
}

/** A build reads once, for its checks, its sitemap and its pages. */
export const sharedStock = new Shared<Stock>('stock');

/** Reads everything and checks that it agrees. A file that cannot be read is not also blamed for being missing. */
export function loadContent(contentDir: string, dataDir: string, options: CheckOptions, before?: ParsedBefore): Loaded {
  const { content, faults } = readContent(contentDir, dataDir, before);
  const tableMissing = content.unreadable.some(({ id }) => id === undefined);
  const all = sortFaults([...faults, ...(tableMissing ? [] : checkContent(content, options))]);
  return {
    content,
    errors: all.filter(({ severity }) => severity === 'error'),
    warnings: all.filter(({ severity }) => severity === 'warning'),
  };
}
