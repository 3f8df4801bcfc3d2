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
}

/** places/wulajie/index.html → places/wulajie/ , as readers ask for it. */
export const addressOf = (url: string) => url.replace(/(^|\/)index\.html$/, '$1');

/** The question and result pages of the checker are a thousand and much alike: they travel as one file of shared pieces. */
export const bundleFile = 'offline/checker.json';
export interface Bundle {
  pieces: string[];
  /** Pieces of each page by its address below the base. */
  pages: Record<string, number[]>;
}

/** Cut before the tags that begin a block, so that equal blocks of different pages meet. */
const cut = /(?=<(?:section|article|nav|header|footer|script|style|main|li|details|meta|link|svg|ul|ol|p|h[1-4])\b)/;

export function bundlePages(pages: ReadonlyMap<string, string>): Bundle {
  const numbers = new Map<string, number>();
  const numberOf = (piece: string) => {
    const known = numbers.get(piece) ?? numbers.size;
    numbers.set(piece, known);
    return known;
  };
  const lists = [...pages].map(([address, html]) => [address, html.split(cut).map(numberOf)] as const);
  return { pieces: [...numbers.keys()], pages: Object.fromEntries(lists) };
}

export function pageFrom({ pieces, pages }: Bundle, address: string): string | undefined {
  return pages[address]?.map((number) => pieces[number]).join('');
}
