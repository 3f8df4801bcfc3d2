import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createUrls } from '#domain/site/urls.ts';
import { archive } from '#render/archive.ts';
import { dataPackage, jsonSchema, licenceText, readme, tableSchema } from '#render/data-package.ts';
import { fileSchema } from '#render/json-schema.ts';
import { createTables, policyRecords, toRecords } from '#render/tables.ts';
import { model } from '../permit/tables.ts';
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

test('a licence without a page of its own leads to ours, as a package asks for a path', () => {
  expect(dataPackage([], { ...info, licence: { name: '甲', url: '' } })).toMatchObject({
    licenses: [{ title: '甲', path: info.homepage }],
  });
});

describe('JSON Schema', () => {
  const check = (schema: object, value: unknown) => {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
    (addFormats as unknown as (to: Ajv2020) => void)(ajv);
    return ajv.validate(schema, value) ? [] : (ajv.errors ?? []);
  };
  const address = 'https://x.cn/data/a.json-schema.json';
  test.each(Object.values(tables))('$id holds what its schema says', (table) => {
    expect(check(jsonSchema(table, address), toRecords(table))).toEqual([]);
  });
  test('another kind of value, a key too many or too few is told', () => {
    const [row = {}] = toRecords(tables.places);
    const without = Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'roles'));
    for (const wrong of [{ ...row, roles: '工业主导型' }, { ...row, more: 1 }, without, { ...row, id: null }])
      expect(check(jsonSchema(tables.places, address), [wrong])).not.toEqual([]);
  });

  const policies = policyRecords(fixtureCatalog(), createUrls('/'), (path) => `https://x.cn${path}`);
  test('explainers and the checker hold what theirs say', () => {
    expect(check(fileSchema('policies', address), policies)).toEqual([]);
    expect(check(fileSchema('entitlements', address), model)).toEqual([]);
  });
  test('and tell of an explainer without its facts, a rule with a key too many, a wrong id', () => {
    const [first = {}] = policies;
    const [rule] = model.rules;
    for (const wrong of [
      { ...first, facts: undefined },
      { ...first, url: '/policies/a/' },
      { ...first, more: 1 },
    ])
      expect(check(fileSchema('policies', address), [JSON.parse(JSON.stringify(wrong))])).not.toEqual([]);
    for (const wrong of [
      { ...rule, more: 1 },
      { ...rule, id: 'A B' },
      { ...rule, confidence: 'none' },
    ])
      expect(check(fileSchema('entitlements', address), { ...model, rules: [wrong] })).not.toEqual([]);
    expect(check(fileSchema('entitlements', address), { ...model, rules: undefined })).not.toEqual([]);
  });
  test('and name each field in Chinese', () => {
    const unnamed: string[] = [];
    const look = (node: object, path: string) => {
      for (const [key, one] of Object.entries(node)) {
        if (typeof one !== 'object' || one === null) continue;
        if (key !== 'properties') look(one as object, path);
        else
          for (const [name, property] of Object.entries(one as Record<string, { title?: string }>)) {
            if (!/[一-鿿]/.test(property.title ?? '')) unnamed.push(`${path}.${name}`);
            look(property, `${path}.${name}`);
          }
      }
    };
    for (const name of ['policies', 'entitlements'] as const) look(fileSchema(name, address), name);
    expect(unnamed).toEqual([]);
  });
});

test('the readme says that a CSV begins with a byte order mark', () => {
  expect(readme(Object.values(tables), info)).toMatch(/BOM（三个字节 EF BB BF）/);
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
