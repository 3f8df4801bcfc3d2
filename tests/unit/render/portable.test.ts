import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { portablePage, portableSearch, relativeAddress } from '#render/portable.ts';

test.each([
  ['', 'index.html', 'index.html'],
  ['', 'places/wulajie/index.html', '../../index.html'],
  ['places/wulajie/#facts', 'policies/land/index.html', '../../places/wulajie/index.html#facts'],
  ['data/places.csv', 'data/index.html', '../data/places.csv'],
  ['document/#c-3-8', 'document/index.html', '#c-3-8'],
  ['search/?q=a', '404.html', 'search/index.html?q=a'],
])('「%s」 seen from %s is %s', (address, page, relative) => {
  expect(relativeAddress(address, page)).toBe(relative);
});

describe.each(['/', '/ztzl/xcz/'])('a page built below %s', (base) => {
  const page = portablePage(
    `<meta http-equiv="content-security-policy" content="x"><link rel="manifest" href="${base}manifest.webmanifest"><script type="module" src="${base}_astro/a.js"></script><a href="${base}places/">镇村</a><a href="#top">上</a><a href="https://example.org/">外</a><form action="${base}search/"></form><img src="${base}a.webp" srcset="${base}a.webp 1x, ${base}b.webp 2x,https://example.org/c.webp 3x">`,
    'policies/index.html',
    base,
  );
  test('has addresses from itself, and leaves others alone', () => {
    expect(page).toBe(
      '<a href="../places/index.html">镇村</a><a href="#top">上</a><a href="https://example.org/">外</a><form action="../search/index.html"></form><img src="../a.webp" srcset="../a.webp 1x, ../b.webp 2x, https://example.org/c.webp 3x">',
    );
  });
});

test('the search of the stick is one plain script that needs nothing from outside', () => {
  const script = portableSearch([{ path: 'policies/environment/', title: '厕所</script>', summary: '', words: '' }]);
  expect(script).not.toContain('</script');
  expect(script).not.toMatch(/\bimport\b|\bfetch\(/);
  expect(() => new Script(script)).not.toThrow();
});
