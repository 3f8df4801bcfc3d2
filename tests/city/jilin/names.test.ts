import { describe, expect, test } from 'vitest';
import { relatedPlaces } from '#domain/guidance/related.ts';
import { writtenCatalog } from '../../content/written.ts';
import { clauseIds, clusterIds, placeIds, policyIds } from './published-ids.ts';

// What the guidance of Jilin City says of its places: taken from the document by hand, and no count of what was written.
// A writer may add a place the document does not name (basis: implied), an explainer or a cluster, and nothing here turns red.
const catalog = writtenCatalog();

/** Names in the document's own writing and order. */
const holders: [role: string, clause: string, names: string][] = [
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
  ['focus-area', '2-2', '八道河子 公吉乡'],
];

/** The document writes 永吉 and 永吉县, 明城 and 明城镇; a title may be either. */
const short = (name: string) => (name.length > 2 ? name.replace(/[县市镇乡]$/u, '') : name);
const remedy = (clause: string) =>
  `改 src/content/places/ 里有关地方的 roles：文件（${clause}）点了名的才不写 basis: implied；点名的写在 tests/city/jilin/names.test.ts`;

describe.each(holders)('%s (clause %s)', (role, clause, list) => {
  const wanted = list.split(' ').map(short);
  const held = catalog.withRole(role).map(({ id, data }) => ({
    id,
    name: short(data.title),
    as: data.roles.find((one) => one.role === role),
  }));
  test(`is held by ${list}`, () => {
    const missing = wanted.filter((name) => !held.some((one) => one.name === name));
    expect(missing, remedy(clause)).toEqual([]);
  });
  test('is said to be named by the document of nobody else', () => {
    const others = held.filter(({ name, as }) => as?.basis === 'named' && !wanted.includes(name));
    expect(
      others.map(({ id }) => `src/content/places/${id}.mdx`),
      remedy(clause),
    ).toEqual([]);
  });
  test('rests on that clause for each of them', () => {
    const elsewhere = held.filter(
      ({ name, as }) => wanted.includes(name) && ![as?.clause, ...(as?.also ?? [])].includes(clause),
    );
    expect(
      elsewhere.map(({ id }) => `src/content/places/${id}.mdx`),
      remedy(clause),
    ).toEqual([]);
  });
});

test('six types have 6, 8, 3, 2, 8 and 1 names: 28 entries, 27 towns, for 烟筒山 has two types', () => {
  const types = holders.filter(([role]) => role.startsWith('type-')).map(([, , list]) => list.split(' '));
  expect(types.map((names) => names.length)).toEqual([6, 8, 3, 2, 8, 1]);
  expect(new Set(types.flat()).size).toBe(27);
  expect(
    catalog.place('yantongshan').data.roles.map(({ role }) => role),
    'src/content/places/yantongshan.mdx roles — 二(四)2 和二(四)6 都点了烟筒山',
  ).toEqual(['type-ecotourism', 'type-transport']);
});

test('no other role is said to be named by the document', () => {
  const counted = new Set(holders.map(([role]) => role));
  const others = catalog.places.flatMap(({ id, data }) =>
    data.roles
      .filter(({ role, basis }) => basis === 'named' && !counted.has(role))
      .map(({ role }) => `src/content/places/${id}.mdx roles: ${role}`),
  );
  expect(others, '文件没有点名：写 basis: implied').toEqual([]);
});

test('the 44 places, 17 explainers and 3 clusters of the document keep their ids', () => {
  expect([placeIds.length, policyIds.length, clusterIds.length]).toEqual([44, 17, 3]);
  const gone = [
    ...placeIds.map((id) => ['places', id] as const),
    ...policyIds.map((id) => ['policies', id] as const),
    ...clusterIds.map((id) => ['clusters', id] as const),
  ].filter(([kind, id]) => !catalog[kind].some((entry) => entry.id === id));
  expect(
    gone.map(([kind, id]) => `src/content/${kind}/${id}.mdx`),
    '发布过的编号不改名、不删：把文件放回来',
  ).toEqual([]);
});

describe('src/data/clauses.yaml', () => {
  test('has the 39 clauses of the document: a preface, 4 parts, 18 sections and 16 items', () => {
    const depth = (n: number) => clauseIds.filter((id) => id !== '0' && id.split('-').length === n);
    expect([clauseIds.length, depth(1).length, depth(2).length, depth(3).length]).toEqual([39, 4, 18, 16]);
    expect(
      catalog.clauses.map(({ id }) => id),
      'src/data/clauses.yaml — 条款就是文件的 39 条，编号见 tests/city/jilin/published-ids.ts',
    ).toEqual(clauseIds);
  });
  test('labels each clause by its number in Chinese', () => {
    const numerals = '一二三四五六七八九';
    const label = (id: string) => {
      const [part = 0, section = 0, item] = id.split('-').map(Number);
      if (part === 0) return '前言';
      return `${numerals.charAt(part - 1)}${section ? `(${numerals.charAt(section - 1)})` : ''}${item ?? ''}`;
    };
    const wrong = catalog.clauses.filter((clause) => clause.label !== label(clause.id));
    expect(
      wrong.map(({ id, label: written }) => `${id} label: ${written} — 写「${label(id)}」`),
      'src/data/clauses.yaml',
    ).toEqual([]);
  });
});

test('孤店子 and 桦皮厂 stand in two clusters', () => {
  const both = catalog
    .withRole('cluster-north')
    .filter((place) => catalog.withRole('cluster-hotspring').includes(place))
    .map(({ id }) => id);
  expect(both, remedy('2-1-2')).toEqual(expect.arrayContaining(['gudianzi', 'huapichang']));
});

test('every place of the document has others to go on to: related ones, or its line of the picture', () => {
  const onLine = new Set(
    catalog.strips
      .filter(({ stations }) => stations.length > 1)
      .flatMap(({ stations }) => stations.map(({ place }) => place.id)),
  );
  const alone = placeIds.filter((id) => relatedPlaces(catalog, catalog.place(id)).length === 0 && !onLine.has(id));
  expect(alone).toEqual([]);
});
