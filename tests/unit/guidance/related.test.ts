import { expect, test } from 'vitest';
import { relatedPlaces } from '#domain/guidance/related.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();
const shown = (id: string) =>
  relatedPlaces(catalog, catalog.place(id)).map(({ label, places }) => [label, places.map((place) => place.id)]);

test('others of the same type and of the same county are related, the place itself is not', () => {
  expect(shown('qingshi')).toEqual([
    ['同是生态旅游型', ['baishui']],
    ['同在龙潭区', ['baishui']],
  ]);
});

test('a group without others is not shown', () => {
  // 青石 alone is 工业主导型; 大柳村 alone is 名村 and has no county.
  expect(shown('daliu')).toEqual([]);
});
