import { describe, expect, test } from 'vitest';
import { type Edit, checkAfter } from '../../fixtures/fixture.ts';

const qingshi = 'content/places/qingshi.mdx';
const baishui = 'content/places/baishui.mdx';
const goals = 'content/policies/goals.mdx';
const stone = 'content/cases/qingshi-stone.mdx';
const edit = (file: string, from: string, to: string): Edit => ({ file, from, to });
const last = (change: Edit, line: number) => line + change.to.split('\n').length - 1;

const failing: [rule: string, edit: Edit, fault: string][] = [
  [
    'a heading of its own',
    edit(baishui, '## 文件怎么说', '## 文件怎么说\n\n甲。\n\n## 我的看法'),
    '正文: 标题「我的看法」不在规定里 — 用其中一个：是什么地方、文件怎么说、后来怎样、去之前、采访之前要知道的；小标题用 ###',
  ],
  [
    'a paragraph of background without a source',
    edit(stone, '机器旧了。<Source id="paper" />', '机器旧了。'),
    '正文: 背景资料这一段没有出处 — 在句末加 <Source id="出处编号" />',
  ],
  [
    'a background of one line without a source',
    edit(
      stone,
      '<Background>\n\n机器旧了。<Source id="paper" />\n\n</Background>',
      '<Background>机器旧了。</Background>',
    ),
    '正文: 背景资料这一段没有出处 — 在句末加 <Source id="出处编号" />',
  ],
  [
    'a promise in a background of one line',
    edit(
      stone,
      '<Background>\n\n机器旧了。<Source id="paper" />\n\n</Background>',
      '<Background>您一定能办理。<Source id="paper" /></Background>',
    ),
    '正文: 用了「您一定」 — 改成「可能」「按规定」，并写「以窗口答复为准」',
  ],
  [
    'an item of a list in background without a source, though its neighbour has one',
    edit(stone, '机器旧了。<Source id="paper" />', '- 机器旧了。<Source id="paper" />\n- 人也少了。'),
    '正文: 背景资料这一项没有出处 — 在句末加 <Source id="出处编号" />',
  ],
  [
    'an item below an item with a source',
    edit(stone, '机器旧了。<Source id="paper" />', '- 机器旧了。<Source id="paper" />\n  - 人也少了。'),
    '正文: 背景资料这一项没有出处 — 在句末加 <Source id="出处编号" />',
  ],
  [
    'a row of a table in background without a source',
    edit(
      stone,
      '机器旧了。<Source id="paper" />',
      '| 甲 | 乙 |\n|---|---|\n| 机器 | 旧了<Source id="paper" /> |\n| 人 | 少了 |',
    ),
    '正文: 背景资料这一行没有出处 — 在句末加 <Source id="出处编号" />',
  ],
  [
    'a clause in a list in the background of a place',
    edit(qingshi, '据江边日报2024年5月报道，', '- 按文件。<Clause id="1-1" />据江边日报2024年5月报道，'),
    '正文: 文件的话放进了背景资料 — 带 <Clause> 的句子移到背景资料外面',
  ],
  [
    'a clause inside the background of a place',
    edit(qingshi, '。<Source id="paper" />', '。<Source id="paper" /><Clause id="1-1" />'),
    '正文: 文件的话放进了背景资料 — 带 <Clause> 的句子移到背景资料外面',
  ],
  [
    'a promise to the reader',
    edit(goals, '问村委会。', '您一定能办理。'),
    '正文: 用了「您一定」 — 改成「可能」「按规定」，并写「以窗口答复为准」',
  ],
  ['praise', edit(goals, '问村委会。', '这里位居第一。'), '正文: 用了「位居第一」 — 删去评价，只写事实'],
  [
    'a title that the document does not give',
    edit(goals, '问村委会。', '这里是历史文化名镇。'),
    '正文: 用了「历史文化名镇」 — 文件怎么叫就怎么写；有出处的放进背景资料',
  ],
  ['a link text that says nothing', edit(goals, '问村委会。', '点击这里。'), '正文: 用了「点击这里」 — 写明链接去哪里'],
  [
    'praise in a summary',
    edit(baishui, 'summary: 文件把它列为生态旅游型。', 'summary: 全国一流的镇。'),
    'summary: 用了「全国一流」 — 删去评价，只写事实',
  ],
  [
    'a promise in an answer',
    edit(goals, 'a: 按条例办。', 'a: 保证能办。'),
    'questions[1].a: 用了「保证能」 — 改成「可能」「按规定」，并写「以窗口答复为准」',
  ],
  [
    'a sentence of 61 characters',
    edit(goals, '问村委会。', `${'长'.repeat(61)}。`),
    `正文: 一句话有 61 个字：「${'长'.repeat(12)}……」 — 拆成几句，每句不超过 60 个字`,
  ],
];

describe('is a fault, named with file, line, field and remedy, and nothing else is', () => {
  test.each(failing)('%s', (_rule, change, fault) => {
    const { lines, line } = checkAfter([change]);
    expect(lines).toEqual([`${change.file}:${last(change, line)} ${fault}`]);
  });
});

describe('headings', () => {
  test('a required one must be there', () => {
    expect(checkAfter([edit(goals, '## 后来怎样\n\n没有查到。\n', '')]).lines).toEqual([
      `${goals}:1 正文: 缺少「后来怎样」一节 — 补上 ## 后来怎样`,
    ]);
  });
  test('an optional one may be left out', () => {
    const text =
      '## 是什么地方\n\n<Background>\n\n据江边日报2024年5月报道，年产值<Fact id="output" />。<Source id="paper" />\n\n</Background>\n\n';
    expect(checkAfter([edit(qingshi, text, '')]).lines).toEqual([]);
  });
  test('they stand in their order', () => {
    const { lines } = checkAfter([edit(baishui, '## 文件怎么说', '## 后来怎样\n\n甲。\n\n## 文件怎么说')]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/baishui\.mdx:\d+ 正文: 标题的先后不对或重复 — 按这个次序：是什么地方、文件怎么说/);
  });
  test('one heading does not stand twice', () => {
    const { lines } = checkAfter([edit(baishui, '## 文件怎么说', '## 文件怎么说\n\n甲。\n\n## 文件怎么说')]);
    expect(lines.map((line) => line.includes('标题的先后不对或重复'))).toEqual([true]);
  });
  test('no text stands before the first', () => {
    const { lines } = checkAfter([edit(baishui, '## 文件怎么说', '甲。\n\n## 文件怎么说')]);
    expect(lines).toEqual([`${baishui}:1 正文: 正文开头没有标题 — 先写 ## 是什么地方`]);
  });
  test('every page lacks what it lacks: two missing ones are two faults', () => {
    const { lines } = checkAfter([
      edit(goals, '## 后来怎样\n\n没有查到。\n', ''),
      edit(goals, '## 文件没有说的\n\n没有说怎么数人。\n', ''),
    ]);
    expect(lines).toHaveLength(2);
  });
});

const passing: [rule: string, edit: Edit][] = [
  ['a sentence of 60 characters', edit(goals, '问村委会。', `${'长'.repeat(60)}。`)],
  ['a long cell of a table', edit(qingshi, '| 工业主导型 |', `| ${'长'.repeat(70)} |`)],
  [
    'a clause inside the background of a case',
    edit(stone, '。<Source id="paper" />', '。<Clause id="1-1" /><Source id="paper" />'),
  ],
  ['a title that a source gives, in background', edit(stone, '机器旧了。', '这里是中国历史文化名镇。')],
  [
    'a paragraph of background with a fact for its source',
    edit(qingshi, '<Fact id="output" />。<Source id="paper" />', '<Fact id="output" />。'),
  ],
  ['「可能」 and 「以窗口答复为准」', edit(goals, '问村委会。', '可能要等几天，以窗口答复为准。')],
];

describe('is no fault', () => {
  test.each(passing)('%s', (_rule, change) => {
    expect(checkAfter([change]).lines).toEqual([]);
  });
});
