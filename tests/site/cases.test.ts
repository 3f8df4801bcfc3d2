import { describe, expect, test } from 'vitest';
import { parseCsv } from '../fixtures/parse-csv.ts';
import { attr, entryIds, linksIn, listedAs, named, page, siteFile, textOf, withAttr } from './built-pages.ts';

const json = (path: string): unknown => JSON.parse(siteFile(path));
const cases = entryIds('cases').map((id) => page(`/cases/${id}/`));

describe('cases', () => {
  test('are narrowed by links to lists that say how many they hold, each with its table', () => {
    const links = linksIn(page('/cases/').tree).filter((href) =>
      /^\/cases\/(?:(?:theme|county|type|year)\/|with-figures\/)/.test(href),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) {
      const list = page(href);
      const shown = new Set(linksIn(list.tree).filter((one) => cases.some(({ path }) => path === one)));
      const label = textOf(named(page('/cases/').tree, 'a').find((a) => attr(a, 'href') === href) ?? list.tree);
      expect(label, href).toMatch(new RegExp(` ${shown.size}$`));
      const csv = linksIn(list.tree).find((one) => one.endsWith('.csv')) ?? '';
      const [, ...rows] = parseCsv(siteFile(csv.slice(1)));
      expect(textOf(list.tree), href).toContain(`${rows.length}行`);
      expect(new Set(rows.map(([id]) => `/cases/${id ?? ''}/`)), href).toEqual(shown);
      expect(listedAs(list), href).toBe('/cases/');
      expect(list.html, href).not.toContain('data-pagefind-body');
    }
  });
  test('are listed by date, the newest first', () => {
    const order = linksIn(page('/cases/').tree).filter((href) => cases.some(({ path }) => path === href));
    const dates = order.map(
      (href) =>
        (json('data/cases.json') as { url: string; reported: string | null }[]).find(({ url }) => url.endsWith(href))
          ?.reported ?? '',
    );
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(order).toHaveLength(cases.length);
  });
  test('give each figure its unit, time and a source that stands on /sources/', () => {
    const known = new Set(withAttr(page('/sources/').tree, 'id').map((one) => attr(one, 'id')));
    for (const { path, tree } of cases) {
      const rows = named(tree, 'table')
        .filter((table) => attr(table, 'className') === 'results')
        .flatMap((table) => named(table, 'tr').slice(1));
      for (const row of rows) {
        expect(
          named(row, 'td')
            .map(textOf)
            .filter((text) => text.trim() === ''),
          path,
        ).toEqual([]);
        const sources = withAttr(row, 'dataSource').map((mark) => attr(mark, 'dataSource'));
        expect(sources.length, path).toBeGreaterThan(0);
        expect(
          sources.filter((id) => !known.has(id)),
          path,
        ).toEqual([]);
      }
    }
  });
  test('are two clicks from the home page', () => {
    expect(linksIn(page('/').tree)).toContain('/cases/');
  });
});
