import { describe, expect, test } from 'vitest';
import { type IndexEntry, buildIndex } from '#search/index/build-index.ts';
import type { ResultKind } from '#search/kinds.ts';
import { openSearchIndex } from '#search/query/search-index.ts';
import { writeSurprisal } from '#search/surprisal.ts';
import { readings } from '#search/index/search-files.ts';

function entry(
  kind: ResultKind,
  id: string,
  title: string,
  words: Partial<Record<'alias' | 'synonym' | 'ask', string[]>>,
): IndexEntry {
  return {
    card: { kind, id, title, summary: '' },
    facets: { types: [], themes: [] },
    phrases: [
      { text: title, field: 'title' },
      ...(['alias', 'synonym'] as const).flatMap((field) => (words[field] ?? []).map((text) => ({ text, field }))),
    ],
    asks: words.ask ?? [],
  };
}

const entries: IndexEntry[] = [
  entry('policy', 'environment', '厕所和秸秆', {
    synonym: ['旱厕', '秸秆', 'toilet', '三八'],
    ask: ['旱厕改造补不补'],
  }),
  {
    ...entry('policy', 'hukou', '户籍制度改革', {
      synonym: ['落户', '户口', '户籍制度', '承包地', 'hukou'],
      ask: ['没有房本可以迁户口吗'],
    }),
    passages: [
      ['落户以后，家里的承包地还是自己的。', 'for-me'],
      ['租房的能不能落户，文件没有写。', 'unsaid'],
    ],
  },
  entry('policy', 'goals', '工作目标', { synonym: ['254.5万人', '2020年'] }),
  entry('policy', 'housing', '租房和买房', { synonym: ['房租', '租房'] }),
  entry('place', 'wulajie', '乌拉街', { alias: ['乌拉街满族镇', '打牲乌拉'] }),
  entry('place', 'chaluhe', '岔路河', { alias: ['岔路河镇'] }),
  entry('place', 'yongji', '永吉', { alias: ['口前'] }),
  entry('place', 'pingan', '平安', { alias: ['平安镇'] }),
  entry('place', 'huangsongdian', '黄松甸', { ask: ['木耳多少钱一斤'] }),
  entry('place', 'hongshilazi', '红石砬子', { alias: ['红石砬子镇'] }),
  { ...entry('case', 'dig', '考古', { synonym: ['红石砬子'] }), text: ['发掘出很多遗迹'] },
  entry('policy', 'works', '维修队', { synonym: ['水管冻裂', '维修'] }),
  entry('policy', 'winter', '过冬', { ask: ['水管冻裂维修找谁'] }),
];
const rows = [
  { words: [], pages: [], absent: '公交几点本站没有。', asks: ['去乌拉街的公交末班几点', '公交末班车'] },
  { words: ['天气', '锅包肉', '交房', '多少钱一斤'], pages: [], absent: '本站不报天气。' },
  { words: ['长春'], pages: [], absent: '本站只讲吉林市。', elsewhere: true },
  { words: ['茅楼', '旱厕'], pages: [] },
];
const unnamed = { named: 44, links: [] };
const areas = [{ code: '220221', name: '永吉县', entry: 6 }];
const towns = [{ code: '220221101', name: '双河镇', aliases: [] }];

describe('the index of the site', () => {
  const surprisal = writeSurprisal(entries.flatMap(({ phrases }) => phrases.map(({ text }) => text)));
  const files = buildIndex(entries, { readings, version: 'v', rows, surprisal, areas, towns, unnamed });
  const load = (file: string) => {
    const text = files.get(file);
    return text === undefined ? Promise.reject(new Error(file)) : Promise.resolve(text);
  };
  const searchIndex = openSearchIndex(load);
  const first = async (typed: string) => {
    const { hits } = await searchIndex.search(typed);
    const [card] = await searchIndex.cards(hits.slice(0, 1).map((hit) => hit.entry));
    return card?.id;
  };

  test.each([
    ['乌拉街', 'wulajie'],
    ['打牲乌拉', 'wulajie'],
    ['乌辣街', 'wulajie'],
    ['烏拉街', 'wulajie'],
    ['wulajie', 'wulajie'],
    ['wulajei', 'wulajie'],
    ['wlj', 'wulajie'],
    ['岔路he', 'chaluhe'],
    ['路河', 'chaluhe'],
    ['平安', 'pingan'],
    ['２５４．５万', 'goals'],
    ['二〇二〇年', 'goals'],
    ['护籍', 'hukou'],
    ['旱厕咋改', 'environment'],
    ['Toilets', 'environment'],
    ['三(八)', 'environment'],
    ['三（八）', 'environment'],
    ['hukou迁过来', 'hukou'],
    ['hjzd', 'hukou'],
    ['茅楼咋改', 'environment'],
    ['从长春来能落户吗', 'hukou'],
    ['红石砬子发掘遗迹', 'dig'],
  ])('%s leads to %s', async (typed, id) => {
    expect(await first(typed)).toBe(id);
  });

  test.each(['今天天气', '锅包肉怎么做', "' OR 1=1 --", '？？？', 'asdfghjkl'])(
    'nothing is invented for %s',
    async (typed) => {
      expect((await searchIndex.search(typed)).verdict).not.toBe('answer');
    },
  );

  test.each([
    ['今天天气', '本站不报天气。'],
    ['长春落户', '本站只讲吉林市。'],
    ['落户', undefined],
    ['交房租', undefined],
    ['木耳多少钱一斤', undefined],
    ['玉米豆角多少钱一斤', '本站不报天气。'],
  ])('what is not held here is said for %s: %s', async (typed, absent) => {
    expect((await searchIndex.search(typed)).absent).toBe(absent);
  });

  test('the page comes first of which people ask nearly the same', async () => {
    // Both speak of all of it, the other with words of its own.
    expect(await first('水管冻裂维修')).toBe('winter');
    expect(await first('水管冻裂 维修队')).toBe('works');
  });

  test.each([
    ['公交末班几点', '公交几点本站没有。'],
    ['乌拉街公交末班', '公交几点本站没有。'],
    ['乌拉街', undefined],
  ])('what people ask in vain is told: %s', async (typed, absent) => {
    const { absent: told, verdict } = await searchIndex.search(typed);
    expect([told, verdict === 'answer']).toEqual([absent, absent === undefined]);
  });

  /** Files of a kind that a query reads: k by characters, y by sounds. */
  const readFor = async (typed: string, kind: string) => {
    const read: string[] = [];
    await openSearchIndex((file) => {
      read.push(file);
      return load(file);
    }).search(typed);
    return read.filter((file) => file.startsWith(kind)).length;
  };

  test('sounds are read where characters leave something open, or letters were typed', async () => {
    expect(await readFor('乌拉街', 'y')).toBe(0);
    expect(await readFor('乌辣街', 'y')).toBeGreaterThan(0);
    expect(await readFor('wulajie', 'y')).toBeGreaterThan(0);
  });

  test('however long a question is, 18 files are read', async () => {
    const long =
      '俺家在屯子东头住了二十来年，前阵子听村干部开会念叨旱厕改造的事，隔壁老王说每户都能轮上，可是等到下雪还不见动静，想弄明白究竟归谁管';
    expect(await readFor(long, 'k')).toBe(18);
  });

  test.each([
    ['旱厕改造补多少', 'answer'],
    ['旱厕改造涨多少', 'nearest'],
  ] as const)('how much is answered by who speaks of what it is: %s', async (typed, verdict) => {
    expect((await searchIndex.search(typed)).verdict).toBe(verdict);
  });

  test.each([
    ['落户承包地', 'for-me'],
    ['租房落户', 'unsaid'],
    ['房本迁户口', undefined],
  ])('a page is shown with what it says of the matter itself: %s', async (typed, anchor) => {
    const { passage } = await searchIndex.search(typed);
    expect(passage).toBeDefined();
    expect((await passage?.())?.[1]).toBe(anchor);
  });

  test('what is named is shown with what it is', async () => {
    expect((await searchIndex.search('乌拉街')).passage).toBeUndefined();
  });

  test('a town that the guidance does not name is told with its county, and no other town with it', async () => {
    const { unnamed: found, hits } = await searchIndex.search('双河镇');
    expect(found).toEqual([{ code: '220221101', name: '双河镇', area: areas[0] }]);
    expect(hits).toEqual([]);
  });

  test('a name alone is answered in full, a question is not', async () => {
    expect((await searchIndex.search('乌拉街')).named).toBe(true);
    expect((await searchIndex.search('乌拉街那边旱厕还改不改')).named).toBe(false);
  });

  test('a failed read is not remembered', async () => {
    let fail = true;
    const shaky = openSearchIndex((file) => (fail ? Promise.reject(new Error('没有网')) : load(file)));
    await expect(shaky.search('乌拉街')).rejects.toThrow('没有网');
    fail = false;
    expect((await shaky.search('乌拉街')).hits.length).toBeGreaterThan(0);
  });
});
