import { expect, test } from 'vitest';
import { createUrls } from '#domain/site/urls.ts';
import { markdownPage } from '#render/markdown-page.ts';
import { createMarkdown } from '#render/markdown.ts';
import { parseMdx } from '#content-io/mdx.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();
const context = {
  catalog,
  urls: createUrls('/ztzl/xcz/'),
  absolute: (path: string) => `https://example.gov.cn${path}`,
  siteName: '小站',
};
const written = (text: string) => {
  const { body, faults } = parseMdx(text, 'a.mdx', 1);
  expect(faults).toEqual([]);
  return createMarkdown(context, 'qingshi')(body.children);
};

test('citations stay as text, links become absolute', () => {
  expect(written('文件点名**青石**。<Clause id="2-1-1" />见[白水](/places/baishui/)。')).toBe(
    '文件点名**青石**。〔条款 二(一)1〕见[白水](https://example.gov.cn/ztzl/xcz/places/baishui/)。',
  );
});

test('background stands apart as a quotation that says so', () => {
  expect(written('<Background>\n\n据报道。<Source id="paper" />\n\n</Background>')).toBe(
    '> **背景资料**（不是文件的话）\n>\n> 据报道。〔出处 江边日报 2024-05〕',
  );
});

test('background of one line is quoted like any other', () => {
  expect(written('<Background>据报道。<Source id="paper" /></Background>')).toBe(
    '> **背景资料**（不是文件的话）\n>\n> 据报道。〔出处 江边日报 2024-05〕',
  );
});

test('lists, numbered lists and tables keep their form', () => {
  expect(written('- 甲\n- 乙')).toBe('- 甲\n- 乙');
  expect(written('1. 甲\n2. 乙')).toBe('1. 甲\n2. 乙');
  expect(written('3. 甲\n4. 乙')).toBe('3. 甲\n4. 乙');
  expect(written('| 名 | 数 |\n|---|---|\n| 甲 | 乙 |')).toBe('| 名 | 数 |\n| - | - |\n| 甲 | 乙 |');
});

test('a page begins with its title and ends with what its marks stand for', () => {
  const text = markdownPage(
    { ...context, guidance: { document: '指导意见', issuer: '办公厅' } },
    { kind: 'places', entry: catalog.place('qingshi') },
  );
  expect(text).toMatch(/^# .+\n\n> .+\n\n网址：https:\/\/example\.gov\.cn\/ztzl\/xcz\/places\/qingshi\//);
  expect(text).toContain('注意：文件写作「青石」，名录写作「青石镇」。〔条款 二(一)1〕〔出处 ');
  expect(text).toContain('## 条款要点（本站转述，不是原文）\n\n- ');
  expect(text).toContain('## 出处\n\n- ');
  expect(text).not.toMatch(/<[A-Za-z]|undefined/);
});
