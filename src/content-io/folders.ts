import { resolve } from 'node:path';

// A setting that is there but empty (OUT_DIR=) is not set.

/** Where the content is read from; CONTENT_DIR takes another tree of the same shape. */
export const contentDir = resolve(process.env['CONTENT_DIR'] || 'src/content');
/** Where the tables are read from; DATA_DIR takes others, as the benchmark does. */
export const dataDir = resolve(process.env['DATA_DIR'] || 'src/data');
/** Where the built site goes. */
export const outDir = resolve(process.env['OUT_DIR'] || 'dist');
