import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { parseCsv } from '../fixtures/parse-csv.ts';
import { attr, elements, entryIds, linksIn, named, page, pages, siteFile, textOf, withAttr } from './built-pages.ts';

const charts = pages.flatMap(({ path }) => (/^\/charts\/\w+\/[\w-]+\/$/.test(path) ? [path] : []));

test('every case with figures, every aim and the census have a chart that their pages or the list lead to', () => {
  const listed = linksIn(page('/charts/').tree);
  expect(charts.filter((path) => !listed.includes(path))).toEqual([]);
  const results = pages.filter(({ path, html }) => /^\/cases\/[\w-]+\/$/.test(path) && html.includes('id="results"'));
  for (const { path, tree } of results) expect(linksIn(tree), path).toContain(`/charts${path}`);
  const aims = elements(
    page('/data/targets/').tree,
    (one) => one.tagName === 'svg' && attr(one, 'className') === 'chart',
  );
  // One is the chart of the census.
  expect(charts.filter((path) => path.startsWith('/charts/targets/'))).toHaveLength(aims.length - 1);
});

test('the figures of a place that have numbers lead to their charts, and no other place has one', () => {
  const kinds = { distance: 'distance', timeline: 'years', census: 'residents' };
  for (const id of entryIds('places')) {
    const { tree } = page(`/places/${id}/`);
    const shown = withAttr(tree, 'dataFigure').map((figure) => attr(figure, 'dataFigure'));
    for (const [figure, kind] of Object.entries(kinds)) {
      const path = `/charts/${kind}/${id}/`;
      expect(charts.includes(path), path).toBe(shown.includes(figure));
      expect(linksIn(tree).includes(path), path).toBe(shown.includes(figure));
    }
  }
});

describe.each(charts)('%s', (path) => {
  const figures = named(page(path).tree, 'strong').map(textOf);
  test('is drawn for a television and square, small enough to send', async () => {
    for (const [shape, width] of [
      ['wide', 1920],
      ['square', 1080],
    ] as const) {
      const file = join(outDir, path, `${shape}.png`);
      expect(statSync(file).size).toBeLessThanOrEqual(200_000);
      expect(await sharp(readFileSync(file)).metadata()).toMatchObject({ width, height: 1080 });
    }
  });
  test('says inside the SVG what it shows, from where and whose it is; the table has every figure', () => {
    const desc = /<desc>(.*?)<\/desc>/.exec(siteFile(`${path}wide.svg`))?.[1] ?? '';
    const drawn = figures.filter((figure) => desc.includes(figure));
    expect(drawn.length).toBeGreaterThan(0);
    // What has no room on the picture is said to be in the table.
    expect(drawn.length === figures.length || desc.includes('见网址里的表格')).toBe(true);
    expect(desc).toMatch(/整理，\d{4}年\d+月\d+日的版本/);
    expect(desc).toMatch(/据|目标见文件条款/);
    const rows = parseCsv(siteFile(`${path}data.csv`));
    // What is drawn only as a stroke among others is told by the table.
    const others = Number(/另有(\d+)个数字，见表格/.exec(textOf(page(path).tree))?.[1] ?? 0);
    expect(rows).toHaveLength(figures.length + others + 1);
    for (const row of rows.slice(1)) expect(row[4]).not.toBe('');
  });
});
