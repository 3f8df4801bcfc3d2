import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createUrls } from '#domain/site/urls.ts';
import { createTables } from '#render/tables.ts';
import { workbook } from '#render/workbook.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';
import { all, readXml, textsOf } from '../../site/xml.ts';

const tables = createTables(fixtureCatalog(), createUrls('/'), (path) => `https://x.cn${path}`);
const info = {
  name: 'a',
  title: '数据',
  description: '说明',
  homepage: 'https://x.cn/data/',
  updated: '2026-11-24 17:00',
  licence: { name: '', url: '' },
};

/** Sheets by name: their XML, and the cells of a row as they are stored. */
async function opened(table: (typeof tables)[keyof typeof tables]) {
  const files = unzipSync(await workbook(table, tables.sources, info));
  const xml = (name: string) => readXml(strFromU8(files[name] ?? new Uint8Array()));
  const strings = all(xml('xl/sharedStrings.xml'), 'si').map((one) => one.textContent);
  const names = all(xml('xl/workbook.xml'), 'sheet').map((one) => one.getAttribute('name') ?? '');
  const sheet = (n: number) => xml(`xl/worksheets/sheet${n + 1}.xml`);
  const rows = (n: number) =>
    all(sheet(n), 'row').map((row) =>
      all(row, 'c').reduce<(string | number | null | undefined)[]>((cells, cell) => {
        const [value = ''] = textsOf(cell, 'v');
        // An empty cell is not written; the others say where they stand: B2.
        const column = (cell.getAttribute('r') ?? 'A').charCodeAt(0) - 'A'.charCodeAt(0);
        cells[column] = cell.getAttribute('t') === 's' ? strings[Number(value)] : Number(value);
        return cells;
      }, []),
    );
  return { names, sheet, rows };
}

test('a table opens with its headings in sight, figures as figures and codes as text', async () => {
  const { names, sheet, rows } = await opened(tables.places);
  expect(names).toEqual(['文件点到的地方', '出处', '说明']);
  const [pane] = all(sheet(0), 'pane');
  expect([pane?.getAttribute('state'), pane?.getAttribute('ySplit')]).toEqual(['frozen', '1']);
  expect(all(sheet(0), 'col')).toHaveLength(rows(0)[0]?.length ?? 0);
  const [heads = [], qingshi = []] = rows(0);
  const cell = (head: string) => qingshi[heads.indexOf(head)];
  expect(cell('全称')).toBe('青石镇');
  expect(cell('角色')).toBe('工业主导型；生态旅游型');
  expect(cell('区划代码')).toBe('220203100');
  expect(cell('纬度')).toBe(43.9);
});

test('the sources that a table cites stand on its second sheet, none besides, and its columns are explained', async () => {
  const { rows } = await opened(tables.cases);
  expect(
    rows(1)
      .map(([id]) => id)
      .slice(1)
      .toSorted(),
  ).toEqual(['paper', 'stats']);
  expect(rows(2).flat()).toEqual(expect.arrayContaining(['最后更新', '2026-11-24 17:00（北京时间）', '数值']));
});

test('a whole date is a date, one without its day is text', async () => {
  const { rows } = await opened(tables.sources);
  const [heads = []] = rows(0);
  const dates = rows(0)
    .slice(1)
    .map((row) => row[heads.indexOf('日期')]);
  for (const date of dates.filter((one) => one !== undefined))
    expect(typeof date === 'number' || /^\d{4}-(?:\d\d|XX)-XX$/.test(String(date))).toBe(true);
});

test('the same content gives the same bytes', async () => {
  const first = await workbook(tables.places, tables.sources, info);
  await new Promise((wake) => setTimeout(wake, 2100));
  expect(Buffer.compare(first, await workbook(tables.places, tables.sources, info))).toBe(0);
});
