import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { parseCsv } from '../fixtures/parse-csv.ts';
import { attr, byId, elements, entryIds, linksIn, named, page, pages, siteFile, textOf } from './built-pages.ts';

interface Field {
  name: string;
  key: string;
  type: string;
  format?: string;
  constraints?: { required?: boolean; pattern?: string; enum?: string[] };
}
interface Schema {
  fields: Field[];
  primaryKey?: string[];
}
type Row = Record<string, unknown>;
const tables = ['places', 'cases', 'targets', 'clauses', 'sources'];
const json = (path: string): unknown => JSON.parse(siteFile(path));
const rowsOf = (table: string) => json(`data/${table}.json`) as Row[];
const csv = (table: string) => parseCsv(siteFile(`data/${table}.csv`));

describe.each(tables)('the table %s', (table) => {
  const schema = json(`data/${table}.schema.json`) as Schema;
  const [heads = [], ...rows] = parseCsv(siteFile(`data/${table}.csv`));
  const records = json(`data/${table}.json`) as Record<string, string | number | string[] | null>[];

  test('has the columns its schema names, in order', () => {
    expect(heads).toEqual(schema.fields.map(({ name }) => name));
    // A clause goes by its name in the CSV, and by its id too in the JSON.
    const shared = schema.fields.map(({ key }) => key).filter((key) => key !== 'parent_label');
    expect(Object.keys(records[0] ?? {}).filter((key) => shared.includes(key))).toEqual(shared);
  });
  test('holds in the CSV what its schema allows', () => {
    const wrong = rows.flatMap((row) =>
      schema.fields.flatMap(({ name, type, constraints }, index) => {
        const cell = row[index] ?? '';
        const form =
          type === 'datetime' ? String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+08:00$` : (constraints?.pattern ?? '');
        const fits =
          cell === ''
            ? !constraints?.required
            : new RegExp(form).test(cell) &&
              (constraints?.enum?.includes(cell) ?? true) &&
              (type !== 'number' || !Number.isNaN(Number(cell)));
        return fits ? [] : [`${row[0] ?? ''} ${name}：${cell}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
  test('says the same in CSV and JSON', () => {
    const plain = (value: string | number | string[] | null) =>
      value === null ? '' : Array.isArray(value) ? value.join('；') : String(value);
    // 2023-09-XX, where the JSON has 2023-09; text that a spreadsheet would change has an apostrophe before it.
    const asJson = (cell: string, pattern = '') =>
      pattern.includes('XX') ? cell.replaceAll('-XX', '') : cell.replace(/^'/, '');
    const inBoth = schema.fields.flatMap((field, n) => (field.key === 'parent_label' ? [] : [{ ...field, n }]));
    expect(records.map((record) => inBoth.map(({ key }) => plain(record[key] ?? null)))).toEqual(
      rows.map((row) => inBoth.map(({ n, constraints }) => asJson(row[n] ?? '', constraints?.pattern))),
    );
  });
  test('has a key and cells that a spreadsheet takes for what they are', () => {
    const changed = rows
      .flat()
      .filter(
        (cell) => /^[=+\-@]|^\d+(?:-\d+)+$|^\d{4}-\d\d$/.test(cell) && !/^(?:-?[\d.]+|\d{4}-\d\d-\d\d)$/.test(cell),
      );
    expect(changed).toEqual([]);
  });
  test('names each row once where it has a key', () => {
    const [key] = schema.primaryKey ?? [];
    const at = heads.indexOf(key ?? '');
    if (at >= 0) expect(new Set(rows.map((row) => row[at])).size).toBe(rows.length);
  });
  test('has as many rows as /data/ says', () => {
    const section = byId(page('/data/').tree, table);
    expect(section).toBeDefined();
    const sections = named(page('/data/').tree, 'section').filter((one) => attr(one, 'ariaLabelledBy') === table);
    expect(sections.map(textOf).join('')).toContain(`共${rows.length}行`);
  });
});

test.each([...tables, 'policies', 'entitlements'])('the JSON of %s holds what its JSON Schema allows', (name) => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  (addFormats as unknown as (to: Ajv2020) => void)(ajv);
  const schema = json(`data/${name}.json-schema.json`) as { $id: string };
  expect(new URL(schema.$id).pathname).toBe(`/data/${name}.json-schema.json`);
  const validate = ajv.compile(schema);
  validate(json(`data/${name}.json`));
  expect(validate.errors ?? []).toEqual([]);
});

test.each(['places', 'cases', 'targets'])('every column of %s is explained on /data/', (table) => {
  const text = textOf(page('/data/').tree);
  expect(Object.keys(rowsOf(table)[0] ?? {}).filter((name) => !text.includes(name))).toEqual([]);
  expect((csv(table)[0] ?? []).filter((title) => !text.includes(title))).toEqual([]);
});

test('the data package lists every table with its fields, and the zip holds every file it names', () => {
  const made = json('data/datapackage.json') as { resources: { path: string; schema: Schema }[]; licenses?: unknown };
  expect(made.resources.map(({ path }) => path)).toEqual(tables.map((table) => `${table}.csv`));
  for (const { path, schema } of made.resources)
    expect(schema).toEqual(json(`data/${path.replace('.csv', '.schema.json')}`));
  const zip = unzipSync(new Uint8Array(readFileSync(join(outDir, 'data/all.zip'))));
  for (const name of Object.keys(zip).filter((one) => one !== 'readme.txt')) {
    expect(Buffer.from(zip[name] ?? []).equals(readFileSync(join(outDir, 'data', name))), name).toBe(true);
  }
  expect(Object.keys(zip)).toEqual(
    expect.arrayContaining([
      ...['readme.txt', 'datapackage.json', ...made.resources.map(({ path }) => path)],
      ...tables.map((table) => `${table}.xlsx`),
    ]),
  );
});

test.each(['places', 'policies'] as const)('%s have one row each', (kind) => {
  expect(
    rowsOf(kind)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(entryIds(kind).toSorted());
});

test('places: an unknown point is null in GeoJSON and empty in CSV, never 0', () => {
  const geo = json('data/places.geojson') as {
    type: string;
    features: { id: string; geometry: { coordinates: [number, number] } | null; properties: Row }[];
  };
  expect(geo.type).toBe('FeatureCollection');
  const ids = rowsOf('places').map(({ id }) => id);
  expect(geo.features.map(({ properties }) => properties['id'])).toEqual(ids);
  expect(geo.features.map(({ id }) => id)).toEqual(ids);
  const disagree = geo.features.filter(
    ({ geometry, properties }) => (geometry === null) !== (properties['latitude'] === null),
  );
  expect(disagree).toEqual([]);
  const outside = geo.features
    .flatMap(({ geometry }) => geometry ?? [])
    .filter(({ coordinates: [lng, lat] }) => lng < 125.5 || lng > 128 || lat < 42.4 || lat > 45);
  expect(outside).toEqual([]);
  // The ids whose place nobody has a point for stay without one.
  const without = geo.features.filter(({ geometry }) => geometry === null).map(({ properties }) => properties['id']);
  const [head = [], ...rows] = csv('places');
  const [id, latitude] = [head.indexOf('编号'), head.indexOf('纬度')];
  expect(rows.filter((row) => row[latitude] === '').map((row) => row[id])).toEqual(without);
});

test('policies: each has its clauses and its address', () => {
  const poor = rowsOf('policies').filter(
    ({ clauses, summary, url }) =>
      !Array.isArray(clauses) || clauses.length === 0 || summary === '' || !/\/policies\/[a-z-]+\/$/.test(String(url)),
  );
  expect(poor).toEqual([]);
});

test('cases: every figure has a source that stands on /sources/', () => {
  const listed = new Set(
    elements(page('/sources/').tree, ({ tagName }) => tagName === 'li').flatMap((li) => attr(li, 'id') ?? []),
  );
  expect(rowsOf('cases').filter(({ value, source_id: id }) => value !== null && !listed.has(String(id)))).toEqual([]);
});

test('every file of data is linked on /data/', () => {
  const linked = new Set(linksIn(page('/data/').tree));
  const files =
    'places.csv places.json places.geojson policies.json cases.csv cases.json clauses.json entitlements.json targets.csv targets.json';
  const perTable = tables.flatMap((table) => [`${table}.xlsx`, `${table}.schema.json`, `${table}.json-schema.json`]);
  const others = ['policies.json-schema.json', 'entitlements.json-schema.json'];
  expect([...files.split(' '), ...perTable, ...others].filter((file) => !linked.has(`/data/${file}`))).toEqual([]);
});

test('the addresses in the data are pages of the site', () => {
  const known = new Set(pages.map(({ path }) => path));
  const urls = ['places', 'cases', 'policies'].flatMap((table) =>
    rowsOf(table).map(({ url }) => new URL(String(url)).pathname),
  );
  expect(urls.filter((url) => !known.has(url))).toEqual([]);
});

test('an outcome that is unknown is hatched, and every target stands in the table with the same words', () => {
  const { tree } = page('/data/targets/');
  const targets = json('data/targets.json') as { target: string; outcome_status: string }[];
  const bars = named(tree, 'svg')
    .filter((svg) => attr(svg, 'className') === 'chart')
    .slice(0, targets.length);
  expect(bars.map((svg) => named(svg, 'rect').map((rect) => attr(rect, 'className'))[1])).toEqual(
    targets.map(({ outcome_status }) => outcome_status),
  );
  const rows = named(named(tree, 'tbody')[0] ?? tree, 'tr').map((row) => textOf(named(row, 'th')[0] ?? row).trim());
  expect(rows).toEqual(targets.map(({ target }) => target));
});

test('the matrix has a row for each place and says the same in words', () => {
  const { tree } = page('/data/matrix/');
  const body = named(tree, 'tbody')[0];
  const places = json('data/places.json') as { name: string; roles: string[] }[];
  const marks = (body ? named(body, 'tr') : []).map(
    (row) => named(row, 'td').filter((cell) => textOf(cell).trim() === '●').length,
  );
  expect(marks).toEqual(places.map(({ roles }) => roles.length));
  const words = named(tree, 'section').find((one) => attr(one, 'ariaLabelledBy') === 'words');
  const sentences = words ? named(words, 'li').map(textOf) : [];
  expect(sentences.map((sentence) => sentence.trim().replace(/：.*$/, ''))).toEqual(places.map(({ name }) => name));
});
