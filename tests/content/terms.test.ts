import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clauseTexts } from '#domain/guidance/clause-texts.ts';
import { writtenCatalog } from './written.ts';

const real = '../shared/source/guidance.txt';
const { clauses } = writtenCatalog();
const squeeze = (text: string) => text.replaceAll(/\s+/g, '');

describe('clauses.yaml against the real text', () => {
  test.for(clauses.map(({ id, label, terms, heading }) => ({ id, label, terms, heading })))(
    'what is said to stand in $label stands there',
    ({ id, terms, heading }, { skip }) => {
      if (!existsSync(real)) skip(`${real} is not there`);
      const text = squeeze(clauseTexts(readFileSync(real, 'utf-8'), clauses).get(id)?.join('') ?? '');
      expect(text).not.toBe('');
      expect(terms.filter((term) => !text.includes(squeeze(term)))).toEqual([]);
      // Parts and sections have headings of their own in the text; items are called by their first words.
      if (id !== '0' && id.split('-').length < 3) expect(text).toContain(squeeze(heading));
    },
  );
});

test('no clause lists a term twice', () => {
  const twice = clauses.filter(({ terms }) => new Set(terms).size !== terms.length);
  expect(twice.map(({ id }) => id)).toEqual([]);
});

test('a gist is our own words: shorter than 150 characters and not a list of terms', () => {
  expect(clauses.filter(({ gist }) => gist.length > 150).map(({ id }) => id)).toEqual([]);
});
