import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { serveSite } from '../../scripts/serve.ts';

let server: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  server = await serveSite(outDir, 0);
});
afterAll(() => {
  server.close();
});
const get = (path: string) => fetch(new URL(path, server.url));

const columns =
  'policies places clusters cases document residence-permit search data sources about accessibility sitemap';
const fixed = [
  '/',
  ...columns.split(' ').map((name) => `/${name}/`),
  '/search/?q=厕所',
  '/glossary/',
  '/data/targets/',
];
const files: [path: string, type: RegExp][] = [
  ['/404.html', /^text\/html/],
  ['/rss.xml', /xml/],
  ['/feed.json', /json/],
  ['/sitemap-index.xml', /xml/],
  ['/opensearch.xml', /xml/],
  ['/robots.txt', /^text\/plain/],
  ['/data/places.csv', /^text\/csv/],
  ['/data/places.json', /json/],
  ['/data/places.geojson', /json/],
  ['/data/policies.json', /json/],
  ['/data/cases.csv', /^text\/csv/],
  ['/data/cases.json', /json/],
  ['/data/clauses.json', /json/],
  ['/data/entitlements.json', /json/],
  ['/data/targets.csv', /^text\/csv/],
  ['/data/targets.json', /json/],
];

describe('every address of the contract answers', () => {
  test.each(fixed)('%s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('<html lang="zh-CN"');
  });
  test.each(files)('%s', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(type);
    expect((await response.text()).length).toBeGreaterThan(20);
  });
});

test('an address typed without its last slash opens the page', async () => {
  const [typed, whole] = await Promise.all([get('/policies/environment'), get('/policies/environment/')]);
  expect(typed.status).toBe(200);
  expect(await typed.text()).toBe(await whole.text());
});

test('an address that was never published answers 404 with a page that offers ways on', async () => {
  const response = await get('/places/nosuchtown/');
  expect(response.status).toBe(404);
  const text = await response.text();
  expect(text).toContain('没有这一页');
  for (const way of ['/', '/policies/', '/places/', '/sitemap/']) expect(text).toContain(`href="${way}"`);
});

test('nothing outside the site is served', async () => {
  for (const path of ['/..%2fpackage.json', '/%2e%2e/package.json', '/.env'])
    expect((await get(path)).status).toBe(404);
});
