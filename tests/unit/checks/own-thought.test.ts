import { expect, test } from 'vitest';
import { pageSections } from '#domain/model/sections.ts';
import { markdownPage } from '#render/markdown-page.ts';
import { createUrls } from '#domain/site/urls.ts';
import { checkAfter, fixtureCatalog } from '../../fixtures/fixture.ts';

const stone = 'content/cases/qingshi-stone.mdx';
const note = '这一段是本站读报道以后的想法，报道没有这样说。';

test('of a case, the lesson alone is said to be this site’s own thought', () => {
  const item = fixtureCatalog().case('qingshi-stone');
  expect(
    pageSections('cases', item)
      .filter((section) => section.note)
      .map(({ heading, note }) => [heading, note]),
  ).toEqual([['别人能学什么', note]]);
  const context = { urls: createUrls('/'), absolute: (path: string) => path, siteName: '小站' };
  const guidance = { document: '指导意见', issuer: '办公厅' };
  const text = markdownPage({ catalog: fixtureCatalog(), ...context, guidance }, { kind: 'cases', entry: item });
  expect(text).toContain(`## 别人能学什么\n\n（${note}）\n\n先算账。`);
  expect(text.split(note)).toHaveLength(2);
  expect(text).toContain('文件指《指导意见》，办公厅。');
});

test.each([
  ['先算账。<Source id="paper" />', 'Source'],
  ['先算账，<Fact id="qingshi/output" />。', 'Fact'],
])('no source answers for it: %s', (thought, tag) => {
  const { lines, line } = checkAfter([{ file: stone, from: '先算账。<Clause id="2-1-1" />', to: thought }]);
  expect(lines.map((one) => one.replace('（提醒）', ''))).toContain(
    `${stone}:${line} 正文: 「别人能学什么」是本站的想法，这里放了出处（<${tag}>） — 报道里的事写到别的一节；这一节不放 <Source> 和 <Fact>`,
  );
});
