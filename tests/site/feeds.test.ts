import { describe, expect, test } from 'vitest';
import { contentDir, dataDir } from '../../scripts/paths.ts';
import { pageEntries } from '#domain/model/content.ts';
import { readContent } from '#content-io/read.ts';
import { kindOf, pages, siteFile } from './built-pages.ts';
import { readXml, textsOf } from './xml.ts';

const { content } = readContent(contentDir, dataDir);
const updated = new Map(pageEntries(content).map(({ kind, entry }) => [`/${kind}/${entry.id}/`, entry.data.updated]));
const path = (address: string) => new URL(address).pathname;

describe('the site map', () => {
  const entries = readXml(siteFile('sitemap-0.xml')).children.filter(({ name }) => name === 'url');
  const listed = new Map(
    entries.map((entry) => [path(textsOf(entry, 'loc')[0] ?? ''), textsOf(entry, 'lastmod')[0] ?? '']),
  );
  test('is named by its index', () => {
    expect(textsOf(readXml(siteFile('sitemap-index.xml')), 'loc').map(path)).toEqual(['/sitemap-0.xml']);
  });
  test('lists every entry and no page that is not for search engines', () => {
    const entryPages = pages.filter((page) => kindOf(page) === 'content').map((page) => page.path);
    expect(entryPages.filter((one) => !listed.has(one))).toEqual([]);
    expect([...listed.keys()].filter((one) => /404|^\/search\/|^\/embed\/|^\/posters\//.test(one))).toEqual([]);
  });
  test('gives the date of each entry from its header, in Beijing time', () => {
    const wrong = [...updated].filter(
      ([one, time]) =>
        new Date(listed.get(one) ?? '').getTime() !== new Date(`${time.replace(' ', 'T')}:00+08:00`).getTime(),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the RSS feed', () => {
  const [channel] = readXml(siteFile('rss.xml')).children;
  const items = channel?.children.filter(({ name }) => name === 'item') ?? [];
  test('is Chinese and holds at most fifty entries, each with title, address and text', () => {
    expect(channel && textsOf(channel, 'language')).toEqual(['zh-CN']);
    expect(items.length).toBeGreaterThan(20);
    expect(items.length).toBeLessThanOrEqual(50);
    const poor = items.filter((item) =>
      ['title', 'link', 'description', 'pubDate'].some((name) => !textsOf(item, name)[0]),
    );
    expect(poor).toEqual([]);
  });
  test('leads to pages of the site only', () => {
    const known = new Set(pages.map((page) => page.path));
    expect(
      items
        .flatMap((item) => textsOf(item, 'link'))
        .map(path)
        .filter((one) => !known.has(one)),
    ).toEqual([]);
  });
  test('gives no date that is still to come', () => {
    const times = items.flatMap((item) => textsOf(item, 'pubDate')).map((date) => Date.parse(date));
    expect(times.filter((time) => Number.isNaN(time) || time > Date.now())).toEqual([]);
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
  expect(feed.items.map(({ url }) => url)).toEqual(
    readXml(siteFile('rss.xml'))
      .children[0]?.children.filter(({ name }) => name === 'item')
      .flatMap((item) => textsOf(item, 'link')),
  );
  const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+08:00$/;
  expect(feed.items.filter((item) => !rfc3339.test(item.date_published) || !rfc3339.test(item.date_modified))).toEqual(
    [],
  );
  expect(feed.items.filter((item) => item.title === '' || item.content_text === '')).toEqual([]);
});

test('robots may read everything and are told where the site map is', () => {
  const lines = siteFile('robots.txt').trim().split('\n');
  expect(lines.slice(0, 2)).toEqual(['User-agent: *', 'Allow: /']);
  expect(lines[2]).toMatch(/^Sitemap: https?:\/\/.+\/sitemap-index\.xml$/);
});

test('a browser can take the search of the site into its own', () => {
  const search = readXml(siteFile('opensearch.xml'));
  expect(search.children.find(({ name }) => name === 'Url')?.attributes['template']).toMatch(
    /\/search\/\?q=\{searchTerms\}$/,
  );
  expect(Array.from(textsOf(search, 'ShortName')[0] ?? '').length).toBeLessThanOrEqual(16);
});
