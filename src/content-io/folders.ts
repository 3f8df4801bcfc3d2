import { join, resolve } from 'node:path';

// A setting that is there but empty (OUT_DIR=) is not set.

/** The folder of a city: its content, its data, the addresses it published and who runs the site. */
const cityDir = process.env['CITY_DIR'] || 'src';
/** Where the content is read from; CONTENT_DIR takes another tree of the same shape. */
export const contentDir = resolve(process.env['CONTENT_DIR'] || join(cityDir, 'content'));
/** Where the tables are read from; DATA_DIR takes others, as the benchmark does. */
export const dataDir = resolve(process.env['DATA_DIR'] || join(cityDir, 'data'));
/** Where the built site goes. */
export const outDir = resolve(process.env['OUT_DIR'] || 'dist');
