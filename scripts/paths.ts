import { resolve } from 'node:path';

/** Where the content is read from; CONTENT_DIR takes another tree of the same shape. */
export const contentDir = resolve(process.env['CONTENT_DIR'] ?? 'src/content');
export const dataDir = resolve('src/data');
/** Where the built site goes. */
export const outDir = resolve(process.env['OUT_DIR'] ?? 'dist');
