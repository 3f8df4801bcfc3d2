/** What is kept on a reader's device (离线阅读), and under which names. Used by the worker, the pages and the build. */

/** A portal may keep caches of its own on the same host, so the folder of the site is part of the name. */
export const storeName = (base: string) => `towns ${base}`;
/** Pages outside the list, kept because they were opened. */
export const visitedName = (base: string) => `towns visited ${base}`;
/** Set to "off" on a device whose reader wants nothing kept, to "on" where a reader who saves data wants all of it. */
export const offlineChoice = 'offline';
/** When keeping the site last failed, and how often (Attempts as JSON). */
export const offlineAttempts = 'offline attempts';

/** One file of the list: its path below the base, and a hash of its contents. */
export interface StoredFile {
  url: string;
  revision: string;
  /** Bytes it takes on the device, and bytes it takes on the way where the server packs with gzip. */
  size: number;
  sent: number;
  /** Paths of what it holds, where it is a bundle: each is kept by itself. */
  holds?: string[];
}

/** What a page may ask of the worker; all but `take over` are answered with a KeptState. */
export type Asked = 'take over' | 'state' | 'keep' | { visited: string[] };

/** What is on the device, counted there and then. */
export interface KeptState {
  files: number;
  /** Bytes on the device, visited pages included. */
  bytes: number;
  /** Pages that are there only because they were opened. */
  visited: number;
  /** Of the list: bytes still to be stored, and to be fetched for it. */
  missing: { size: number; sent: number };
  /** Why the last attempt did not get to the end. */
  lack?: Lack;
}
export type Lack = 'room' | 'network';

/** Readers who save data, and those on a very slow line, keep what they open; the rest comes when they ask for it. */
export const isThrifty = (connection?: { saveData?: boolean; effectiveType?: string }): boolean =>
  connection?.saveData === true || connection?.effectiveType?.endsWith('2g') === true;

export interface Attempts {
  failed: number;
  /** Milliseconds of the device's clock. */
  at: number;
  lack?: Lack;
}
const hour = 3_600_000;
const longest = 7 * 24 * hour;

/** Pauses grow: an hour, two, four, up to a week. A clock that was set back holds nothing up. */
export function isDue({ failed, at }: Attempts, now: number): boolean {
  const passed = now - at;
  return failed === 0 || passed < 0 || passed >= Math.min(hour * 2 ** (failed - 1), longest);
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
