/** What is kept on a reader's device (离线阅读), and under which names. Used by the worker, the pages and the build. */

/** A portal may keep caches of its own on the same host, so the folder of the site is part of the name. */
export const storeName = (base: string) => `towns ${base}`;
/** Pages outside the list, kept because they were opened. */
export const visitedName = (base: string) => `towns visited ${base}`;
/** Set to "off" on a device whose reader wants nothing kept. */
export const offlineChoice = 'offline';

/** One file of the list: its path below the base, and a hash of its contents. */
export interface StoredFile {
  url: string;
  revision: string;
  /** Paths of what it holds, where it is a bundle: each is kept by itself. */
  holds?: string[];
}

/** Files that travel together: their text by path. Pages are much alike, so together they pack into a part of what they would alone. */
export type Bundle = Record<string, string>;

/** The bundle that a page or a file of search travels in: one for each folder, and one for what lies above them. */
export function bundleOf(url: string): string {
  const [folder = '', ...below] = url.split('/');
  return `offline/${below.length > 1 ? folder : 'site'}.json`;
}

/** places/wulajie/index.html → places/wulajie/ , as readers ask for it. */
export const addressOf = (url: string) => url.replace(/(^|\/)index\.html$/, '$1');
