import type { PageKind } from '#schemas/kinds.ts';
import rss from '@astrojs/rss';
import { latestUpdates, toRfc3339 } from '#domain/site/updates.ts';
import { catalog } from '#catalog';
import { absolute, urls } from '#site';

/** So many entries stand in a feed. */
export const newest = 50;

/** An RSS feed of some kinds of page, newest change first. */
export function feed(title: string, description: string, home: string, kinds?: readonly PageKind[]) {
  return rss({
    title,
    description,
    site: absolute(home),
    customData: '<language>zh-CN</language>',
    items: latestUpdates(catalog, kinds)
      .slice(0, newest)
      .map(({ ref, title: name, text, published, corrects }) => ({
        title: name,
        description: text,
        link: absolute(urls.changed(ref)),
        ...(corrects && { categories: ['更正'] }),
        pubDate: new Date(toRfc3339(published)),
      })),
  });
}
