import { expect, test } from 'vitest';
import { addressOf, bundlePages, pageFrom, storeName, visitedName } from '#domain/site/offline.ts';

const frame = (text: string) =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body><main><p>${text}</p></main></body></html>`;
const pages = new Map([
  ['residence-permit/a/', frame('甲')],
  ['residence-permit/b/', frame('乙')],
]);

test('a page comes out of the bundle as it went in, byte for byte', () => {
  const bundle = bundlePages(pages);
  for (const [address, html] of pages) expect(pageFrom(bundle, address)).toBe(html);
  expect(pageFrom(bundle, 'residence-permit/c/')).toBeUndefined();
});

test('what two pages share is kept once', () => {
  const { pieces } = bundlePages(pages);
  expect(pieces.filter((piece) => piece.includes('charset'))).toHaveLength(1);
});

test('the same pages make the same bundle, so that an unchanged site has an unchanged version', () => {
  expect(JSON.stringify(bundlePages(pages))).toBe(JSON.stringify(bundlePages(new Map(pages))));
});

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
