import { describe, expect, test } from 'vitest';
import { createUrls } from '#domain/site/urls.ts';
import { createProse } from '#render/prose.ts';
import { parseMdx } from '#content-io/mdx.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const context = { catalog: fixtureCatalog(), urls: createUrls('/ztzl/xcz/') };
const written = (text: string, entryId = 'qingshi') => {
  const { body, faults } = parseMdx(text, 'a.mdx', 1);
  expect(faults).toEqual([]);
  return createProse(context, entryId)(body.children);
};

test('a clause is a link to its wording, visible as 二(一)1 and named as a clause', () => {
  expect(written('文件点名青石。<Clause id="2-1-1" />')).toContain(
    '<a class="clause" data-clause="2-1-1" href="/ztzl/xcz/document/#c-2-1-1" aria-label="条款 二(一)1">二(一)1</a>',
  );
});

test('a source is a link to its entry, named as a source', () => {
  const html = written('<Background>\n\n据报道。<Source id="paper" />\n\n</Background>');
  expect(html).toContain(
    '<a class="source" data-source="paper" href="/ztzl/xcz/sources/#paper" aria-label="出处 江边日报 2024-05">江边日报 2024-05</a>',
  );
});

test('a list that goes on from another keeps its numbers', () => {
  expect(written('3. 甲\n4. 乙')).toMatch(/^<ol start="3">\s*<li>甲<\/li>/);
  expect(written('1. 甲\n2. 乙')).toMatch(/^<ol>/);
});

describe('background', () => {
  test('stands in an element with data-background and says so in words', () => {
    const html = written('文件说。\n\n<Background>\n\n据报道。<Source id="paper" />\n\n</Background>\n\n再说。');
    expect(html).toMatch(
      /^<p>文件说。<\/p>\s*<div class="background" data-background[^>]*><p class="layer">背景资料<\/p>\s*<p>据报道。.*<\/p>\s*<\/div>\s*<p>再说。<\/p>$/s,
    );
  });
  test('a fact from a source carries year and source inside data-background', () => {
    const html = written('产值<Fact id="output" />。');
    expect(html).toMatch(
      /<span data-background[^>]*>1\.2亿元（2023年）<a [^>]*data-source="paper"[^>]*>[^<]*<\/a><a [^>]*data-source="stats"/,
    );
  });
  test('a fact of the guidance carries its clause and is not background', () => {
    const html = written('要建<Fact id="yards" />。');
    expect(html).toMatch(/<span>3万户<a [^>]*data-clause="1-1"/);
    expect(html).not.toContain('data-background');
  });
  test('a fact of another page is called by that page', () => {
    expect(written('产值<Fact id="qingshi/output" />。', 'baishui')).toContain('1.2亿元');
    expect(() => written('产值<Fact id="output" />。', 'baishui')).toThrow('baishui/output');
  });
});

describe('the gist of a clause', () => {
  const count = (html: string) => html.split('<details').length - 1;
  test('follows the paragraph that cites it and opens without script', () => {
    expect(written('文件点名。<Clause id="2-1-1" />')).toMatch(
      /<\/p><details class="gist"><summary>二\(一\)1的要点<\/summary><p>点名青石。<\/p><\/details>$/,
    );
  });
  test('stands once on a page, however often it is cited, over all sections', () => {
    const write = createProse(context, 'qingshi');
    const { body } = parseMdx(
      '甲。<Clause id="2-1-1" />\n\n乙。<Clause id="2-1-1" /><Clause id="2-1-2" />',
      'a.mdx',
      1,
    );
    expect(count(write(body.children))).toBe(2);
    expect(count(write(body.children))).toBe(0);
  });
  test('stands inside the list item that cites it', () => {
    expect(written('- 甲。<Clause id="2-1-1" />')).toMatch(/<li>甲。.*<details.*<\/details><\/li>/s);
  });
});

test('a link inside the site moves below the base, a term leads to the glossary', () => {
  expect(written('见[白水](/places/baishui/#facts)。')).toContain('<a href="/ztzl/xcz/places/baishui/#facts">白水</a>');
  expect(written('<Term id="jingjiquan">经济圈</Term>里')).toContain(
    '<a class="term" href="/ztzl/xcz/glossary/#jingjiquan">经济圈</a>',
  );
});

test('third-level headings get anchors, two of one name different ones', () => {
  expect(written('### 厕所\n\n甲\n\n### 厕所\n\n乙')).toMatch(/<h3 id="厕所">.*<h3 id="厕所-1">/s);
});

test('a table can be scrolled with the keyboard and is named', () => {
  expect(written('| 甲 |\n|---|\n| 乙 |')).toMatch(
    /^<div class="scroll" tabindex="0" role="region" aria-label="表格"><table>/,
  );
});

test('what a writer types as text stays text', () => {
  expect(written('2 &lt; 3，AT&amp;T')).toMatch(/2 (?:<|&lt;|&#x3C;) ?3，AT(?:&|&amp;|&#x26;)T/);
  expect(written('&lt;script>甲&lt;/script>')).not.toContain('<script');
});
