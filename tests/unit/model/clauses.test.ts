import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareClauseIds, holdsFigure, namesPlace, parentClause } from '#domain/model/clauses.ts';

const clause = (terms: string[], gist = '要点') => ({
  id: '2-4-1',
  label: '二(四)1',
  heading: '条目',
  gist,
  terms,
  leads: [],
});
const clauseId = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('-'));

describe('order of clauses', () => {
  test('the preface is first, a parent stands before its children, ten comes after nine', () => {
    const shuffled = ['3', '2-4-10', '2-4', '0', '2-4-9', '1-2', '2', '4-3', '2-4-1'];
    expect(shuffled.toSorted(compareClauseIds)).toEqual([
      '0',
      '1-2',
      '2',
      '2-4',
      '2-4-1',
      '2-4-9',
      '2-4-10',
      '3',
      '4-3',
    ]);
  });

  test('no two different ids are equal, and turning them round turns the sign', () => {
    fc.assert(
      fc.property(clauseId, clauseId, (a, b) => {
        expect(Math.sign(compareClauseIds(a, b))).toBe(-Math.sign(compareClauseIds(b, a)) + 0);
        expect(compareClauseIds(a, b) === 0).toBe(a === b);
      }),
    );
  });

  test('the order holds through a third id', () => {
    fc.assert(
      fc.property(clauseId, clauseId, clauseId, (a, b, c) => {
        const [first = '', second = '', third = ''] = [a, b, c].toSorted(compareClauseIds);
        expect(compareClauseIds(first, second)).toBeLessThanOrEqual(0);
        expect(compareClauseIds(second, third)).toBeLessThanOrEqual(0);
        expect(compareClauseIds(first, third)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('a clause comes after its parent', () => {
    fc.assert(
      fc.property(clauseId, (id) => {
        const parent = parentClause(id);
        if (parent !== undefined) expect(compareClauseIds(parent, id)).toBeLessThan(0);
      }),
    );
  });
});

test('the parent of 2-4-5 is 2-4, of 2-4 is 2, and 2 has none', () => {
  expect([parentClause('2-4-5'), parentClause('2-4'), parentClause('2')]).toEqual(['2-4', '2', undefined]);
});

describe('a clause names a place', () => {
  test('by its short form and by its long form', () => {
    expect(namesPlace(clause(['明城']), '明城镇')).toBe(true);
    expect(namesPlace(clause(['明城镇']), '明城')).toBe(true);
    expect(namesPlace(clause(['明城']), '明城')).toBe(true);
  });
  test('not by a name that only stands inside another, nor by one character', () => {
    expect(namesPlace(clause(['大明城']), '明城')).toBe(false);
    expect(namesPlace(clause(['明']), '明城')).toBe(false);
    expect(namesPlace(clause([]), '明城')).toBe(false);
  });
});

describe('a clause holds a figure', () => {
  test('with its unit, in its terms', () => {
    expect(holdsFigure(clause(['254.5万人']), 254.5, '万人')).toBe(true);
  });
  test('not because our own words, the gist, say so', () => {
    expect(holdsFigure(clause([], '半径约30公里'), 30, '公里')).toBe(false);
  });
  test('not with another unit or another number', () => {
    expect(holdsFigure(clause(['254.5万人']), 254.5, '万户')).toBe(false);
    expect(holdsFigure(clause(['254.5万人']), 255, '万人')).toBe(false);
  });
  test('not where it is only the tail of a longer number', () => {
    expect(holdsFigure(clause(['254.5万人']), 5, '万人')).toBe(false);
    expect(holdsFigure(clause(['12万户']), 2, '万户')).toBe(false);
  });
  test('not where it is only the head of a longer number', () => {
    expect(holdsFigure(clause(['254.5万人']), 254)).toBe(false);
    expect(holdsFigure(clause(['2020年']), 20)).toBe(false);
    expect(holdsFigure(clause(['2万户，8万户']), 2, '万户')).toBe(true);
    expect(holdsFigure(clause(['2020年']), '2020年')).toBe(true);
  });
});
