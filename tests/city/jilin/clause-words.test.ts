import { expect, test } from 'vitest';
import { writtenCatalog } from '../../content/written.ts';
import { readDigests, renew, wordDigest } from './guidance-digests.ts';

const { clauses } = writtenCatalog();

test('every word and heading that src/data/clauses.yaml says stands in a clause has been found there', () => {
  const { words } = readDigests();
  const said = clauses.flatMap(({ id, terms, heading }) =>
    [...terms, ...(id !== '0' && id.split('-').length < 3 ? [heading] : [])].map((word) => ({ id, word })),
  );
  const unknown = said.filter(({ id, word }) => !words.has(wordDigest(id, word)));
  expect(
    unknown.map(({ id, word }) => `src/data/clauses.yaml ${id}: 「${word}」`),
    `没有和文件全文对过 — 照文件改；词是新加的，就用全文核对一次：${renew}`,
  ).toEqual([]);
  // Every clause but two part headings lists words.
  expect(said.length).toBeGreaterThan(200);
});

test('no clause lists a term twice', () => {
  const twice = clauses.filter(({ terms }) => new Set(terms).size !== terms.length);
  expect(twice.map(({ id }) => `src/data/clauses.yaml ${id} terms`)).toEqual([]);
});

test('a gist is our own words: shorter than 150 characters and not a list of terms', () => {
  const long = clauses.filter(({ gist }) => gist.length > 150);
  expect(long.map(({ id }) => `src/data/clauses.yaml ${id} gist`)).toEqual([]);
});
