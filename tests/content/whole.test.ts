import { expect, test } from 'vitest';
import { writtenCatalog } from './written.ts';

const catalog = writtenCatalog();

test('every case has a source and a theme that has a page', () => {
  const poor = catalog.cases.filter(({ data }) => data.sources.length === 0 || data.themes.length === 0);
  expect(poor.map(({ path }) => path)).toEqual([]);
});

test('nothing is left to be written', () => {
  const entries = [...catalog.places, ...catalog.policies, ...catalog.clusters, ...catalog.cases];
  expect(
    entries.filter(({ data, body }) => /待写|待查|TODO/.test(JSON.stringify([data, body]))).map(({ path }) => path),
  ).toEqual([]);
});
