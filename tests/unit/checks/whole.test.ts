import { describe, expect, test } from 'vitest';
import { type Edit, checkAfter } from '../../fixtures/fixture.ts';

const qingshi = 'content/places/qingshi.mdx';
const baishui = 'content/places/baishui.mdx';
const edit = (file: string, from: string, to: string): Edit => ({ file, from, to });

describe('a clause that no explainer takes up', () => {
  test('is a fault of the clause', () => {
    const { lines } = checkAfter([edit('content/policies/towns.mdx', 'clauses: ["2-1", "2-2"]', 'clauses: ["2-1"]')]);
    expect(lines).toEqual(['data/clauses.yaml:42 id: 没有一篇导读讲到 二(二) — 在有关导读的 clauses 里加上']);
  });
  test('is none where an explainer takes up the clause above it, or cites it in a sentence', () => {
    // 2-1-1 and 2-1-10 are reached through 2-1 in the untouched fixture.
    expect(checkAfter([]).lines).toEqual([]);
    const { lines } = checkAfter([
      edit('content/policies/towns.mdx', 'clauses: ["2-1", "2-2"]', 'clauses: ["2-1"]'),
      edit('content/policies/towns.mdx', '问镇政府。', '问镇政府。<Clause id="2-2" />'),
    ]);
    expect(lines).toEqual([]);
  });
  test('the preface and the headings of parts need no explainer', () => {
    expect(checkAfter([]).lines.filter((line) => /前言|没有一篇导读讲到 [一二] /.test(line))).toEqual([]);
  });
});

describe('a date that is still to come', () => {
  const now = '2026-11-24 12:00';
  const future: [what: string, edit: Edit, field: string, shown: string][] = [
    [
      'published',
      edit(baishui, 'published: 2026-10-02 09:00', 'published: 2026-11-24 12:01'),
      'published',
      '2026-11-24 12:01',
    ],
    ['updated', edit(baishui, 'updated: 2026-10-02 09:00', 'updated: 2027-01-01 09:00'), 'updated', '2027-01-01 09:00'],
    ['a change', edit(baishui, '- date: 2026-10-02', '- date: 2026-12-02'), 'changes[0].date', '2026-12-02 09:00'],
    [
      'the first report',
      edit('content/cases/qingshi-stone.mdx', 'date: "2024-05"', 'date: "2026-12"'),
      'date',
      '2026-12',
    ],
    ['a source', edit('content/sources/paper.yaml', 'date: "2024-05-03"', 'date: "2026-11-25"'), 'date', '2026-11-25'],
  ];
  test.each(future)('is a fault: %s', (_what, change, field, shown) => {
    const { lines, line } = checkAfter([change], { now });
    expect(lines.filter((text) => text.includes('还没有到')).map((text) => text.split(' — ')[0])).toEqual([
      `${change.file}:${line} ${field}: 「${shown}」还没有到`,
    ]);
  });
  test('is none at that very minute, day, month or year', () => {
    const today = [
      edit(baishui, 'updated: 2026-10-02 09:00', 'updated: 2026-11-24 12:00'),
      edit('content/cases/qingshi-stone.mdx', 'date: "2024-05"', 'date: "2026"'),
      edit('content/sources/paper.yaml', 'date: "2024-05-03"', 'date: "2024-05-03"'),
      edit('content/sources/law.yaml', 'date: "2015-11"', 'date: "2026-11"'),
    ];
    expect(checkAfter(today, { now }).lines).toEqual([]);
  });
});

test('an entry cannot be changed before it was published', () => {
  const { lines, line } = checkAfter([edit(baishui, 'updated: 2026-10-02', 'updated: 2026-10-01')]);
  expect(lines).toEqual([`${baishui}:${line} updated: 更新时间早于发布时间 — 核对两个时间`]);
});

test('a body of headings only is a fault', () => {
  const { lines } = checkAfter([edit(baishui, '文件把它列为生态旅游型。<Clause id="2-1-2" />', '')]);
  expect(lines).toEqual([`${baishui}:1 正文: 正文只有标题 — 在标题下面写内容`]);
});

describe('a source that nobody uses', () => {
  const unused = [
    edit('content/policies/goals.mdx', '    sources: [law]', '    clauses: ["1-1"]'),
    edit('data/glossary.yaml', 'sources: [law]', 'sources: []'),
    edit('data/targets.yaml', 'sources: [stats, law]', 'sources: [stats]'),
  ];
  test('is told and stops nothing', () => {
    const { lines, errors } = checkAfter(unused);
    expect(errors).toEqual([]);
    expect(lines).toEqual([
      'content/sources/law.yaml:1 文件: （提醒）出处「law」没有一处用到 — 在用到它的地方写上，或删去',
    ]);
  });
  test('is not told where the residence-permit rules use it', () => {
    const law = edit('data/permit/docs.yaml', '[]', '- {id: decree, title: 条例, source: law}');
    expect(checkAfter([...unused, law]).lines).toEqual([]);
  });
});

describe('an alias that two places claim', () => {
  test('is told with both files and stops nothing', () => {
    const { lines, errors, line } = checkAfter([edit(qingshi, 'aliases: [石头镇, 青石镇]', 'aliases: [石头镇, 白水]')]);
    expect(errors).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${qingshi}:${line} aliases[1]: （提醒）别名「白水」${baishui} 也在用`);
  });
  test('is told where it is the name of the other place', () => {
    const { lines, errors, line } = checkAfter([
      edit(qingshi, 'aliases: [石头镇, 青石镇]', 'aliases: [石头镇, 白水镇]'),
    ]);
    expect(errors).toEqual([]);
    expect(lines).toEqual([
      `${qingshi}:${line} aliases[1]: （提醒）别名「白水镇」${baishui} 也在用 — 看是不是写错；两处都对可以不改`,
    ]);
  });
  test('is none where one place lists it twice', () => {
    expect(checkAfter([edit(qingshi, 'aliases: [石头镇, 青石镇]', 'aliases: [石头镇, 石头镇]')]).lines).toEqual([]);
  });
});

describe('two places of one name', () => {
  const renamed = edit(baishui, 'title: 白水镇', 'title: 青石');
  test('are told where they lie in one county, and stop nothing', () => {
    const { lines, errors, line } = checkAfter([renamed]);
    expect(errors).toEqual([]);
    expect(lines).toEqual([
      `${qingshi}:${line} title: （提醒）名称「青石」${baishui} 也在用 — 看是不是写错；两处都对可以不改`,
    ]);
  });
  test('are in order in two counties', () => {
    expect(checkAfter([renamed, edit(baishui, 'county: longtan', 'county: yongji')]).lines).toEqual([]);
  });
});
