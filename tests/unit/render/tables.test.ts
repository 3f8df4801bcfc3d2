import { describe, expect, test } from 'vitest';
import { createTables, placesGeoJson, policyRecords, sheetOf, toRecords, wholeDate } from '#render/tables.ts';
import { createUrls } from '#domain/site/urls.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();
const urls = createUrls('/ztzl/xcz/');
const absolute = (path: string) => `https://www.example.gov.cn${path}`;
const tables = createTables(catalog, urls, absolute);

test('every row of every table has a cell for every column, and no column is named twice', () => {
  for (const { columns, rows } of Object.values(tables)) {
    expect(rows.filter((row) => row.length !== columns.length)).toEqual([]);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    expect(columns.filter(({ name, title }) => name === '' || title === '')).toEqual([]);
  }
});

describe('places', () => {
  const [qingshi, , daliu] = toRecords(tables.places);
  test('a place with two roles is one row with both and their clauses side by side', () => {
    expect(tables.places.rows).toHaveLength(3);
    expect(qingshi).toMatchObject({
      id: 'qingshi',
      official_name: '青石镇',
      level: '镇',
      county: '龙潭区',
      roles: ['工业主导型', '生态旅游型'],
      clauses: ['二(一)1', '二(一)2'],
      code: '220203100',
      latitude: 43.9,
      distance_km: 12.4,
      url: 'https://www.example.gov.cn/ztzl/xcz/places/qingshi/',
    });
  });
  test('what is not known is null', () => {
    expect(daliu).toMatchObject({ county: null, code: null, latitude: null, longitude: null, distance_km: null });
  });
});

describe('places as GeoJSON', () => {
  const geo = JSON.parse(JSON.stringify(placesGeoJson(catalog, tables.places))) as {
    features: { id: string; geometry: unknown; properties: Record<string, unknown> }[];
  };
  test('a point is longitude first', () => {
    expect(geo.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [126.5, 43.9] });
    expect(geo.features[0]?.properties).toMatchObject({ precision_km: 1.5, position_source: 'stats' });
  });
  test('each has the id of its place', () => {
    expect(geo.features.map(({ id }) => id)).toEqual(toRecords(tables.places).map(({ id }) => id));
  });
  test('a place without a known point has a null geometry and is not left out', () => {
    expect(geo.features.map(({ geometry }) => geometry === null)).toEqual([false, true, true]);
  });
});

describe('cases', () => {
  test('each result is a row; a value in words stands as it is', () => {
    const rows = toRecords(tables.cases);
    expect(rows.map(({ indicator, value, unit, as_of, source }) => [indicator, value, unit, as_of, source])).toEqual([
      ['年产值', 1.2, '亿元', '2023', '江边日报（3版）《青石镇石材年产值过亿》'],
      ['用工', '约300', null, null, '统计局《区划代码表》'],
    ]);
    expect(rows[0]).toMatchObject({ places: ['青石'], themes: ['特色镇'], reported: '2024-05' });
  });
  test('a case without results keeps one row', () => {
    const bare = catalog.cases.map((item) => ({ ...item, data: { ...item.data, results: [] } }));
    const rows = toRecords(createTables({ ...catalog, cases: bare }, urls, absolute).cases);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ case_id: 'qingshi-stone', indicator: null, value: null });
  });
});

test('clauses go by their names on a sheet, and by their ids in the JSON', () => {
  const { columns, rows } = sheetOf(tables.clauses);
  expect(columns.map(({ title }) => title).slice(0, 3)).toEqual(['条款', '上一级', '条目']);
  expect(rows.find(([label]) => label === '二(一)1')?.[1]).toBe('二(一)');
  expect(toRecords(tables.clauses).find(({ label }) => label === '二(一)1')).toMatchObject({
    id: '2-1-1',
    parent: '2-1',
  });
});

test('every cell of a sheet is a text, a figure or empty, and dates of a column have one form', () => {
  for (const table of Object.values(tables)) {
    const { columns, rows } = sheetOf(table);
    expect(rows.flat().filter((cell) => Array.isArray(cell) || cell === '')).toEqual([]);
    const dates = rows.flatMap((row) => row.filter((cell, n) => columns[n]?.type === 'date' && cell !== null));
    expect(dates.filter((date) => !/^\d{4}-(?:\d\d|XX)-(?:\d\d|XX)$/.test(String(date)))).toEqual([]);
  }
  expect(['2023', '2023-09', '2023-09-13'].map(wholeDate)).toEqual(['2023-XX-XX', '2023-09-XX', '2023-09-13']);
});

test('a target without a figure or a deadline says null', () => {
  expect(
    toRecords(tables.targets).map(({ value, unit, clause, deadline, sources }) => [
      value,
      unit,
      clause,
      deadline,
      sources,
    ]),
  ).toEqual([
    [31.5, '万人', '一(一)', '2020年', []],
    [null, null, '二(二)', null, ['stats', 'law']],
  ]);
});

test('explainers as data carry their clauses, questions and address', () => {
  const [goals] = JSON.parse(JSON.stringify(policyRecords(catalog, urls, absolute))) as Record<string, unknown>[];
  expect(goals).toMatchObject({
    id: 'goals',
    clauses: ['1-1'],
    facts: [{ id: 'people', text: '31.5万人', clause: '1-1' }],
    url: 'https://www.example.gov.cn/ztzl/xcz/policies/goals/',
  });
});
