import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Edit, checkAfter } from '../../fixtures/fixture.ts';

const qingshi = 'content/places/qingshi.mdx';
const baishui = 'content/places/baishui.mdx';
const goals = 'content/policies/goals.mdx';
const stone = 'content/cases/qingshi-stone.mdx';
const edit = (file: string, from: string, to: string): Edit => ({ file, from, to });

/** `*` stands for the line that was edited. */
const failing: [rule: string, edit: Edit, fault: string][] = [
  [
    'a role cites a clause that does not exist',
    edit(baishui, 'clause: 2-1-2', 'clause: 9-9'),
    'roles[0].clause: 条款「9-9」不存在 — 条款编号见 /document/，例如 3-7',
  ],
  [
    'a role cites a clause that does not name the place',
    edit(baishui, 'clause: 2-1-2', 'clause: 2-1-1'),
    'roles[0].clause: 条款 二(一)1 没有提到「白水镇」 — 核对条款编号；若是整体提到，写 basis: implied 并在 note 说明',
  ],
  [
    'a role adds a clause that does not exist',
    edit(baishui, 'clause: 2-1-2', 'clause: 2-1-2\n    also: ["2-1", "9-9"]'),
    'roles[0].also[1]: 条款「9-9」不存在 — 条款编号见 /document/，例如 3-7',
  ],
  [
    'a place names a source that does not exist',
    edit(qingshi, 'sources: [stats]', 'sources: [stats, nosuch]'),
    'sources[1]: 出处「nosuch」不存在 — 编号见 src/content/sources/',
  ],
  [
    'a position comes from a source that does not exist',
    edit(qingshi, 'positionSource: stats', 'positionSource: nosuch'),
    'positionSource: 出处「nosuch」不存在 — 编号见 src/content/sources/',
  ],
  [
    'a fact comes from a source that does not exist',
    edit(qingshi, 'source: paper', 'source: nosuch'),
    'facts[0].source: 出处「nosuch」不存在 — 编号见 src/content/sources/',
  ],
  [
    'a fact is said to stand in a further source that does not exist',
    edit(qingshi, 'alsoIn: [stats]', 'alsoIn: [nosuch]'),
    'facts[0].alsoIn[0]: 出处「nosuch」不存在 — 编号见 src/content/sources/',
  ],
  [
    'a figure is said to be of a clause that does not hold it',
    edit(qingshi, 'value: 3', 'value: 5'),
    'facts[1].value: 条款 一(一) 里没有「5万户」 — 核对数字和单位，或改写 source',
  ],
  [
    'two facts of a page share an id',
    edit(qingshi, 'id: yards', 'id: output'),
    'facts[1].id: 事实编号「output」重复 — 换一个编号',
  ],
  [
    'an explainer explains a clause that does not exist',
    edit(goals, 'clauses: ["1-1"]', 'clauses: ["1-1", "5-1"]'),
    'clauses[1]: 条款「5-1」不存在 — 条款编号见 /document/，例如 3-7',
  ],
  [
    'an answer rests on a clause that does not exist',
    edit(goals, '    clauses: ["1-1"]', '    clauses: ["1-7"]'),
    'questions[0].clauses[0]: 条款「1-7」不存在 — 条款编号见 /document/，例如 3-7',
  ],
  [
    'an answer rests on a source that does not exist',
    edit(goals, 'sources: [law]', 'sources: [law, nosuch]'),
    'questions[1].sources[1]: 出处「nosuch」不存在 — 编号见 src/content/sources/',
  ],
  [
    'a case lies in a place that does not exist',
    edit(stone, 'places: [qingshi]', 'places: [nosuchtown]'),
    'places[0]: 地方「nosuchtown」不存在 — 编号见 src/content/places/',
  ],
  [
    'a case has a theme that does not exist',
    edit(stone, 'themes: [towns]', 'themes: [towns, nosuch]'),
    'themes[1]: 主题（导读）「nosuch」不存在 — 编号见 src/content/policies/',
  ],
  [
    'a case was first reported by a source that does not exist',
    edit(stone, 'firstReported: paper', 'firstReported: nosuch'),
    'firstReported: 出处「nosuch」不存在 — 编号见 src/content/sources/',
  ],
  [
    'a result comes from a source that does not exist',
    edit(stone, '    source: paper', '    source: nosuch'),
    'results[0].source: 出处「nosuch」不存在 — 编号见 src/content/sources/',
  ],
  [
    'a case is related to a case that does not exist',
    edit(stone, 'sources: [paper]', 'sources: [paper]\nrelated: [nosuch]'),
    'related[0]: 案例「nosuch」不存在 — 编号见 src/content/cases/',
  ],
  [
    'a sentence cites a clause that does not exist',
    edit(baishui, '<Clause id="2-1-2" />', '<Clause id="2-9" />'),
    '正文: 条款「2-9」不存在 — 条款编号见 /document/，例如 3-7',
  ],
  [
    'a sentence cites a source that does not exist',
    edit(stone, '<Source id="paper" />', '<Source id="nosuch" />'),
    '正文: 出处「nosuch」不存在 — 编号见 src/content/sources/',
  ],
  [
    'a source is cited outside a background block',
    edit(baishui, '<Clause id="2-1-2" />', '<Clause id="2-1-2" /><Source id="paper" />'),
    '正文: 出处放在了背景资料外面 — 用 <Background> 把这一段包起来',
  ],
  [
    'a sentence uses a term that the glossary lacks',
    edit(qingshi, '<Term id="jingjiquan">', '<Term id="nosuch">'),
    '正文: 名词「nosuch」不存在 — 编号见 src/data/glossary.yaml',
  ],
  [
    'a sentence shows a fact that does not exist',
    edit(qingshi, '<Fact id="output" />。', '<Fact id="baishui/output" />。'),
    '正文: 事实「baishui/output」不存在 — 本页的写编号，别处的写「地方编号/事实编号」',
  ],
  [
    'a link leads to a page that does not exist',
    edit(qingshi, '(/places/baishui/)', '(/places/nosuchtown/)'),
    '正文: 链接 /places/nosuchtown/ 没有这一页 — 核对地址；写完整路径并以 / 结尾，例如 /places/wulajie/',
  ],
  [
    'a link leads off the site',
    edit(qingshi, '(/places/baishui/)', '(https://example.com/)'),
    '正文: 链接 https://example.com/ 不是本站地址 — 站外内容写成出处，用 <Source>',
  ],
  [
    'the glossary rests on a clause that does not exist',
    edit('data/glossary.yaml', 'clauses: ["1-1"]', 'clauses: ["1-7"]'),
    'clauses[0]: 条款「1-7」不存在 — 条款编号见 /document/，例如 3-7',
  ],
  [
    'a target is said to be of a clause that does not hold its figure',
    edit('data/targets.yaml', 'value: 31.5', 'value: 1.5'),
    'value: 条款 一(一) 里没有这个数字 — 核对数字和单位',
  ],
  [
    'a target is drawn with people of a place that does not exist',
    edit(
      'data/targets.yaml',
      '  outcome: 没有查到。',
      '  outcome: 没有查到。\n  census:\n    - { place: nosuchtown, fact: a }',
    ),
    'census[0].place: 地方「nosuchtown」不存在 — 编号见 src/content/places/',
  ],
  [
    'a target is drawn with a fact that counts no people',
    edit(
      'data/targets.yaml',
      '  outcome: 没有查到。',
      '  outcome: 没有查到。\n  census:\n    - { place: qingshi, fact: output }',
    ),
    'census[0].fact: 「qingshi」的事实表里没有人数「output」 — 核对事实编号；要是数字，单位写人，并有 source',
  ],
  [
    'a target is said to be of a clause that does not exist',
    edit('data/targets.yaml', 'clause: "2-2"', 'clause: "2-9"'),
    'clause: 条款「2-9」不存在 — 条款编号见 /document/，例如 3-7',
  ],
];

describe('is a fault, named with file, line, field and remedy, and nothing else is', () => {
  test.each(failing)('%s', (_rule, change, fault) => {
    const { lines, line } = checkAfter([change]);
    expect(lines.filter((text) => !text.includes('（提醒）'))).toEqual([
      `${change.file}:${line + change.to.split('\n').length - 1} ${fault}`,
    ]);
  });
});

const passing: [rule: string, edits: Edit[]][] = [
  [
    'a role rests on a clause that speaks of the group, and says so',
    [edit(baishui, 'clause: 2-1-2', 'clause: 2-1-1\n    basis: implied\n    note: 整体提到')],
  ],
  [
    'a clause names a place by its short form',
    [edit('data/clauses.yaml', 'terms: [生态旅游型, 白水镇, 青石]', 'terms: [生态旅游型, 白水, 青石]')],
  ],
  ['a fact of another page is shown', [edit(baishui, '型。<Clause', '型。<Fact id="qingshi/yards" /><Clause')]],
  ['a link leads to an anchor of a page', [edit(qingshi, '(/places/baishui/)', '(/places/baishui/#facts)')]],
];

describe('is no fault', () => {
  test.each(passing)('%s', (_rule, edits) => {
    expect(checkAfter(edits).lines).toEqual([]);
  });
});

describe('an id that stands twice in a table', () => {
  const twice: [file: string, from: string, row: string][] = [
    ['data/clauses.yaml', '- id: "1-1"', '- {id: "1-1", label: 甲, heading: 甲, gist: 甲, terms: []}'],
    ['data/glossary.yaml', '- id: jingjiquan', '- {id: jingjiquan, term: 甲, plain: 甲}'],
    [
      'data/targets.yaml',
      '- id: population',
      '- {id: population, title: 甲, value: null, unit: null, clause: "1-1", scope: 甲, deadline: null, outcome: 甲, outcomeStatus: unknown, outcomeAsOf: null, sources: []}',
    ],
    ['data/diagram-stations.yaml', '- { id: baishui', '- { id: baishui, at: [300, 600] }'],
    [
      'data/diagram-lines.yaml',
      '- id: tourism',
      '- {id: tourism, label: 甲, members: {role: pole}, points: [[0, 0], [1, 1]], labelAt: [0, 0]}',
    ],
  ];
  test.each(twice)('is a fault of its second row: %s', (file, from, row) => {
    const { lines, line } = checkAfter([edit(file, from, `${row}\n${from}`)]);
    const id = /id: "?([\w-]+)/.exec(row)?.[1] ?? '';
    expect(lines).toEqual([`${file}:${line + 1} id: 编号「${id}」重复 — 换一个编号，或删去一行`]);
  });
  test('is a fault among everyday words too', () => {
    const row = '- {id: toilet, synonyms: [茅房], pages: [/policies/goals/]}';
    const { lines } = checkAfter([edit('data/everyday-words.yaml', '[]', `${row}\n${row}`)]);
    expect(lines).toEqual(['data/everyday-words.yaml:2 id: 编号「toilet」重复 — 换一个编号，或删去一行']);
  });
  test('is a fault of the second of two pages that are asked the same', () => {
    const rows = [
      '- {id: a, page: /policies/goals/, asks: [人口要多少]}',
      '- {id: b, instead: 本站没有。, asks: [人口要多少]}',
    ];
    const { lines } = checkAfter([edit('data/asks.yaml', '[]', rows.join('\n'))]);
    expect(lines).toEqual([
      'data/asks.yaml:3 asks[0]: 「人口要多少」在「a」里已经写了 — 留在答得更准的那一处，这里删去',
    ]);
  });
});

test('a place and a case of one id would show each other’s facts, so the second is a fault', () => {
  const { lines } = checkAfter([], {}, (folder) => {
    renameSync(join(folder, stone), join(folder, 'content/cases/qingshi.mdx'));
  });
  expect(lines).toEqual([
    `content/cases/qingshi.mdx:2 文件: 编号「qingshi」${qingshi} 已经在用 — 给这个文件换一个名字`,
  ]);
});

test('a figure that only our gist of the clause has is not said by the clause', () => {
  const { lines } = checkAfter([edit('data/clauses.yaml', '31.5万人, 3万户]', '31.5万人]')]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/qingshi\.mdx:\d+ facts\[1\]\.value: 条款 一\(一\) 里没有「3万户」/);
});

test('a file that cannot be read is not also blamed for being missing', () => {
  // 青石 cannot be read; the case that lies there and its facts elsewhere are not faults of their own.
  const { lines } = checkAfter([
    edit(qingshi, 'title: 青石\n', ''),
    edit(baishui, '型。<Clause', '型。<Fact id="qingshi/yards" />[青石](/places/qingshi/)<Clause'),
  ]);
  expect(lines.map((text) => text.split(':')[0])).toEqual([qingshi]);
});

test('what people ask leads to a page or to something of the checker, and says one of two things', () => {
  const rows = [
    '- {id: a, page: /policies/nothing/, asks: [问甲]}',
    '- {id: b, page: "/residence-permit/#nothing", asks: [问乙]}',
    '- {id: c, page: /policies/goals/, instead: 本站没有。, asks: [问丙]}',
    '- {id: d, asks: [问丁]}',
  ];
  const { lines } = checkAfter([edit('data/asks.yaml', '[]', rows.join('\n'))]);
  const one = 'page 和 instead 写一个，也只写一个：本站有的写 page（哪一页答），没有的写 instead（告诉读者什么）';
  expect(lines).toEqual([
    'data/asks.yaml:2 page: 没有 /policies/nothing/ 这一页 — 写完整路径，例如 /policies/environment/',
    'data/asks.yaml:3 page: 居住证自查里没有「nothing」 — 写一件事、一项权益、一种情形或者一个电话的编号，见 src/data/permit/',
    `data/asks.yaml:4 [2].page: 写的是「/policies/goals/」，不合要求 — ${one}`,
    `data/asks.yaml:5 [3].page: 没有写，不合要求 — ${one}`,
  ]);
});
