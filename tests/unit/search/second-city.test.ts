import { expect, test } from 'vitest';
import { createCatalog } from '#domain/model/catalog.ts';
import { writtenOf } from '#domain/model/content.ts';
import { searchFiles } from '#search/index/search-files.ts';
import { openSearchIndex } from '#search/query/search-index.ts';
import { loadContent } from '#content-io/load.ts';
import { listPages } from '../../../src/sections.ts';

const city = 'tests/fixtures/second-city';
const { content, errors, warnings } = loadContent(`${city}/content`, `${city}/data`, { now: '2026-11-24 12:00' });
const catalog = createCatalog(writtenOf(content));
const { files } = searchFiles(catalog, listPages);

test('a made-up city unlike the real one has no fault', () => {
  expect([...errors, ...warnings]).toEqual([]);
});

test.each([
  ['住建局牵头的有哪些', ['1-1', '2-1-1', '3-1', '3-2', '6-1']],
  ['市财政局牵头什么', ['2-2', '5-1']],
])('%s finds the clauses it leads', async (query, clauses) => {
  const index = openSearchIndex((file) => Promise.resolve(files.get(file) ?? ''));
  const { hits } = await index.search(query);
  const cards = await index.cards(hits.slice(0, clauses.length).map(({ entry }) => entry));
  expect(cards.map(({ kind, id }) => `${kind} ${id}`).toSorted()).toEqual(clauses.map((id) => `clause ${id}`));
});

test('the explainer of the permit, whatever it is called, leads to the checker', async () => {
  const index = openSearchIndex((file) => Promise.resolve(files.get(file) ?? ''));
  const { hits } = await index.search(catalog.policy('newcomers').data.title);
  const cards = await index.cards(hits.map(({ entry }) => entry));
  const leading = cards.filter(({ kind, leadsToChecker }) => kind === 'policy' && leadsToChecker);
  expect(leading.map(({ id }) => id)).toEqual(['newcomers']);
});
