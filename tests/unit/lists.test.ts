import { expect, test } from 'vitest';
import { fullLists, wholePlaces } from '#domain/lists.ts';
import { createUrls } from '#domain/urls.ts';
import { fixtureCatalog } from '../fixtures/fixture.ts';

const urls = createUrls('/');
const catalog = fixtureCatalog();
/** The made-up site with so many places, all alike. */
const withPlaces = (count: number) => {
  const places = Array.from({ length: count }, () => catalog.place('qingshi'));
  return { ...catalog, places, withRole: () => places, inCounty: () => places };
};

test('300 places have one list of all; of 301 a role has its own', () => {
  expect(wholePlaces(withPlaces(300), urls, 'type-industry')).toBe('/places/');
  expect(wholePlaces(withPlaces(301), urls, 'type-industry')).toBe('/sitemap/places/type-industry/1/');
});

test('a list that is linked is made', () => {
  for (const [count, made] of [
    [300, false],
    [301, true],
  ] as const) {
    const paths = fullLists(withPlaces(count)).map(({ path }) => path.join('/'));
    expect(paths.includes('places/type-industry')).toBe(made);
  }
});
