import { expect, test } from 'vitest';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();

test('an explainer speaks of the places that its words name, in the order of the guidance, and they know it', () => {
  // Its paragraph for the notice board names all three; nothing in the other explainer names one.
  expect(catalog.placesIn('towns').map(({ id }) => id)).toEqual(['qingshi', 'baishui', 'daliu']);
  expect(catalog.placesIn('goals')).toEqual([]);
  expect(catalog.policiesAbout('daliu').map(({ id }) => id)).toEqual(['towns']);
});
