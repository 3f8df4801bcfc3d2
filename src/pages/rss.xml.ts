import rss from '@astrojs/rss';
import { latestUpdates, toRfc3339 } from '#domain/updates.ts';
import { catalog } from '#catalog';
import { site, urls } from '#site';

const newest = 50;

export const GET = () =>
  rss({
    title: site.name,
    description: site.description,
    site: new URL(urls.fixed('home'), import.meta.env.SITE).href,
    customData: '<language>zh-CN</language>',
    items: latestUpdates(catalog)
      .slice(0, newest)
      .map(({ kind, id, title, summary, published, note }) => ({
        title,
        description: `${summary}（${note}）`,
        link: new URL(urls.entry(kind, id), import.meta.env.SITE).href,
        pubDate: new Date(toRfc3339(published)),
      })),
  });
