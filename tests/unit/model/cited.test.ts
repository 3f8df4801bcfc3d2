import { expect, test } from 'vitest';
import { fixtureContent } from '../../fixtures/fixture.ts';
import { citedSources, clausesCitedBy, sourcesCitedBy } from '#domain/model/cited.ts';
import { pageEntries } from '#domain/model/content.ts';

const { content } = fixtureContent();
const page = (id: string) => {
  const found = pageEntries(content).find(({ entry }) => entry.id === id);
  if (!found) throw new Error(`the fixture has no page ${id}`);
  return found;
};
const clauses = (id: string) => [...clausesCitedBy(page(id))].toSorted();
const sources = (id: string) => [...sourcesCitedBy(page(id))].toSorted();

test('a place cites the clauses of its prose, its roles and its facts', () => {
  expect(clauses('qingshi')).toEqual(['1-1', '2-1-1', '2-1-2']);
  expect(clauses('daliu')).toEqual(['2-2']);
});

test('an explainer cites the clauses it explains, those of its answers and of its prose', () => {
  expect(clauses('goals')).toEqual(['1-1']);
  expect(clauses('towns')).toEqual(['2-1', '2-2']);
});

test('a place cites the sources of its facts, of its position and of its names', () => {
  expect(sources('qingshi')).toEqual(['paper', 'stats']);
  expect(sources('daliu')).toEqual([]);
});

test('an explainer cites the sources of its answers, a case those of its results', () => {
  expect(sources('goals')).toEqual(['law']);
  expect(sources('qingshi-stone')).toEqual(['paper', 'stats']);
});

test('a source that only the glossary or a target uses counts as used', () => {
  expect([...citedSources({ ...content, places: [], policies: [], cases: [], clusters: [] })].toSorted()).toEqual([
    'law',
    'stats',
  ]);
});
