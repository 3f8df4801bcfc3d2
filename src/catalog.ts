import { resolve } from 'node:path';
import { createCatalog } from '#domain/catalog.ts';
import { ContentError } from '#domain/faults.ts';
import { loadContent } from '#reader/load.ts';

const { content, errors } = loadContent(
  resolve(process.env['CONTENT_DIR'] ?? 'src/content'),
  resolve('src/data'),
  // Whether a date is still to come is asked by `npm run check` before a build; no page depends on the clock.
  { now: '9999-12-31 23:59' },
);
if (errors.length > 0) throw new ContentError(errors);

/** Everything that was written, agreed with itself. Pages ask here for every number, label and address. */
export const catalog = createCatalog(content);
