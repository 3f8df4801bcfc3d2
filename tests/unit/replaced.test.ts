import { expect, test } from 'vitest';
import { clausesCitedBy, sourcesCitedBy } from '#domain/model/cited.ts';
import { createUrls } from '#domain/site/urls.ts';
import { markdownPage } from '#render/markdown-page.ts';
import { checkAfter, fixtureCatalog } from '../fixtures/fixture.ts';

const goals = 'content/policies/goals.mdx';
const row = (clause: string, source: string) => `asks: [人口要多少]
replaced:
  - before: 文件定了人口的目标
    clause: "${clause}"
    now: 条例另有规定
    basis: { source: ${source}, article: 第三条 }
    since: "2016-01-01"`;
const lines = (clause: string, source: string) =>
  checkAfter([{ file: goals, from: 'asks: [人口要多少]', to: row(clause, source) }]).lines;

test('what was replaced names a clause and a source that are there', () => {
  expect(lines('1-1', 'law')).toEqual([]);
  expect(lines('9-9', 'nosuch')).toEqual([
    expect.stringMatching(/goals\.mdx:\d+ replaced\[0\]\.clause: 条款「9-9」不存在/),
    expect.stringMatching(/goals\.mdx:\d+ replaced\[0\]\.basis\.source: 出处「nosuch」不存在/),
  ]);
});

test('it says before, now, on what basis and since when, and counts as cited', () => {
  const catalog = fixtureCatalog();
  const policy = catalog.policy('towns');
  policy.data.replaced.push({
    before: '点了三处地方',
    clause: '1-1',
    now: '条例另有规定',
    basis: { source: 'law', article: '第三条' },
    since: '2016-01-01',
  });
  const page = { kind: 'policies', entry: policy } as const;
  expect([...clausesCitedBy(page)]).toContain('1-1');
  expect([...sourcesCitedBy(page)]).toContain('law');
  const context = { catalog, urls: createUrls('/'), absolute: (path: string) => path, siteName: '小站' };
  const text = markdownPage({ ...context, guidance: { document: '指导意见', issuer: '办公厅' } }, page);
  expect(text).toContain(
    '## 后来怎样\n\n没有查到。\n\n- 以前：点了三处地方〔条款 一(一)〕\n- 现在：条例另有规定\n- 依据：第三条〔出处 《居住证条例》〕\n- 从哪天起：2016年1月1日\n\n## 文件没有说的',
  );
});
