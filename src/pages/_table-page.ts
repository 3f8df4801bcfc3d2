import { tableChanges } from '#domain/site/changed-pages.ts';
import { correctionsOf } from '#domain/site/corrections.ts';
import { webPage } from '#domain/site/structured-data.ts';
import type { TablePage } from '#schemas/page-changes.ts';
import { catalog } from '#catalog';
import { absolute, urls } from '#site';

/** What programs are told of a page drawn from tables: the errors that were mended on it. */
export function mendedOn(page: TablePage) {
  const changes = tableChanges(catalog, page);
  return correctionsOf(changes).length > 0 ? [webPage(absolute(urls.fixed(page)), changes)] : [];
}
