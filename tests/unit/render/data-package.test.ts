import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createUrls } from '#domain/site/urls.ts';
import { archive } from '#render/archive.ts';
import { dataPackage, licenceText, readme, tableSchema } from '#render/data-package.ts';
import { createTables } from '#render/tables.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const tables = createTables(fixtureCatalog(), createUrls('/'), (path) => `https://x.cn${path}`);
const info = {
  name: 'a',
  title: '数据',
  description: '说明',
  homepage: 'https://x.cn/data/',
  updated: '2026-11-24 17:00',
  licence: { name: '', url: '' },
};

test('a field is named by the heading that stands in the CSV, and says its name in the JSON', () => {
  const { fields, primaryKey } = tableSchema(tables.places) as {
    fields: Record<string, unknown>[];
    primaryKey: string[];
  };
  expect(fields.map(({ name }) => name)).toEqual(tables.places.columns.map(({ title }) => title));
  expect(fields.find(({ key }) => key === 'latitude')).toMatchObject({
    name: '纬度',
    key: 'latitude',
    type: 'number',
    description: 'WGS84，没有查到的为空（单位：度）',
  });
  expect(primaryKey).toEqual(['编号']);
});

test('each table is a resource, and a licence nobody has set is not named', () => {
  const made = dataPackage(Object.values(tables), info) as { resources: { path: string }[] };
  expect(made.resources.map(({ path }) => path)).toEqual([
    'places.csv',
    'cases.csv',
    'targets.csv',
    'clauses.csv',
    'sources.csv',
  ]);
  expect(made).not.toHaveProperty('licenses');
  expect(licenceText(info.licence)).toBe('主办单位还没有定');
  expect(dataPackage([], { ...info, licence: { name: '甲', url: 'https://x.cn/l' } })).toMatchObject({
    licenses: [{ title: '甲', path: 'https://x.cn/l' }],
  });
});

test('the readme explains every column', () => {
  const text = readme(Object.values(tables), info);
  const columns = Object.values(tables).flatMap((table) => table.columns);
  expect(columns.filter(({ title, name }) => !text.includes(`${title}（${name}）`))).toEqual([]);
});

describe('the zip', () => {
  const files = { 'readme.txt': '说明', 'a.csv': '\uFEFF编号\r\n' };
  test('holds the same text', () => {
    const read = unzipSync(archive(files, info.updated));
    expect(Object.entries(read).map(([name, bytes]) => [name, strFromU8(bytes).replace(/^\uFEFF/, '')])).toEqual([
      ['readme.txt', '说明'],
      ['a.csv', '编号\r\n'],
    ]);
  });
  test('is the same bytes for the same content', () => {
    expect(archive(files, info.updated)).toEqual(archive(files, info.updated));
  });
});
