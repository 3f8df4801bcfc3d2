import type { SitemapOptions } from '@astrojs/sitemap';
import { pageEntries } from '#domain/model/content.ts';
import { contentDir, dataDir } from '#content-io/folders.ts';
import { readContent } from '#content-io/read.ts';

/** Question and result pages of the checker, lists of cases behind a filter, embeds, posters and what a device keeps are not for search engines. */
const hidden =
  /\/(?:residence-permit\/.+|embed\/.*|cases\/(?:theme|county|type|year)\/.+|cases\/with-figures\/|posters\/.*|pictures\/.+|charts\/.+|valid\/.+|search\/|offline\/|404\/?)$/;

/** Dates of the sitemap come from front matter (updated), never from the build. */
export function sitemapOptions(): SitemapOptions {
  let dates: Dates | undefined;
  return {
    filter: (page) => !hidden.test(new URL(page).pathname),
    serialize: (item) => {
      const { updated, newest } = (dates ??= readDates());
      const path = new URL(item.url).pathname.split('/').slice(-3).join('/');
      const date = updated.get(`/${path}`) ?? newest;
      return date ? { ...item, lastmod: `${date.replace(' ', 'T')}:00+08:00` } : item;
    },
  };
}

interface Dates {
  /** Last change of each page of content by its address, Beijing time. */
  updated: ReadonlyMap<string, string>;
  newest: string | undefined;
}

function readDates(): Dates {
  const { content } = readContent(contentDir, dataDir);
  const updated = new Map(pageEntries(content).map(({ kind, entry }) => [`/${kind}/${entry.id}/`, entry.data.updated]));
  return { updated, newest: [...updated.values()].toSorted().at(-1) };
}
