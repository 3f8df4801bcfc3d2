import { type PageKind, pageKinds } from '#schemas/kinds.ts';
import rss from '@astrojs/rss';
import { feedUpdates, toRfc3339 } from '#domain/site/updates.ts';
import { escaped } from '#render/escaped.ts';
import { catalog } from '#catalog';
import { absolute, urls } from '#site';

/**
 * An RSS feed of some kinds of page, newest change first. A page that was changed is news: its entry has another name
 * (guid) and the time of the change, so that readers show it again.
 */
export function feed(file: string, title: string, description: string, home: string, kinds?: readonly PageKind[]) {
  const self = escaped(absolute(urls.file(file)));
  return rss({
    title,
    description,
    site: absolute(home),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>zh-CN</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: feedUpdates(catalog, kinds).map(({ ref, title: name, updated, text, corrects }) => {
      const link = absolute(urls.changed(ref));
      const kind = ref.kind === 'tables' ? name : pageKinds[ref.kind].label;
      return {
        title: name,
        description: text,
        link,
        categories: [kind, ...(corrects ? ['更正'] : [])],
        pubDate: new Date(toRfc3339(updated)),
        customData: `<guid isPermaLink="false">${escaped(`${link}#${toRfc3339(updated)}`)}</guid>`,
      };
    }),
  });
}
