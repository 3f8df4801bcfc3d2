import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEssays } from '#content-io/essays.ts';

const header = '---\nlayout: ../layouts/Essay.astro\ntitle: 关于\ndescription: 说明\nsection: about\n---\n';

/** Line, field and problem of each fault in a text of the site's own. */
function faultsIn(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'essay-'));
  try {
    writeFileSync(join(folder, 'about.mdx'), text);
    writeFileSync(join(folder, 'index.astro'), '');
    return checkEssays(folder).map(({ line, field, problem }) => `${line} ${field} ${problem}`);
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
  expect(faultsIn(text)).toEqual(['2 title 缺少这一项', '7 正文 不能用 <Contact> 标签']);
});
