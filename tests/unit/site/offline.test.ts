import { expect, test } from 'vitest';
import { addressOf, storeName, visitedName } from '#domain/site/offline.ts';

test.each([
  ['index.html', ''],
  ['places/wulajie/index.html', 'places/wulajie/'],
  ['search-index/index.json', 'search-index/index.json'],
  ['_astro/my-index.html', '_astro/my-index.html'],
])('%s is asked for as 「%s」', (url, address) => {
  expect(addressOf(url)).toBe(address);
});

test('two sites on one host keep their pages apart', () => {
  expect(new Set(['/', '/ztzl/xcz/'].flatMap((base) => [storeName(base), visitedName(base)])).size).toBe(4);
});
