import { expect, test } from 'vitest';
import { unnamedTowns } from '#domain/guidance/divisions.ts';
import { createCatalog } from '#domain/model/catalog.ts';
import { writtenOf } from '#domain/model/content.ts';
import { searchEntries } from '#search/index/entries.ts';
import { readings, searchFiles, wordRows } from '#search/index/search-files.ts';
import { openSearchIndex } from '#search/query/search-index.ts';
import { coreOf, shownName } from '#search/towns.ts';
import { loadContent } from '#content-io/load.ts';
import { listPages } from '../../../src/sections.ts';

const { content } = loadContent('src/content', 'src/data', { now: '9999-12-31 23:59' });
const catalog = createCatalog(writtenOf(content));
const { files } = searchFiles(catalog, listPages);
const index = openSearchIndex((file) => Promise.resolve(files.get(file) ?? ''));
const towns = unnamedTowns(catalog);

test('the towns of the guidance are named, those beside them are not', () => {
  const names = towns.map(({ town }) => town.name);
  expect(names).toEqual(expect.arrayContaining(['双河镇', '取柴河镇', '常山镇', '朝阳镇', '新安街道']));
  for (const named of ['岔路河镇', '乌拉街镇', '口前镇', '新安乡', '朝阳山镇', '双吉街道'])
    expect(names).not.toContain(named);
});

test('every town that the guidance does not name is told so, by its name, its county and its pinyin, and never another town', async () => {
  const wrong: string[] = [];
  for (const { town, area } of towns) {
    const name = shownName(town.name);
    const core = coreOf(town.name);
    const isCommon = !/[镇乡]$/u.test(name);
    const asked = [
      name,
      `${area?.name ?? ''}${name}`,
      `${name} ${area?.name ?? ''}`,
      `${name}在哪`,
      `${name}能办居住证吗`,
      readings(name).join(''),
      ...(isCommon ? [] : [core, readings(core).join('')]),
    ];
    for (const typed of asked) {
      const { unnamed, hits } = await index.search(typed);
      const isTold = unnamed.some(({ code, area: told }) => code === town.id && told?.name === area?.name);
      if (!isTold || hits.some(({ kind }) => kind === 'place')) wrong.push(typed);
    }
  }
  expect(towns.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test.each(['双桥镇', '火星镇', '大河镇', '官地镇'])('%s exists nowhere: nothing answers', async (typed) => {
  const { unnamed, verdict } = await index.search(typed);
  expect(unnamed).toEqual([]);
  expect(verdict).not.toBe('answer');
});

test('two towns of one name are both told, and the county tells them apart', async () => {
  const told = async (typed: string) => (await index.search(typed)).unnamed.map(({ area }) => area?.name);
  expect(await told('河南街道')).toEqual(['蛟河市', '磐石市']);
  expect(await told('磐石河南街道')).toEqual(['磐石市']);
});

test('a town whose name is also a term is told beside the answer', async () => {
  const { unnamed, verdict } = await index.search('小城镇');
  expect([unnamed.map(({ name }) => name), verdict]).toEqual([['小城镇'], 'answer']);
});

test('everyday words lead to entries that exist', () => {
  const led = new Set(wordRows(catalog, searchEntries(catalog, listPages)).flatMap(({ pages }) => pages));
  const addresses = new Set(catalog.everydayWords.flatMap(({ pages }) => pages));
  // Two addresses may be one entry; none may be lost.
  expect(led.size).toBe(addresses.size);
});
