import { describe, expect, test } from 'vitest';
import { relatedPlaces } from '#domain/guidance/related.ts';
import type { Role } from '#schemas/vocabulary.ts';
import { clauseIds, clusterIds, placeIds, policyIds } from '../fixtures/published-ids.ts';
import { writtenCatalog } from './written.ts';

const catalog = writtenCatalog();

/** Names in the document's own writing and order, taken from its clauses by hand. */
const holders: [role: Role, clause: string, names: string][] = [
  ['pole', '2-1-1', '永吉 舒兰 磐石 蛟河 桦甸'],
  ['type-industry', '2-4-1', '金珠 岔路河 明城 红旗岭 夹皮沟 天岗'],
  ['type-ecotourism', '2-4-2', '北大湖 孤店子 桦皮厂 庆岭 搜登站 大绥河 红石砬子 烟筒山'],
  ['type-heritage', '2-4-3', '乌拉街 小白山 朝阳山'],
  ['type-trade', '2-4-4', '越北镇 江北乡'],
  ['type-agriculture', '2-4-5', '黄松甸 新安乡 西阳 万昌 平安 左家 旺起 上营'],
  ['type-transport', '2-4-6', '烟筒山'],
  ['famous-city', '3-7', '永吉 舒兰 磐石 蛟河 桦甸'],
  ['famous-town', '3-7', '乌拉街 溪河 白旗 法特'],
  ['famous-village', '3-7', '大荒地村 韩屯村'],
  ['pilot', '3-9', '金珠 岔路河 明城'],
  ['cluster-north', '2-1-2', '孤店子 桦皮厂 新北街道 经开西区 双吉街道'],
  ['cluster-hotspring', '2-1-2', '长吉产业创新发展示范区 岔路河 万昌 搜登站 一拉溪 大绥河 孤店子 桦皮厂'],
];
const counts: Partial<Record<Role, number>> = {
  pole: 5,
  'type-industry': 6,
  'type-ecotourism': 8,
  'type-heritage': 3,
  'type-trade': 2,
  'type-agriculture': 8,
  'type-transport': 1,
  'famous-city': 5,
  'famous-town': 4,
  'famous-village': 2,
  pilot: 3,
  'cluster-north': 5,
  'cluster-hotspring': 8,
};

/** The document writes 永吉 and 永吉县, 明城 and 明城镇; a title may be either. */
const short = (name: string) => (name.length > 2 ? name.replace(/[县市镇乡]$/u, '') : name);
const names = (role: Role) => catalog.withRole(role).map(({ data }) => short(data.title));

describe.each(holders)('%s (clause %s)', (role, clause, expected) => {
  const wanted = expected.split(' ').map(short);
  test(`is held by ${expected}`, () => {
    expect(wanted).toHaveLength(counts[role] ?? 0);
    expect(names(role).toSorted()).toEqual(wanted.toSorted());
  });
  test('rests on that clause for every holder', () => {
    const others = catalog
      .withRole(role)
      .filter(
        ({ data }) => !data.roles.some((held) => held.role === role && [held.clause, ...held.also].includes(clause)),
      );
    expect(others.map(({ id }) => id)).toEqual([]);
  });
});

test('no role is held by anyone whom the list above does not give it to, but two areas of 桦甸', () => {
  const counted = new Set(holders.map(([role]) => role));
  const others = catalog.places.flatMap(({ id, data }) =>
    data.roles.filter(({ role }) => !counted.has(role)).map(({ role }) => `${id} ${role}`),
  );
  expect(others.toSorted()).toEqual(['badaohezi focus-area', 'gongji focus-area']);
});

test('28 entries in six types are 27 towns: 烟筒山 has two types', () => {
  const types: Role[] = [
    'type-industry',
    'type-ecotourism',
    'type-heritage',
    'type-trade',
    'type-agriculture',
    'type-transport',
  ];
  const entries = types.flatMap((role) => catalog.withRole(role).map(({ id }) => id));
  expect(entries).toHaveLength(28);
  expect(new Set(entries).size).toBe(27);
  expect(catalog.place('yantongshan').data.roles.map(({ role }) => role)).toEqual([
    'type-ecotourism',
    'type-transport',
  ]);
});

test('44 places, each with a page of its own', () => {
  expect(placeIds).toHaveLength(44);
  expect(catalog.places.map(({ id }) => id).toSorted()).toEqual(placeIds.toSorted());
});

test('17 explainers', () => {
  expect(policyIds).toHaveLength(17);
  expect(catalog.policies.map(({ id }) => id).toSorted()).toEqual(policyIds.toSorted());
});

test('39 clauses: a preface, 4 parts, 18 sections and 16 items', () => {
  const depth = (n: number) => catalog.clauses.filter(({ id }) => id !== '0' && id.split('-').length === n);
  expect(clauseIds).toHaveLength(39);
  expect(catalog.clauses.map(({ id }) => id)).toEqual(clauseIds);
  expect([depth(1).length, depth(2).length, depth(3).length]).toEqual([4, 18, 16]);
  // 一 has 2 sections, 二 has 4, 三 has 9, 四 has 3.
  expect([1, 2, 3, 4].map((part) => depth(2).filter(({ id }) => id.startsWith(`${part}-`)).length)).toEqual([
    2, 4, 9, 3,
  ]);
});

test('the label of a clause is its number in Chinese', () => {
  const numerals = '一二三四五六七八九';
  const label = (id: string) => {
    const [part = 0, section = 0, item] = id.split('-').map(Number);
    if (part === 0) return '前言';
    return `${numerals.charAt(part - 1)}${section ? `(${numerals.charAt(section - 1)})` : ''}${item ?? ''}`;
  };
  expect(catalog.clauses.filter((clause) => clause.label !== label(clause.id))).toEqual([]);
});

test('three clusters, of which the document lists members for two', () => {
  expect(catalog.clusters.map(({ id }) => id).toSorted()).toEqual(clusterIds.toSorted());
  expect(catalog.withRole('cluster-ring')).toEqual([]);
});

test('孤店子 and 桦皮厂 stand in two clusters', () => {
  const both = catalog
    .withRole('cluster-north')
    .filter((place) => catalog.withRole('cluster-hotspring').includes(place));
  expect(both.map(({ id }) => id).toSorted()).toEqual(['gudianzi', 'huapichang']);
});

test('at least 26 cases, each with a source and a theme that has a page', () => {
  expect(catalog.cases.length).toBeGreaterThanOrEqual(26);
  expect(catalog.cases.filter(({ data }) => data.sources.length === 0 || data.themes.length === 0)).toEqual([]);
});

test('every place has others to go on to: neighbours, or its line of the picture', () => {
  const onLine = new Set(
    catalog.strips
      .filter(({ stations }) => stations.length > 1)
      .flatMap(({ stations }) => stations.map(({ place }) => place.id)),
  );
  const alone = catalog.places.filter((place) => relatedPlaces(catalog, place).length === 0 && !onLine.has(place.id));
  expect(alone.map(({ id }) => id)).toEqual([]);
});

test('nothing is left to be written', () => {
  const entries = [...catalog.places, ...catalog.policies, ...catalog.clusters, ...catalog.cases];
  expect(
    entries.filter(({ data, body }) => /待写|待查|TODO/.test(JSON.stringify([data, body]))).map(({ path }) => path),
  ).toEqual([]);
});
