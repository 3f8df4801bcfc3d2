import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCatalog } from '#domain/model/catalog.ts';
import { writtenOf } from '#domain/model/content.ts';
import { createUrls } from '#domain/site/urls.ts';
import { readings, searchFiles } from '#search/index/search-files.ts';
import { loadContent } from '#content-io/load.ts';
import { listPages } from '../../../src/sections.ts';
import { type Asked, costOf, qualityOf } from '../../fixtures/search-quality.ts';

const { content } = loadContent('src/content', 'src/data', { now: '9999-12-31 23:59' });
const catalog = createCatalog(writtenOf(content));
const { files } = searchFiles(catalog, listPages);
const read = (file: string) => JSON.parse(readFileSync(file, 'utf-8')) as Asked[];

test('the collected unseen queries: first at least 95 in 100, among five 99, and 95 told that they are not covered', async () => {
  const asked = read('tests/fixtures/search-queries.json');
  const { at1, at5, honest } = await qualityOf(files, asked);
  const none = asked.filter(({ expect: addresses }) => addresses.length === 0).length;
  expect(at1).toBeGreaterThanOrEqual(0.95);
  expect(at5).toBeGreaterThanOrEqual(0.99);
  expect(honest / none).toBeGreaterThanOrEqual(0.95);
});

test('every place comes first by its names, its pinyin and its first letters', async () => {
  const urls = createUrls('/');
  const asked = catalog.places.flatMap(({ id, data }) => {
    const short = data.title.replace(/[县市镇乡村]$|街道$/u, '');
    const spelled = [data.title, short].filter((name) => name.length > 1).map(readings);
    const names = [data.title, short, data.officialName, data.pinyin, ...data.aliases];
    const typed = spelled.flatMap((syllables) => [syllables.join(''), syllables.map((s) => s.charAt(0)).join('')]);
    return [...new Set([...names, ...typed])].map((q) => ({ q, expect: [urls.place(id)] }));
  });
  expect(asked.length).toBeGreaterThan(catalog.places.length * 5);
  const { at1 } = await qualityOf(files, asked);
  expect(at1).toBeGreaterThanOrEqual(0.99);
});

test('a first answer reads 50 KB of index, and no more than a tenth above when writers have added to it', async () => {
  const { mean, most } = await costOf(files, read('tests/fixtures/search-queries.json'));
  expect(mean).toBeLessThan(50 * 1024);
  expect(most, '索引大了：everyday-words.yaml、asks.yaml 里删去用不着的，或者看 docs/architecture.md').toBeLessThan(
    55 * 1024,
  );
});
