import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stockOf } from '#reader/load.ts';
import { KeptPages } from '../../../src/integrations/kept-pages.ts';
import { fixtureContent } from '../../fixtures/fixture.ts';

const site = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => {
  rmSync(site, { recursive: true });
  rmSync(join('.cache', 'pages', `${hash('sha1', site)}.json`), { force: true });
});

/** Pages of the made-up site with so many sources. */
function pagesWith(sources: number): KeptPages {
  const { content } = fixtureContent();
  const further = Array.from({ length: sources - content.sources.length }, (_, n) =>
    content.sources.slice(0, 1).map((source) => ({ ...source, id: `s${n}` })),
  );
  const stock = stockOf({ ...content, sources: [...content.sources, ...further.flat()] });
  return new KeptPages(stock, site, 'tests/fixtures/data');
}

test('a page is kept until its sources stand on other pages: 350 have one page, 351 have two', () => {
  const [route, file] = ['src/pages/places/[id].astro', 'places/qingshi/index.html'];
  mkdirSync(join(site, 'places/qingshi'), { recursive: true });
  writeFileSync(join(site, file), '<a href="/sources/#paper">');
  const first = pagesWith(3);
  first.made(route, file, new Set(['entry places qingshi', 'ask place qingshi', 'ask source paper']), 'sum');
  first.save(site);

  expect(pagesWith(350).take(route, file)).toBe('sum');
  expect(pagesWith(351).take(route, file)).toBeUndefined();
});
