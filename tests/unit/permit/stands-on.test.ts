import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { articleLabel, articlesIn, lawName, numberOf } from '#domain/permit/articles.ts';
import { spokenInteger } from '#domain/print/spoken.ts';
import { type Watched, createWatch } from '#domain/permit/stands-on.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';
import { model } from './tables.ts';

describe('articles', () => {
  test.each([
    ['第九条', [9]],
    ['第三、十、十一、三十条', [3, 10, 11, 30]],
    ['第九至十二条', [9, 10, 11, 12]],
    ['第十二条（三）、第十三条（六）', [12, 13]],
    ['第十二条前段', [12]],
    ['第一百零二条、第一百二十条', [102, 120]],
    ['第 9 条', []],
    ['第9条', [9]],
    ['报道转述', []],
    ['二（一）、二（二）', []],
  ])('%s', (text, articles) => {
    expect(articlesIn(text)).toEqual(articles);
  });
  test('numbers are read and written in Chinese', () => {
    for (const [value, text] of [
      [5, '五'],
      [10, '十'],
      [12, '十二'],
      [20, '二十'],
      [47, '四十七'],
      [100, '一百'],
      [105, '一百零五'],
      [110, '一百一十'],
    ] as const) {
      expect(spokenInteger(value)).toBe(text);
      expect(numberOf(text)).toBe(value);
    }
    expect(numberOf('9')).toBe(9);
    expect([numberOf('甲'), numberOf('')]).toEqual([NaN, NaN]);
    expect(articleLabel(62)).toBe('第六十二条');
  });
  test('a law is known by its name alone; a draft stays one', () => {
    expect(lawName('居住证暂行条例（国务院令第663号）')).toBe('居住证暂行条例');
    expect(lawName('《中华人民共和国土地管理法》')).toBe('土地管理法');
    expect(lawName('省公安厅发布会（年份推断为2023年）')).toBe('省公安厅发布会');
    expect(lawName('社会救助法（草案）')).toBe('社会救助法（草案）');
  });
});

/** Two rules on two laws, one entitlement on each, one decision, and the made-up explainers. */
function small(): Watched {
  const rule = { text: '要点。', appliesIf: [], confidence: 'high' as const, clauses: [] };
  const entitlement = {
    category: 'permit' as const,
    permit: 'needed' as const,
    conditions: [],
    gets: ['证'],
    where: '窗口',
    papers: [],
    hotlines: ['12345'],
    clauses: [],
    confidence: 'high' as const,
    asOf: '2025-04',
    unknown: [],
  };
  return {
    policies: fixtureCatalog().policies,
    permit: {
      docs: [
        { id: 'decree', title: '居住证条例（国务院令第1号）', source: 'law' },
        { id: 'notice', title: '关于上学的通知（教发〔2025〕3号）', source: 'notice' },
      ],
      rules: [
        {
          ...rule,
          id: 'who',
          title: '谁能办',
          law: '居住证条例；省办法',
          article: '第二、九条；第九条',
          sources: ['law'],
        },
        {
          ...rule,
          id: 'school',
          title: '上学',
          law: '教发〔2025〕3号',
          article: '报道转述',
          sources: ['notice', 'paper'],
          clauses: ['1-1'],
        },
      ],
      entitlements: [
        {
          ...entitlement,
          id: 'permit',
          name: '办证',
          basis: [{ doc: 'decree', article: '第九条' }],
          rules: ['who'],
          sources: ['law'],
        },
        {
          ...entitlement,
          id: 'card',
          name: '签注',
          basis: [{ doc: 'decree', article: '第十条' }],
          rules: ['school'],
          sources: ['law'],
        },
      ],
      questions: [
        { id: 'stay', letter: 'a', short: '半年', text: '住满半年吗？', why: '因为', options: [], groups: [] },
        { id: 'child', letter: 'b', short: '孩子', text: '有孩子吗？', why: '因为', options: [], groups: [] },
      ],
      decisions: [
        {
          id: 'd1',
          need: 'permit',
          when: { stay: ['yes'] },
          now: ['permit'],
          later: [],
          maybe: [],
          next: [],
          say: '去办。',
          rules: ['who'],
        },
      ],
    },
  };
}
const watch = createWatch(small());
const names = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('what stands on what', () => {
  const [who, school] = small().permit.rules;
  test('a rule: entitlements and decisions that name it, the questions they ask, explainers that cite its law', () => {
    if (!who) throw new Error('no rule');
    const on = watch.onRule(who);
    expect(names(on.entitlements)).toEqual(['permit']);
    expect(names(on.decisions)).toEqual(['d1']);
    expect(names(on.questions)).toEqual(['stay']);
    expect(names(on.explainers)).toEqual(['goals']);
    expect(on.answers.map(({ policy, q }) => `${policy.id} ${q}`)).toEqual(['goals 居住证归谁管？']);
  });
  test('a rule of a clause: explainers of that clause; a report is no law', () => {
    if (!school) throw new Error('no rule');
    const on = watch.onRule(school);
    expect(names(on.explainers)).toEqual(['goals']);
    expect(on.answers.map(({ q }) => q)).toEqual(['人口要到多少？']);
    expect(names(on.decisions)).toEqual([]);
  });
  test('an article: the rules that name it, and entitlements by their own basis or by such a rule', () => {
    const law = watch.find('居住证条例');
    if (!law) throw new Error('no law');
    expect(law.articles).toEqual([2, 9, 10]);
    expect(names(watch.onLaw(law, 9).rules)).toEqual(['who']);
    expect(names(watch.onLaw(law, 9).entitlements)).toEqual(['permit']);
    expect(names(watch.onLaw(law, 10).rules)).toEqual([]);
    expect(names(watch.onLaw(law, 10).entitlements)).toEqual(['card']);
    expect(names(watch.onLaw(law).entitlements)).toEqual(['permit', 'card']);
  });
  test('articles stand with their own law, in the order they are named', () => {
    expect(watch.find('省办法')?.articles).toEqual([9]);
    expect(watch.find('教发〔2025〕3号')?.name).toBe('关于上学的通知');
  });
  test('a law is found by its name, its id or a part that only one has; else the most like are named', () => {
    expect(watch.find('《居住证条例》')?.name).toBe('居住证条例');
    expect(watch.find('decree')?.name).toBe('居住证条例');
    expect(watch.find('上学')?.name).toBe('关于上学的通知');
    expect(watch.find('土地法')).toBeUndefined();
    expect(watch.nearest('居住条例').map(({ name }) => name)[0]).toBe('居住证条例');
    expect(watch.nearest('xyz')).toEqual([]);
  });
});

test('of the real tables, each rule and each basis of an entitlement stands under a law', () => {
  const real = createWatch({ permit: model, policies: [] });
  const laws = real.laws.map((law) => real.onLaw(law));
  const rules = new Set(laws.flatMap((on) => names(on.rules)));
  const entitlements = new Set(laws.flatMap((on) => names(on.entitlements)));
  expect(model.rules.filter(({ id }) => !rules.has(id)).map(({ id }) => id)).toEqual([]);
  expect(model.entitlements.filter(({ id }) => !entitlements.has(id)).map(({ id }) => id)).toEqual([]);
});

describe('npm run stands-on', () => {
  const run = (...args: string[]) => {
    const { stdout, status } = spawnSync(process.execPath, ['scripts/stands-on.ts', ...args], { encoding: 'utf-8' });
    return { stdout, status };
  };
  test('prints what to read again, with file and line', () => {
    const { stdout, status } = run('居住证暂行条例', '9');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^居住证暂行条例第九条改了，下面这些要重看：/);
    expect(stdout).toMatch(/\n规则：\d+\n(?: {2}.+（src\/data\/permit\/rules\.yaml:\d+）\n)+/);
    expect(stdout).toMatch(/权益：\d+\n {2}申领居住证（src\/data\/permit\/entitlements\.yaml:\d+）/);
    expect(run('居住证暂行条例', '第九条').stdout).toBe(stdout);
  });
  test('an unknown law or article is said to be unknown, with the nearest', () => {
    expect(run('居住证条例')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/没有规则用到「居住证条例」。名字相近的：居住证暂行条例/) as string,
    });
    expect(run('居住证暂行条例', '99')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/没有规则用到「99」这一条。\n最近的是第二十三条/) as string,
    });
  });
});
