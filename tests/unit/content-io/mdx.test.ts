import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFault } from '#domain/model/faults.ts';
import { blocksOf } from '#domain/model/body.ts';
import { parseMdx } from '#content-io/mdx.ts';

const faults = (text: string) => parseMdx(text, 'a.mdx', 10).faults.map(formatFault);

describe('what a writer may use passes', () => {
  test.each([
    ['## 标题\n\n一段，**加粗**。\n\n- 条\n- 目\n\n1. 一\n2. 二'],
    ['| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |'],
    ['[乌拉街](/places/wulajie/)'],
    ['说。<Clause id="3-8" /><Fact id="a/b" /><Term id="sanquan">三权</Term>'],
    ['<Background>\n\n据报道。<Source id="a5" />\n\n</Background>'],
    ['半径约30~40公里，a_b_c，100%'],
  ])('%j', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('what would run or reach outside is refused, with its line', () => {
  test.each([
    ["甲\n\n<script>document.title='x'</script>", 'a.mdx:12 正文: 不能用 <script> 标签'],
    ['甲\n\n{1 + 1}', 'a.mdx:12 正文: 正文里有程序代码'],
    ["import x from './x.js'\n\n甲", 'a.mdx:10 正文: 正文里有程序代码'],
    ['export const a = 1\n\n甲', 'a.mdx:10 正文: 正文里有程序代码'],
    ['<Clause id={evil()} />', 'a.mdx:10 正文: <Clause> 的 id 写得不对'],
    ['<Clause id="3-8" onclick="evil()" />', 'a.mdx:10 正文: <Clause> 的 onclick 写得不对'],
    ['<iframe src="https://example.com/" />', 'a.mdx:10 正文: 不能用 <iframe> 标签'],
    ['<p style="color:red">甲</p>', 'a.mdx:10 正文: 不能用 <p> 标签'],
    ['![街景](./nosuch-image.jpg)', 'a.mdx:10 正文: 正文里放了图片'],
  ])('%j', (text, start) => {
    const [first, ...more] = faults(text);
    expect(first?.slice(0, start.length)).toBe(start);
    expect(more).toEqual([]);
  });
});

describe('a slip is named with its remedy', () => {
  test.each([
    ['甲\n\n<strong>没有合上的标签', 'a.mdx:12 正文: 标签 <strong> 没有合上 — 在后面补上 </strong>，或删去'],
    ['*斜体*', 'a.mdx:10 正文: 用了斜体 — 改用 **加粗**'],
    ['> 引用', 'a.mdx:10 正文: 用了引用块 — 用自己的话写，后面跟条款或出处'],
    ['# 大标题', 'a.mdx:10 正文: 用了一级标题 — 页面标题写在文件头 title，正文从 ## 开始'],
    ['说。<Clause />', 'a.mdx:10 正文: <Clause> 少了 id — 写成 <Clause id="编号" />'],
    ['说。<Clause id="3-8">三(八)</Clause>', 'a.mdx:10 正文: <Clause> 里面不放文字 — 写成 <Clause id="编号" />'],
    ['#### 小小标题', 'a.mdx:10 正文: 用了 <h4> — 改用段落、列表、表格或加粗'],
  ])('%j', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });
  test('all slips of a text are named, not the first only', () => {
    expect(faults('*甲*\n\n> 乙\n\n<Nosuch />')).toHaveLength(3);
  });
});

test.each(['甲{/* 备注 */}乙', '{/* 备注 */}'])('a comment is code like any other, so it is refused: %j', (text) => {
  expect(faults(text)).toEqual([
    'a.mdx:10 正文: 正文里有程序代码（{ }、import 或 export） — 删去；正文只写文字和列出的标签',
  ]);
});

describe('a tag that fills its line is read like the same words with empty lines around them', () => {
  const blocks = (text: string) =>
    blocksOf(parseMdx(text, 'a.mdx', 1).body).map(({ tagName, text: said, line, inBackground }) => [
      tagName,
      said,
      line,
      inBackground,
    ]);
  test.each([
    ['## 甲\n\n<Background>人口999万。</Background>', ['p', '人口999万。', 3, true]],
    ['## 甲\n\n<Background>**全国第一**。<Source id="a5" /></Background>', ['p', '全国第一。', 3, true]],
    ['## 甲\n\n<Background>\n人口999万。\n</Background>', ['p', '人口999万。', 4, true]],
    ['## 甲\n\n<Term id="sanquan">三权999</Term>', ['p', '三权999', 3, false]],
    ['## 甲\n\n- 乙\n\n  <Term id="sanquan">三权999</Term>', ['p', '三权999', 5, false]],
  ])('%j', (text, block) => {
    expect(faults(text)).toEqual([]);
    expect(blocks(text).at(-1)).toEqual(block);
  });
});

describe('background and sections cannot be hidden inside something else', () => {
  const background =
    'a.mdx:10 正文: <Background> 写在了句子、列表、表格或另一个 <Background> 里面 — <Background> 和 </Background> 各占一行，前后空行';
  test.each([
    ['文件说。<Background>另有所闻。</Background>', background],
    ['- <Background>另有所闻。</Background>', background],
    ['| <Background>另有所闻。</Background> |\n|---|\n| 甲 |', background],
    ['## <Background>另有所闻。</Background>', background],
    ['<Term id="sanquan"><Background>另有所闻。</Background></Term>', background],
    ['<Background><Background>另有所闻。</Background></Background>', background],
    ['- ## 甲', 'a.mdx:10 正文: 标题 ## 写在了别的东西里面 — 标题单独占一行，前后空行'],
    [
      '<Term id="sanquan">\n\n三权\n\n</Term>',
      'a.mdx:10 正文: <Term> 里面放了段落或列表 — <Term> 里只写那个词，和句子写在一行',
    ],
  ])('%j', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });
});

const piece = fc.constantFrom(
  ...[
    '<',
    '>',
    '/',
    '{',
    '}',
    '"',
    '=',
    '\n',
    '\n\n',
    '# ',
    '- ',
    '> ',
    '`',
    '```',
    '*',
    '_',
    '|',
    '[',
    '](',
    ')',
    '!',
  ],
  ...[
    'Clause',
    ' id=',
    '<Clause id="3-8" />',
    '<Background>',
    '</Background>',
    '<script>',
    '镇',
    'import ',
    '&',
    '\u0000',
  ],
);

test('whatever stands in a file, reading it ends in a tree and faults, never in an exception', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { body, faults: found } = parseMdx(pieces.join(''), 'a.mdx', 1);
      expect(body.type).toBe('root');
      expect(found.every(({ line, problem, remedy }) => line > 0 && problem !== '' && remedy !== '')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('any other text is read too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseMdx(text, 'a.mdx', 1).body.type).toBe('root');
    }),
  );
});
