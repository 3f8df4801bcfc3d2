import { describe, expect, test } from 'vitest';
import { parseCsv } from '../fixtures/parse-csv.ts';
import { clauseIds, placeIds, policyIds } from '../fixtures/published-ids.ts';
import { attr, elements, linksIn, page, pages, siteFile, textOf } from './built-pages.ts';

type Row = Record<string, unknown>;
type Cells = Record<string, string | number | null>;
const json = (table: string) => JSON.parse(siteFile(`data/${table}.json`)) as Row[];
const csv = (table: string) => parseCsv(siteFile(`data/${table}.csv`));

describe.each(['places', 'cases', 'targets'])('%s', (table) => {
  test('as CSV begins with a byte order mark and has the rows of the JSON', () => {
    expect(siteFile(`data/${table}.csv`).startsWith('\uFEFF')).toBe(true);
    const [head = [], ...rows] = csv(table);
    expect(rows).toHaveLength(json(table).length);
    expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
  });
  test('says in CSV and JSON the same, cell by cell', () => {
    const cells = (json(table) as Cells[]).map((row) =>
      Object.values(row).map((value) => (value === null ? '' : String(value))),
    );
    expect(csv(table).slice(1)).toEqual(cells);
  });
  test('has every column explained on /data/', () => {
    const text = textOf(page('/data/').tree);
    expect(Object.keys(json(table)[0] ?? {}).filter((name) => !text.includes(name))).toEqual([]);
    expect((csv(table)[0] ?? []).filter((title) => !text.includes(title))).toEqual([]);
  });
});

test('places: one row each for 44 places, in Chinese', () => {
  expect(
    json('places')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(placeIds.toSorted());
  expect(json('places').find(({ id }) => id === 'yantongshan')).toMatchObject({
    name: '烟筒山',
    roles: '生态旅游型；交通枢纽型',
    clauses: '二(四)2；二(四)6',
  });
});

test('places: an unknown point is null in GeoJSON and empty in CSV, never 0', () => {
  const geo = JSON.parse(siteFile('data/places.geojson')) as {
    type: string;
    features: { geometry: { coordinates: [number, number] } | null; properties: Row }[];
  };
  expect(geo.type).toBe('FeatureCollection');
  expect(geo.features).toHaveLength(44);
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

test('clauses: 39 in the order of the document', () => {
  expect(json('clauses').map(({ id }) => id)).toEqual(clauseIds);
});

test('policies: 17, each with its clauses and its address', () => {
  expect(
    json('policies')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(policyIds.toSorted());
  const poor = json('policies').filter(
    ({ clauses, summary, url }) =>
      !Array.isArray(clauses) || clauses.length === 0 || summary === '' || !/\/policies\/[a-z-]+\/$/.test(String(url)),
  );
  expect(poor).toEqual([]);
});

test('targets: the figures are those of the document', () => {
  const figure = (id: string) =>
    json('targets')
      .filter((row) => row['id'] === id)
      .map(({ value, unit, clause }) => [value, unit, clause]);
  expect(figure('population')).toEqual([[254.5, '万人', '一(一)']]);
  expect(figure('built-area')).toEqual([[144.5, '平方公里', '一(一)']]);
  expect(figure('beautiful-yards')).toEqual([[2, '万户', '三(八)']]);
  expect(figure('clean-homes')).toEqual([[8, '万户', '三(八)']]);
});

test('cases: every figure has a source that stands on /sources/', () => {
  const listed = new Set(
    elements(page('/sources/').tree, ({ tagName }) => tagName === 'li').flatMap((li) => attr(li, 'id') ?? []),
  );
  expect(json('cases').filter(({ value, source_id: id }) => value !== null && !listed.has(String(id)))).toEqual([]);
});

test('every file of data is linked on /data/', () => {
  const linked = new Set(linksIn(page('/data/').tree));
  const files =
    'places.csv places.json places.geojson policies.json cases.csv cases.json clauses.json entitlements.json targets.csv targets.json';
  expect(files.split(' ').filter((file) => !linked.has(`/data/${file}`))).toEqual([]);
});

test('the addresses in the data are pages of the site', () => {
  const known = new Set(pages.map(({ path }) => path));
  const urls = ['places', 'cases', 'policies'].flatMap((table) =>
    json(table).map(({ url }) => new URL(String(url)).pathname),
  );
  expect(urls.filter((url) => !known.has(url))).toEqual([]);
});
