import { expect, test } from 'vitest';
import { feedUpdates, latestUpdates, toRfc3339 } from '#domain/site/updates.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();

test('the page changed last comes first', () => {
  expect(latestUpdates(catalog).map(({ ref, updated }) => `${updated} ${ref.id}`)).toEqual([
    '2026-10-06 09:00 qingshi-stone',
    '2026-10-05 09:00 qingshi',
    '2026-10-04 10:00 north',
    '2026-10-04 09:00 towns',
    '2026-10-03 09:00 daliu',
    '2026-10-02 09:00 baishui',
    '2026-10-01 08:00 goals',
  ]);
});

test('one kind of page can be asked for alone', () => {
  expect(latestUpdates(catalog, ['policies']).map(({ ref }) => ref.id)).toEqual(['towns', 'goals']);
});

test('a feed holds every kind of page, though sixty of another were changed later', () => {
  const [one] = catalog.cases;
  if (!one) throw new Error('no case in the fixture');
  const many = Array.from({ length: 60 }, (_, n) => ({
    ...one,
    id: `case-${n}`,
    data: { ...one.data, updated: '2026-12-01 09:00' },
  }));
  const told = feedUpdates({ ...catalog, cases: many }).map(({ ref }) => ref.kind);
  expect(told.filter((kind) => kind === 'cases')).toHaveLength(50);
  expect(told.slice(50)).toEqual(['places', 'clusters', 'policies', 'places', 'places', 'policies']);
});

test('the time is Beijing time', () => {
  expect(toRfc3339('2026-11-24 09:00')).toBe('2026-11-24T09:00:00+08:00');
  expect(new Date(toRfc3339('2026-11-24 09:00')).toISOString()).toBe('2026-11-24T01:00:00.000Z');
});
