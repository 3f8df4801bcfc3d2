import { expect, test } from 'vitest';
import { addressOf, isDue, isThrifty, storeName, visitedName } from '#domain/site/offline.ts';

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

const hour = 3_600_000;
test.each([
  ['nothing failed', 0, 0, true],
  ['half an hour after the first failure', 1, hour / 2, false],
  ['an hour after the first failure', 1, hour, true],
  ['three hours after the third', 3, 3 * hour, false],
  ['four hours after the third', 3, 4 * hour, true],
  ['six days after many', 40, 6 * 24 * hour, false],
  ['a week after many', 40, 7 * 24 * hour, true],
  ['a clock that was a century ahead when it failed', 40, -100 * 365 * 24 * hour, true],
  ['a clock that stood in 1970 when it failed', 40, 50 * 365 * 24 * hour, true],
])('%s: whether the site is asked for again', (_, failed, passed, due) => {
  const at = Date.UTC(2026, 10, 29);
  expect(isDue({ failed, at }, at + passed)).toBe(due);
});

test.each([
  [undefined, false],
  [{ saveData: false, effectiveType: '4g' }, false],
  [{ saveData: false, effectiveType: '3g' }, false],
  [{ saveData: false, effectiveType: 'slow-2g' }, true],
  [{ effectiveType: '2g' }, true],
  [{ saveData: true, effectiveType: '4g' }, true],
])('a line of %j saves data: %s', (connection, thrifty) => {
  expect(isThrifty(connection)).toBe(thrifty);
});
