import { describe, expect, test } from 'vitest';
import { fixtureCatalog, fixtureContent } from '../../fixtures/fixture.ts';
import { createCatalog } from '#domain/model/catalog.ts';
import { writtenOf } from '#domain/model/content.ts';

const catalog = fixtureCatalog();
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test('the made-up site agrees with itself', () => {
  const { errors, warnings } = fixtureContent();
  expect([...errors, ...warnings]).toEqual([]);
});

describe('order', () => {
  test('clauses stand as in the document, ten after two', () => {
    expect(ids(catalog.clauses)).toEqual(['0', '1', '1-1', '2', '2-1', '2-1-1', '2-1-2', '2-1-10', '2-2']);
  });
  test('places stand in the order in which the document first names them', () => {
    // 青石 in 2-1-1, 白水镇 in 2-1-2, 大柳村 in 2-2.
    expect(ids(catalog.places)).toEqual(['qingshi', 'baishui', 'daliu']);
  });
  test('holders of a role stand as its clause names them', () => {
    // 2-1-2 names 白水镇 before 青石, which 2-1-1 names already.
    expect(ids(catalog.withRole('type-ecotourism'))).toEqual(['baishui', 'qingshi']);
  });
  test('explainers follow their first clause', () => {
    expect(ids(catalog.policies)).toEqual(['goals', 'towns']);
  });
  test('cases stand newest first', () => {
    const content = writtenOf(fixtureContent().content);
    const [stone] = content.cases;
    if (!stone) throw new Error('the fixture has a case');
    const older = { ...stone, id: 'older', data: { ...stone.data, date: '2019' } };
    const newer = { ...stone, id: 'newer', data: { ...stone.data, date: '2025-01-02' } };
    expect(ids(createCatalog({ ...content, cases: [older, stone, newer] }).cases)).toEqual([
      'newer',
      'qingshi-stone',
      'older',
    ]);
  });
  test('does not depend on the order in which files were read', () => {
    const content = writtenOf(fixtureContent().content);
    const turned = createCatalog({
      ...content,
      clauses: content.clauses.toReversed(),
      places: content.places.toReversed(),
      policies: content.policies.toReversed(),
      sources: content.sources.toReversed(),
    });
    expect(ids(turned.clauses)).toEqual(ids(catalog.clauses));
    expect(ids(turned.places)).toEqual(ids(catalog.places));
    expect(ids(turned.policies)).toEqual(ids(catalog.policies));
    expect(ids(turned.sources)).toEqual(['law', 'paper', 'stats']);
  });
});

describe('what belongs together', () => {
  test('a place with two types is one place and stands under both', () => {
    expect(ids(catalog.withRole('type-industry'))).toEqual(['qingshi']);
    expect(ids(catalog.withRole('type-ecotourism')).toSorted()).toEqual(['baishui', 'qingshi']);
    expect(catalog.withRole('pilot')).toEqual([]);
  });
  test('pages that cite a clause come as explainers, places, clusters, cases', () => {
    expect(catalog.citing('2-1-1').map(({ kind, id }) => `${kind}/${id}`)).toEqual([
      'places/qingshi',
      'cases/qingshi-stone',
    ]);
    expect(catalog.citing('2-1').map(({ kind, id }) => `${kind}/${id}`)).toEqual(['policies/towns', 'clusters/north']);
    expect(catalog.citing('2-1-10')).toEqual([]);
  });
  test('a page that cites a clause twice is listed once', () => {
    // 青石 cites 2-1-1 in its role, in a sentence, in a table and in a last sentence.
    expect(catalog.citing('2-1-1').filter(({ id }) => id === 'qingshi')).toHaveLength(1);
  });
  test('pages that use a source', () => {
    expect(ids(catalog.usingSource('paper'))).toEqual(['qingshi', 'qingshi-stone']);
    expect(ids(catalog.usingSource('law'))).toEqual(['goals']);
  });
  test('cases belong to their places and themes', () => {
    expect(ids(catalog.casesIn('qingshi'))).toEqual(['qingshi-stone']);
    expect(catalog.casesIn('daliu')).toEqual([]);
    expect(ids(catalog.casesAbout('towns'))).toEqual(['qingshi-stone']);
    expect(catalog.casesAbout('goals')).toEqual([]);
  });
  test('a clause knows its explainers', () => {
    expect(ids(catalog.policiesOn('2-2'))).toEqual(['towns']);
  });
});

describe('looking up', () => {
  test('by id', () => {
    expect(catalog.place('daliu').data.title).toBe('大柳村');
    expect(catalog.clause('2-1-2').label).toBe('二(一)2');
    expect(catalog.source('law').outlet).toBe('国务院');
    expect(catalog.term('jingjiquan').term).toBe('半小时经济圈');
    expect(catalog.fact('qingshi/output').value).toBe(1.2);
  });
  test('what is not there is an error that names it', () => {
    expect(() => catalog.place('nosuchtown')).toThrow('nosuchtown');
    expect(() => catalog.fact('qingshi/nosuch')).toThrow('qingshi/nosuch');
    expect(() => catalog.clause('9-9')).toThrow('9-9');
  });
});
