import { describe, expect, test } from 'vitest';
import { contentDir, dataDir } from '../../scripts/paths.ts';
import { pageEntries } from '#domain/model/content.ts';
import { pageKindNames } from '#schemas/kinds.ts';
import { tablePages } from '#schemas/page-changes.ts';
import { toRfc3339 } from '#domain/site/updates.ts';
import { readContent } from '#content-io/read.ts';
import { entryIds, findable, kindOf, page, pages, siteFile } from './built-pages.ts';
import { all, readXml, textsOf } from './xml.ts';

const { content } = readContent(contentDir, dataDir);
/** What a writer has put into the headers, by address. */
const headers = pageEntries(content).map(({ kind, entry }) => [`/${kind}/${entry.id}/`, entry.data] as const);
const entries = new Map(headers);
/** Pages drawn from tables are in the feed too, by what is noted of them. */
const notes = content.pageChanges.map(({ data }) => data);
const drawn = (
  [
    ['/residence-permit/', 'permit'],
    ['/document/', 'document'],
    ['/data/targets/', 'targets'],
    ['/glossary/', 'glossary'],
  ] as const
).flatMap(([path, id]) => {
  const times = notes.flatMap(({ page, date }) => (page === id ? [date] : [])).toSorted();
  const [published, updated] = [times[0], times.at(-1)];
  return published && updated ? [[path, { title: tablePages[id].label, published, updated }] as const] : [];
});
const told = new Map<string, { title: string; published: string; updated: string }>([...headers, ...drawn]);
const path = (address: string) => new URL(address).pathname;
/** Milliseconds of a time of a header, Beijing time: 2026-11-24 17:00. */
const instant = (time: string) => new Date(`${time.replace(' ', 'T')}:00+08:00`).getTime();

describe('the site map', () => {
  const urls = all(readXml(siteFile('sitemap-0.xml')), 'url');
  const listed = new Map(urls.map((url) => [path(textsOf(url, 'loc')[0] ?? ''), textsOf(url, 'lastmod')[0] ?? '']));
  test('is named by its index', () => {
    expect(textsOf(readXml(siteFile('sitemap-index.xml')), 'loc').map(path)).toEqual(['/sitemap-0.xml']);
  });
  test('lists each page once, and none that search engines are asked not to show or that is a view of another', () => {
    const own = new Set(findable.map((page) => encodeURI(page.path)));
    expect([...listed.keys()].filter((one) => !own.has(one))).toEqual([]);
    expect(
      [...listed.keys()].filter((one) => /404|^\/search\/|^\/embed\/|^\/posters\/|^\/(?:pictures|charts)\/./.test(one)),
    ).toEqual([]);
    expect(urls).toHaveLength(listed.size);
  });
  test('lists every entry', () => {
    const entryPages = pages.filter((page) => kindOf(page) === 'content').map((page) => page.path);
    expect(entryPages.filter((one) => !listed.has(one))).toEqual([]);
  });
  test('gives the date of each entry from its header, in Beijing time', () => {
    const wrong = [...entries].filter(
      ([one, { updated }]) => new Date(listed.get(one) ?? '').getTime() !== instant(updated),
    );
    expect(wrong.map(([one]) => one)).toEqual([]);
  });
});

describe('the RSS feed', () => {
  const feed = readXml(siteFile('rss.xml'));
  const items = all(feed, 'item');
  test('is Chinese and holds the latest entries, each with title, address and text', () => {
    expect(textsOf(feed, 'language')).toEqual(['zh-CN']);
    expect(items.length).toBeGreaterThan(20);
    // Fifty, and what makes up ten of each kind.
    expect(items.length).toBeLessThanOrEqual(50 + 10 * (pageKindNames.length + 1));
    const poor = items.filter((item) =>
      ['title', 'link', 'description', 'pubDate'].some((name) => !textsOf(item, name)[0]),
    );
    expect(poor).toEqual([]);
  });
  test('leads to entries of the site only, under their titles, the entry changed last first', () => {
    const links = items.map((item) => path(textsOf(item, 'link')[0] ?? ''));
    expect(items.map((item) => textsOf(item, 'title')[0])).toEqual(links.map((one) => told.get(one)?.title));
    const changed = links.map((one) => told.get(one)?.updated ?? '');
    expect(changed).toEqual(changed.toSorted().toReversed());
  });
  test('dates each entry by its last change, as its header says, and none is still to come', () => {
    const wrong = items.filter((item) => {
      const [date = ''] = textsOf(item, 'pubDate');
      const { updated = '' } = told.get(path(textsOf(item, 'link')[0] ?? '')) ?? {};
      return Date.parse(date) !== instant(updated) || Date.parse(date) > Date.now();
    });
    expect(wrong.map((item) => textsOf(item, 'link'))).toEqual([]);
  });
  test('tells a changed page as something new: the name of its entry has the time of the change', () => {
    const guids = items.map((item) => textsOf(item, 'guid')[0] ?? '');
    expect(new Set(guids).size).toBe(guids.length);
    const wrong = items.filter((item) => {
      const [link = ''] = textsOf(item, 'link');
      const [guid = ''] = textsOf(item, 'guid');
      return guid !== `${link}#${toRfc3339(told.get(path(link))?.updated ?? '')}`;
    });
    expect(wrong.map((item) => textsOf(item, 'link'))).toEqual([]);
    expect(all(feed, 'guid').filter((guid) => guid.getAttribute('isPermaLink') !== 'false')).toEqual([]);
  });
  test('holds every kind of page, whatever was changed last, and says which', () => {
    const linked = items.map((item) => path(textsOf(item, 'link')[0] ?? '').split('/')[1] ?? '');
    for (const kind of pageKindNames)
      expect(linked.filter((one) => one === kind).length, kind).toBeGreaterThanOrEqual(
        Math.min(10, entryIds(kind).length),
      );
    expect(items.filter((item) => textsOf(item, 'category').length === 0)).toEqual([]);
  });
});

test('the JSON feed says the same as the RSS feed', () => {
  const feed = JSON.parse(siteFile('feed.json')) as {
    version: string;
    language: string;
    items: {
      id: string;
      url: string;
      title: string;
      content_text: string;
      date_published: string;
      date_modified: string;
    }[];
  };
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(feed.language).toBe('zh-CN');
  const items = all(readXml(siteFile('rss.xml')), 'item');
  expect(feed.items.map(({ url }) => url)).toEqual(items.flatMap((item) => textsOf(item, 'link')));
  const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+08:00$/;
  const wrong = feed.items.filter(({ url, date_published: published, date_modified: modified }) => {
    const entry = told.get(path(url));
    if (!entry || !rfc3339.test(published) || !rfc3339.test(modified)) return true;
    return Date.parse(published) !== instant(entry.published) || Date.parse(modified) !== instant(entry.updated);
  });
  expect(wrong.map(({ url }) => url)).toEqual([]);
  expect(feed.items.filter((item) => item.title === '' || item.content_text === '')).toEqual([]);
});

test('robots may read everything and are told where the site map is', () => {
  const lines = siteFile('robots.txt').split('\n').filter(Boolean);
  expect(lines.slice(0, 2)).toEqual(['User-agent: *', 'Allow: /']);
  expect(lines[2]).toMatch(/^Sitemap: https?:\/\/.+\/sitemap-index\.xml$/);
});

test('a browser can take the search of the site into its own', () => {
  const search = readXml(siteFile('opensearch.xml'));
  expect(all(search, 'Url').map((url) => url.getAttribute('template'))).toEqual([
    expect.stringMatching(/\/search\/\?q=\{searchTerms\}$/),
  ]);
  expect(Array.from(textsOf(search, 'ShortName')[0] ?? '').length).toBeLessThanOrEqual(16);
});

test.each(['rss.xml', 'policies/rss.xml', 'places/rss.xml', 'cases/rss.xml'])(
  '/%s names itself, and has what RSS 2.0 asks for',
  (file) => {
    const feed = readXml(siteFile(file));
    const [self] = all(feed, 'atom:link');
    expect(self?.getAttribute('rel')).toBe('self');
    expect(path(self?.getAttribute('href') ?? '')).toBe(`/${file}`);
    const [channel] = all(feed, 'channel');
    const own = Array.from(channel?.childNodes ?? []).map(({ nodeName }) => nodeName);
    expect(own.slice(0, 3)).toEqual(['title', 'description', 'link']);
    const times = textsOf(feed, 'pubDate').filter((date) => !/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(date));
    expect(times).toEqual([]);
  },
);

test.each(['policies', 'places', 'cases'])('/%s/ offers a feed of its own', (section) => {
  const items = all(readXml(siteFile(`${section}/rss.xml`)), 'item');
  const links = items.flatMap((item) => textsOf(item, 'link').map(path));
  // Clusters belong to the places.
  const kinds = section === 'places' ? ['places', 'clusters'] : [section];
  const own = kinds.flatMap((kind) => entryIds(kind).map((id) => `/${kind}/${id}/`));
  expect(links.filter((one) => !own.includes(one))).toEqual([]);
  expect(links.length).toBeGreaterThanOrEqual(Math.min(own.length, 50));
  expect(new Set(links).size).toBe(links.length);
  expect(page(`/${section}/`).html).toContain(`href="/${section}/rss.xml"`);
});
