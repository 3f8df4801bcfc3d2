import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEssays } from '#content-io/essays.ts';
import { fixtureContent } from '../../fixtures/fixture.ts';

const header = '---\nlayout: ../layouts/Essay.astro\ntitle: 关于\ndescription: 说明\nsection: about\n---\n';

const { content } = fixtureContent();

/** Line, field and problem of each fault in a text of the site's own. */
function faultsIn(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'essay-'));
  try {
    writeFileSync(join(folder, 'about.mdx'), text);
    writeFileSync(join(folder, 'index.astro'), '');
    return checkEssays(folder, content).map(({ line, field, problem }) => `${line} ${field} ${problem}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a plain text with a component is in order, and other files of the folder are nobody’s fault', () => {
  const text = `${header}\nimport Contact from '#components/Contact.astro';\n\n## 找谁\n\n写信给我们。\n\n<Contact />\n`;
  expect(faultsIn(text)).toEqual([]);
});

test('a banned word, a sentence of more than 60 characters and code are named with their lines', () => {
  const long = '这一句写得太长了'.repeat(8);
  const text = `${header}\n您一定能办。\n\n${long}。\n\n有{code}吗。\n`;
  expect(faultsIn(text)).toEqual([
    '12 正文 正文里有程序代码（{ }、import 或 export）',
    '8 正文 用了「您一定」',
    '10 正文 一句话有 64 个字：「这一句写得太长了这一句写……」',
  ]);
});

test('a component that is not imported, and a header without title, are named', () => {
  const text = '---\nlayout: a\ndescription: b\nsection: about\n---\n\n<Contact />\n';
  expect(faultsIn(text)).toEqual([
    '2 layout 写的是「a」，不在可选的里面',
    '2 title 缺少这一项',
    '7 正文 不能用 <Contact> 标签',
  ]);
});

test('tags of other pages, which this one does not know, are named', () => {
  const text = `${header}\n按条款做。<Clause id="3-7" />\n\n<Background>\n\n据报道。\n\n</Background>\n`;
  expect(faultsIn(text)).toEqual(['8 正文 不能用 <Clause> 标签', '10 正文 不能用 <Background> 标签']);
});

test.each([
  ['[青石](/places/qingshi/)', []],
  ['[二(二)](/document/#c-2-2)', []],
  ['[青石](/places/nosuch/)', ['链接 /places/nosuch/ 没有这一页']],
  ['[青石](/places/qingshi)', ['链接 /places/qingshi 没有这一页']],
  ['[青石](/places/qingshi/#nosuch)', ['链接 /places/qingshi/#nosuch 那一页上没有「#nosuch」']],
  ['[这里](#x)', ['链接 #x 没有写是哪一页']],
  ['[别处](https://example.com/)', ['链接 https://example.com/ 不是本站地址']],
  ['[](/places/qingshi/)', ['链接 /places/qingshi/ 没有文字']],
])('the link %s is looked up', (link, problems) => {
  expect(faultsIn(`${header}\n看${link}。\n`)).toEqual(problems.map((problem) => `8 正文 ${problem}`));
});
