import { describe, expect, test } from 'vitest';
import { type IndexEntry, buildIndex } from '#search/index/build-index.ts';
import type { ResultKind } from '#search/kinds.ts';
import { openSearchIndex } from '#search/query/search-index.ts';
import { wholeKey } from '#search/ngrams.ts';
import { tokensOf } from '#search/tokens.ts';
import { readings } from '#search/index/search-files.ts';

function entry(
  kind: ResultKind,
  id: string,
  title: string,
  words: Partial<Record<'alias' | 'synonym' | 'ask', string[]>>,
): IndexEntry {
  return {
    card: { kind, id, title, summary: '', lines: [] },
    facets: { types: [], themes: [] },
    phrases: [
      { text: title, field: 'title' },
      ...(['alias', 'synonym', 'ask'] as const).flatMap((field) =>
        (words[field] ?? []).map((text) => ({ text, field })),
      ),
    ],
  };
}

const entries = [
  entry('policy', 'environment', '厕所和秸秆', {
    synonym: ['旱厕', '秸秆', 'toilet', '三八'],
    ask: ['旱厕改造补不补'],
  }),
  entry('policy', 'hukou', '户籍制度改革', {
    synonym: ['落户', '户口', '户籍制度', 'hukou'],
    ask: ['没有房本可以迁户口吗'],
  }),
  entry('policy', 'goals', '工作目标', { synonym: ['254.5万人', '2020年'] }),
  entry('place', 'wulajie', '乌拉街', { alias: ['乌拉街满族镇', '打牲乌拉'] }),
  entry('place', 'chaluhe', '岔路河', { alias: ['岔路河镇'] }),
  entry('place', 'yongji', '永吉', { alias: ['口前'] }),
  entry('place', 'pingan', '平安', { alias: ['平安镇'] }),
];
const absent: [string[], string][] = [[[wholeKey(tokensOf('天气'))], '本站不报天气。']];

describe('the index of the site', () => {
  const files = buildIndex(entries, { readings, version: 'v', absent });
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
  ])('%s leads to %s', async (typed, id) => {
    expect(await first(typed)).toBe(id);
  });

  test.each(['今天天气', '锅包肉怎么做', "' OR 1=1 --", '？？？', 'asdfghjkl'])(
    'nothing is invented for %s',
    async (typed) => {
      expect((await searchIndex.search(typed)).hits).toEqual([]);
    },
  );

  test('what is not held here is said', async () => {
    expect((await searchIndex.search('今天天气')).absent).toBe('本站不报天气。');
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
