import { feedUpdates, toRfc3339 } from '#domain/site/updates.ts';
import { catalog } from '#catalog';
import { absolute, site, urls } from '#site';

/** JSON Feed 1.1. */
export const GET = () =>
  new Response(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: site.name,
      description: site.description,
      language: 'zh-CN',
      home_page_url: absolute(urls.fixed('home')),
      feed_url: absolute(urls.file('feed.json')),
      items: feedUpdates(catalog).map(({ ref, title, text, published, updated, corrects }) => ({
        id: absolute(urls.changed(ref)),
        url: absolute(urls.changed(ref)),
        title,
        content_text: text,
        ...(corrects && { tags: ['更正'] }),
        date_published: toRfc3339(published),
        date_modified: toRfc3339(updated),
      })),
    }),
    { headers: { 'content-type': 'application/feed+json; charset=utf-8' } },
  );
