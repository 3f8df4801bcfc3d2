import { describe, expect, test } from 'vitest';
import { type Edit, checkAfter } from '../../fixtures/fixture.ts';

const qingshi = 'content/places/qingshi.mdx';
const baishui = 'content/places/baishui.mdx';
const stone = 'content/cases/qingshi-stone.mdx';
const edit = (file: string, from: string, to: string): Edit => ({ file, from, to });

/** The header lines of a file are checked one by one; the fault stands on the line that was edited. */
const failing: [what: string, edit: Edit, fault: string][] = [
  [
    'a level that is not in the list',
    edit(baishui, 'level: town', 'level: 镇'),
    'level: 写的是「镇」，不在可选的里面 — 写其中一个：county、city、town、township、subdistrict、village、zone',
  ],
  [
    'a word the header does not know',
    edit(baishui, 'summary:', 'sumary: 甲\nsummary:'),
    'sumary: 没有这一项 — 检查拼写，或删去；能写的项目见 CONTRIBUTING.md',
  ],
  [
    'full-width digits in a number',
    edit(qingshi, 'latitude: 43.9', 'latitude: ４３．８'),
    'latitude: 「４３．８」是全角数字 — 换成半角数字 43.8',
  ],
  [
    'a latitude outside Jilin City',
    edit(qingshi, 'latitude: 43.9', 'latitude: 39.9042'),
    'latitude: 写的是「39.9042」，不合要求 — 不在吉林市范围内（北纬 42.4 到 45）',
  ],
  [
    'a longitude outside Jilin City',
    edit(qingshi, 'longitude: 126.5', 'longitude: 116.4074'),
    'longitude: 写的是「116.4074」，不合要求 — 不在吉林市范围内（东经 125.5 到 128）',
  ],
  [
    'a day that the calendar lacks',
    edit(stone, 'date: "2024-05"', 'date: "2016-02-30"'),
    'date: 写的是「2016-02-30」，不合要求 — 日历上没有这一天，请核对',
  ],
  [
    'a date without quotes',
    edit(stone, 'date: "2024-05"', 'date: 2024'),
    'date: 写的是「2024」，这里要写文字 — 写成带引号的文字，例如 "2023-09"',
  ],
  [
    'a code of the wrong length',
    edit(qingshi, 'code: "220203100"', 'code: "2202031"'),
    'code: 写的是「2202031」，不合要求 — 区划代码是 6、9 或 12 位数字',
  ],
  ['an empty title', edit(baishui, 'title: 白水镇', 'title: " "'), 'title: 写的是「 」，不合要求 — 不能空着'],
  [
    'a time without its minutes',
    edit(baishui, 'published: 2026-10-02 09:00', 'published: 2026-10-02'),
    'published: 写的是「2026-10-02」，不合要求 — 写成 2026-11-24 09:00（北京时间）',
  ],
  [
    'an address that is none',
    edit('content/sources/law.yaml', 'url: https://example.gov.cn/law', 'url: example.gov.cn'),
    'url: 写的是「example.gov.cn」，不合要求 — 写完整网址，以 http:// 或 https:// 开头',
  ],
  [
    'one thing written twice',
    edit(baishui, 'level: town', 'level: town\nlevel: town'),
    '文件头: 同一项写了两次 — 留一次，另一次删去',
  ],
];

describe('in a header is a fault, named with file, line, field and remedy', () => {
  test.each(failing)('%s', (_what, change, fault) => {
    const { lines, line } = checkAfter([change]);
    const own = lines.filter((text) => text.startsWith(change.file));
    const expected = fault.startsWith('文件头') ? line + 1 : line;
    expect(own).toEqual([`${change.file}:${expected} ${fault}`]);
  });
});

describe('what is missing', () => {
  test('is named by its field', () => {
    const { lines } = checkAfter([edit(baishui, 'title: 白水镇\n', '')]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/baishui\.mdx:\d+ title: 缺少这一项 — 补上，写文字$/);
  });
  test('a fact without its source says what to write', () => {
    const { lines } = checkAfter([edit(qingshi, '    source: paper\n', '')]);
    expect(lines.filter((line) => line.startsWith(qingshi))).toHaveLength(1);
    expect(lines[0]).toMatch(
      /qingshi\.mdx:\d+ facts\[0\]\.source: .*要有出处：写 source（出处编号）或 clause（条款编号），二者写一个/,
    );
  });
  test('a file without a header says how one begins', () => {
    const { lines } = checkAfter([edit(baishui, '---\n', '')]);
    expect(lines).toEqual([`${baishui}:1 文件头: 没有文件头 — 文件第一行写 ---，写完各项后再写一行 ---`]);
  });
  test('a file without a body says where to write one', () => {
    const { lines } = checkAfter([
      edit(baishui, '## 文件怎么说\n\n文件把它列为生态旅游型。<Clause id="2-1-2" />\n', ''),
    ]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/baishui\.mdx:\d+ 正文: 没有正文 — 在文件头后面写正文，标题用 ##$/);
  });
});

test('all faults of all files come in one run, by file and line', () => {
  const { errors } = checkAfter([
    edit(qingshi, 'latitude: 43.9', 'latitude: 1'),
    edit(qingshi, 'level: town', 'level: nosuch'),
    edit(stone, 'places: [qingshi]', 'places: [nosuchtown]'),
    edit('content/policies/goals.mdx', '问村委会。', '这里位居第一。'),
  ]);
  expect(errors.map(({ field }) => field)).toEqual(['places[0]', 'level', 'latitude', '正文']);
});
