import { searchFiles } from '#search/index/search-files.ts';
import { catalog } from '#catalog';
import { listPages } from '#site';

export const { version, files } = searchFiles(catalog, listPages);
