import type { SectionName } from '#site';

export interface PageInfo {
  title: string;
  description: string;
  /** home: 3 page labels; column: 7; content: 10 (with `published`). */
  kind: 'home' | 'column' | 'content';
  section?: SectionName;
  /** Beijing time, 2026-11-24 09:00, from front matter. */
  published?: string;
  /** Kept out of search engines and of the site's own search when false. */
  index?: boolean;
  keywords?: readonly string[];
  crumbs?: readonly Crumb[];
  /** JSON-LD objects. */
  structured?: readonly object[];
}

export interface Crumb {
  label: string;
  href: string;
}
