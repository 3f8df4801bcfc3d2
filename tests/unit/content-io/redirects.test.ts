import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRedirects } from '#content-io/redirects.ts';

const pages = ['/places/wanchang/', '/places/jinzhu/', '/about/'];
function read(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'redirects-'));
  writeFileSync(join(folder, 'redirects.json'), text);
  const found = readRedirects(folder, (address) => pages.includes(address));
  rmSync(folder, { recursive: true });
  return found;
}
const of = (table: Record<string, unknown>) => JSON.stringify(table, null, 2);

test('an old address that leads to a page is in order, with or without a place on it', () => {
  const table = { '/places/old/': '/places/wanchang/', '/places/Older/': '/about/#ways' };
  expect(read(of(table))).toEqual({ redirects: table, faults: [] });
  expect(read('{}')).toEqual({ redirects: {}, faults: [] });
});

test.each([
  ['broken JSON', '{\n  "/a/": "/about/"\n  "/b/": "/about/"\n}', 3],
  ['no JSON', '<<<<<<< HEAD', 1],
  ['a list', '[]', 1],
  ['a list as target', of({ '/a/': ['/about/'] }), 2],
  ['another host', of({ '/a/': 'https://example.org/' }), 2],
  ['another host without a scheme', of({ '/a/': '//example.org/' }), 2],
  ['an address without its last slash', of({ '/a': '/about/' }), 2],
  ['a pattern', of({ '/[...all]/': '/about/' }), 2],
  ['a step up', of({ '/a/': '/../about' }), 2],
  ['a page that is there', of({ '/about/': '/places/jinzhu/' }), 2],
  ['itself', of({ '/a/': '/a/' }), 2],
  ['a circle', of({ '/a/': '/b/', '/b/': '/a/' }), 2],
  ['a chain', of({ '/a/': '/b/', '/b/': '/about/' }), 2],
  ['a page that is not there', of({ '/a/': '/places/nosuch/' }), 2],
  ['one address twice', '{\n  "/a/": "/about/",\n  "/a/": "/places/jinzhu/"\n}', 3],
  ['a character that cannot be seen', of({ '/a/': '/about/\u200B' }), 2],
])('%s is a fault of its line in Chinese, and leads nowhere', (_what, text, line) => {
  const { redirects, faults } = read(text);
  expect(redirects).toEqual({});
  expect(faults[0]).toMatchObject({ severity: 'error', line });
  for (const { problem, remedy } of faults) expect(`${problem} ${remedy}`).toMatch(/[一-鿿].* .*[一-鿿]/u);
});
