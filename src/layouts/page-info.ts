import type { Data } from '#domain/site/structured-data.ts';
import type { SectionName } from '#site';

export interface PageInfo {
  title: string;
  description: string;
  /** home: 3 page labels; column: 7; content: 10 (with `published`). */
  kind: 'home' | 'column' | 'content';
  section?: SectionName;
  /** Beijing time, 2026-11-24 09:00, from front matter. */
  published?: string;
  /** When the page last changed, in the same form: its version. */
  updated?: string;
  /** Kept out of search engines and of the site's own search when false. */
  index?: boolean;
  /** Kept out of the site's own search when false: a page that names everything answers nothing. */
  inSearch?: boolean;
  /**
   * Path or address of the page that search engines are asked to list in place of this one, which stays out of the site's
   * own search too: the start of the checker for its questions, a place for its poster.
   */
  listedAs?: string;
  keywords?: readonly string[];
  crumbs?: readonly Crumb[];
  /** JSON-LD, besides the path of the page. */
  structured?: readonly Data[];
  /** false leaves the search box out of the header, where the page has one of its own. */
  searchBox?: boolean;
  /** false leaves the QR code off the paper, where a page has no byte to spare. */
  qr?: boolean;
  /** Its address, where that is not the one the build gives it. */
  path?: string;
  /** Address of the same page as Markdown. */
  alternate?: string;
  /** Addresses of what its script reads first: they travel with the script, not after it. */
  readFirst?: readonly string[];
  /** Picture for sharing; the site's own where a page has none. */
  image?: string;
}

/** Whether search engines list the page under its own address. */
export const isListed = ({ index = true, listedAs }: PageInfo): boolean => index && listedAs === undefined;

/** Whether the full text of the page can be found. */
export const isSearched = (page: PageInfo): boolean => isListed(page) && (page.inSearch ?? true);

export interface Crumb {
  label: string;
  href: string;
}
