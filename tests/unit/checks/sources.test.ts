import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isFrontPage, isLater } from '#domain/checks/sources.ts';
import { type Edit, checkAfter } from '../../fixtures/fixture.ts';

const law = 'content/sources/law.yaml';
const paper = 'content/sources/paper.yaml';
const qingshi = 'content/places/qingshi.mdx';
const stone = 'content/cases/qingshi-stone.mdx';
const edit = (file: string, from: string, to: string): Edit => ({ file, from, to });
/** What is said, without the mark of a warning: some faults are warnings while the texts are being mended. */
const said = (edits: readonly Edit[]) => checkAfter(edits).lines.map((line) => line.replace('（提醒）', ''));

test.each([
  [
    'a source without an address and without a way to find it',
    edit(law, 'url: https://example.gov.cn/law', 'note: 见过'),
    /law\.yaml:\d+ url: 没有网址，也没有写怎么找到 — 写 url（这一篇的网址），或者写 find/,
  ],
  [
    'an address that is the front page of a site',
    edit(law, 'https://example.gov.cn/law', 'https://example.gov.cn/'),
    /law\.yaml:5 url: https:\/\/example\.gov\.cn\/ 是网站或者代码库的首页，不是这一篇 — 写这一篇、这一条的网址/,
  ],
  [
    'an address that is a whole repository',
    edit(law, 'https://example.gov.cn/law', 'https://github.com/owner/laws'),
    /url: https:\/\/github\.com\/owner\/laws 是网站或者代码库的首页/,
  ],
  [
    'a title that says itself that it is none',
    edit(paper, '产值过亿', '产值过亿（题名未核）'),
    /paper\.yaml:1 title: 「题名未核」写在了题名里 — 从题名里删去，另写一行 titleUnverified: true/,
  ],
  [
    'a mark of the copy that is not on the list',
    edit(paper, 'copy: part', 'copy: half'),
    /copy: 写的是「half」，不在可选的里面 — 写其中一个：original、reprint、part/,
  ],
])('%s is told', (_rule, change, fault) => {
  expect(said([change])).toContainEqual(expect.stringMatching(fault));
});

test('a file in a repository, an article with a query and a folder are addresses of a text', () => {
  expect(isFrontPage('https://github.com/owner/laws/blob/main/land.md')).toBe(false);
  expect(isFrontPage('https://example.com/?id=20978')).toBe(false);
  expect(isFrontPage('http://example.com/html/2020/')).toBe(false);
  expect(isFrontPage('https://example.com')).toBe(true);
  expect(isFrontPage('https://example.com/index.html')).toBe(true);
  expect(isFrontPage('https://github.com/owner')).toBe(true);
});

describe('a description in place of a title', () => {
  const described = edit(paper, 'author: 王青', 'titleUnverified: true\nauthor: 王青');
  test('stands without 《》 in prose and in headers, and may be named otherwise', () => {
    const prose = edit(stone, '机器旧了。', '《青石镇石材年产值过亿》说机器旧了。');
    const header = edit(stone, '据江边日报报道', '据《青石镇石材年产值过亿》报道');
    expect(said([described, prose, header])).toEqual([
      expect.stringMatching(/qingshi-stone\.mdx:3 summary: 《青石镇石材年产值过亿》的题名没有核对过 — 去掉《》/),
      expect.stringMatching(/qingshi-stone\.mdx:\d+ 正文: 《青石镇石材年产值过亿》的题名没有核对过 — 去掉《》/),
    ]);
    expect(said([described])).toEqual([]);
  });
  test('a real title stands in 《》', () => {
    expect(said([edit(stone, '据江边日报报道', '据《青石镇石材年产值过亿》报道')])).toEqual([]);
  });
});

describe('dates', () => {
  test('are compared as far as both go', () => {
    expect(isLater('2023-12', '2023-09-13')).toBe(true);
    expect(isLater('2023-09', '2023-09-13')).toBe(false);
    expect(isLater('2023', '2023-09-13')).toBe(false);
    expect(isLater('2024', '2023-09-13')).toBe(true);
    expect(isLater('2023-12', '2023')).toBe(false);
  });
  test('a result is not of a time after the report of it (2024-05-03)', () => {
    const later = edit(stone, 'asOf: "2023"\n    source: paper', 'asOf: "2024-06"\n    source: paper');
    expect(said([later])).toEqual([
      expect.stringMatching(/results\[0\]\.asOf: 「2024-06」晚于出处的日期 2024-05-03 — 写出处里说的时间/),
    ]);
    expect(said([edit(stone, 'asOf: "2023"\n    source: paper', 'asOf: "2024-05"\n    source: paper')])).toEqual([]);
  });
  test('a fact is not of a time after its sources; where one has no date, nothing is known', () => {
    const later = edit(qingshi, 'asOf: "2023"', 'asOf: "2024-06"');
    const alone = edit(qingshi, '    alsoIn: [stats]\n', '');
    expect(said([later])).toEqual([]);
    expect(said([later, alone])).toEqual([expect.stringMatching(/facts\[0\]\.asOf: 「2024-06」晚于出处的日期/)]);
  });
  test('what a law says may hold from a day after the law', () => {
    const inForce = edit(
      qingshi,
      'asOf: "2023"\n    source: paper\n    alsoIn: [stats]',
      'asOf: "2016-01-01"\n    source: law',
    );
    expect(said([inForce]).filter((line) => line.includes('asOf'))).toEqual([]);
  });
});

describe('an entitlement', () => {
  /** One entitlement that rests on a law of 2015-11, whose text was read on a day of its own. */
  const linesFor = (asOf: string, read: string) =>
    checkAfter([], {}, (folder) => {
      const doc = `- { id: decree, title: 居住证条例, source: law${read && `, read: "${read}"`} }\n`;
      writeFileSync(join(folder, 'data/permit/docs.yaml'), doc);
      const lines = [
        '- { id: school, name: 上学, permit: needed, gets: [上学], where: 学校, hotlines: ["12345"],',
        '    basis: [{ doc: decree, article: 第十二条 }], rules: [schooling], confidence: high,',
        `    asOf: "${asOf}", sources: [law] }\n`,
      ];
      writeFileSync(join(folder, 'data/permit/entitlements.yaml'), lines.join('\n'));
    }).lines.filter((line) => /asOf|read/.test(line));
  test('is as of the day its law was read, not later', () => {
    expect(linesFor('2025-04', '2025-04')).toEqual([]);
    expect(linesFor('2026-11', '2025-04')).toEqual([
      expect.stringMatching(
        /entitlements\.yaml:\d+ asOf: 「2026-11」晚于所看的文本（2025-04） — 写最新的一份文本的日期/,
      ),
    ]);
  });
  test('is as of the law itself where nobody wrote when it was read', () => {
    expect(linesFor('2015-11', '')).toEqual([]);
    expect(linesFor('2025-04', '')).toEqual([expect.stringMatching(/「2025-04」晚于所看的文本（2015-11）/)]);
  });
  test('nobody reads a law before it is there, or tomorrow', () => {
    expect(linesFor('2014', '2014-12')).toEqual([
      expect.stringMatching(/docs\.yaml:1 read: 「2014-12」早于文本的日期 2015-11/),
    ]);
    expect(linesFor('2015', '2026-12')).toEqual([expect.stringMatching(/read: 「2026-12」还没有到/)]);
  });
});
