import { createCatalog } from '#domain/catalog.ts';
import type { Content } from '#domain/content.ts';
import { watchCatalog, watchContent } from '#domain/reads.ts';
import { ContentError } from '#domain/faults.ts';
import { contentDir, dataDir } from '#reader/folders.ts';
import { note } from '#reader/pages-read.ts';
import { loadContent, sharedContent } from '#reader/load.ts';

/** Everything that was written, agreed with itself. Pages ask here for every number, label and address. */
export const catalog = watchCatalog(createCatalog(watchContent(sharedContent() ?? checkedContent(), note)), note);

function checkedContent(): Content {
  // Whether a date is still to come is asked by `npm run check` before a build; no page depends on the clock.
  const { content, errors } = loadContent(contentDir, dataDir, { now: '9999-12-31 23:59' });
  if (errors.length > 0) throw new ContentError(errors);
  return content;
}
