import type { SitemapOptions } from '@astrojs/sitemap';
import { pageEntries } from '#domain/content.ts';
import { contentDir, dataDir } from '#reader/folders.ts';
import { sharedStock } from '#reader/load.ts';
import { readContent } from '#reader/read-content.ts';

/** Question and result pages of the checker, lists of cases behind a filter, embeds and posters are not for search engines. */
const hidden =
  /\/(?:residence-permit\/.+|embed\/.*|cases\/(?:theme|county|type|year)\/.+|cases\/with-figures\/|posters\/.*|search\/|404\/?)$/;

/** Dates of the sitemap come from front matter (updated), never from the build. */
export function sitemapOptions(): SitemapOptions {
  const content = sharedStock.value?.content ?? readContent(contentDir, dataDir).content;
  const updated = new Map(pageEntries(content).map(({ kind, entry }) => [`/${kind}/${entry.id}/`, entry.data.updated]));
  const newest = [...updated.values()].toSorted().at(-1);
  return {
    filter: (page) => !hidden.test(new URL(page).pathname),
    serialize: (item) => {
      const path = new URL(item.url).pathname.split('/').slice(-3).join('/');
      const date = updated.get(`/${path}`) ?? newest;
      return date ? { ...item, lastmod: `${date.replace(' ', 'T')}:00+08:00` } : item;
    },
  };
}
