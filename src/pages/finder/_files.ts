import { searchFiles } from '#outputs/search-index.ts';
import { catalog } from '#catalog';
import { listPages } from '#site';
import { finderAhead } from '../../finder-ahead.ts';

export const { version, files } = (await finderAhead.value) ?? searchFiles(catalog, listPages);
