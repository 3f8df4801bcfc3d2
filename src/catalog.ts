import type { Content } from '#domain/content.ts';
import { ContentError } from '#domain/faults.ts';
import { contentDir, dataDir } from '#reader/folders.ts';
import { loadContent, sharedStock, stockOf } from '#reader/load.ts';

/** Everything that was written, agreed with itself. Pages ask here for every number, label and address. */
export const { catalog } = sharedStock.value ?? stockOf(checkedContent());

function checkedContent(): Content {
  // Whether a date is still to come is asked by `npm run check` before a build; no page depends on the clock.
  const { content, errors } = loadContent(contentDir, dataDir, { now: '9999-12-31 23:59' });
  if (errors.length > 0) throw new ContentError(errors);
  return content;
}
