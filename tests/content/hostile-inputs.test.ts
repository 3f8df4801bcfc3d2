import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Work, plainReference, reference } from '#domain/citing/citations.ts';
import { formatFault } from '#domain/model/faults.ts';
import { isKnownAddress } from '#domain/site/urls.ts';
import { readFolder, readText } from '#content-io/files.ts';
import { parseMdx } from '#content-io/mdx.ts';
import { readContent } from '#content-io/read.ts';
import { parseYaml } from '#content-io/yaml.ts';
import { sourceKinds } from '#schemas/vocabulary.ts';
import { WorkingCopy, madeUpSite } from './working-copy.ts';

const policy = 'policies/towns.mdx';
const prose = (text: string) => parseMdx(text, 'a.mdx', 10);
const header = (text: string) => parseYaml(text, 'a.mdx', 2);

describe('bytes', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bytes-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const put = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  test('in UTF-16 are named as such', () => {
    expect(readText(put('a.mdx', Buffer.from('\uFEFF中文', 'utf16le')))).toMatchObject({
      problem: '不是 UTF-8 编码（可能是 UTF-16）',
    });
  });
  test('with tabs, full-width spaces and rare characters are text', () => {
    expect(readText(put('a.mdx', '\t　砬𠮷㊗'))).toBe('\t　砬𠮷㊗');
  });

  const problems = () => readFolder(folder, '.mdx').faults.map(({ problem }) => problem);
  test('of a file with an upper-case extension are not overlooked', () => {
    put('a.MDX', '甲');
    expect(problems()).toEqual(['这里只放 .mdx 文件']);
  });
  test('of a file with a space in its name are refused with the name', () => {
    put('a b.mdx', '甲');
    expect(problems()).toEqual(['编号「a b」不合规矩']);
  });
  test('are not looked for in a folder named like a file, but what lies in it is', () => {
    mkdirSync(join(folder, 'a.mdx'));
    put('a.mdx/b.mdx', '乙');
    expect(readFolder(folder, '.mdx')).toMatchObject({ files: [{ id: 'b' }], faults: [] });
  });
  test('behind a broken link, or a link to a folder outside, do not stop the reading', () => {
    symlinkSync('/nowhere/at/all', join(folder, 'a.mdx'));
    symlinkSync('/etc', join(folder, 'b'));
    put('c.mdx', '丙');
    expect(readFolder(folder, '.mdx').files.map(({ id }) => id)).toEqual(['c']);
    expect(problems()).toEqual(['是断了的链接', '是指到内容目录外面的链接']);
  });
  test('behind a link that leads to itself do not stop the reading', () => {
    symlinkSync('a.mdx', join(folder, 'a.mdx'));
    expect(problems()).toEqual(['是断了的链接']);
  });
  test('of an empty folder or an empty file give faults, not exceptions', () => {
    for (const kind of ['places', 'cases']) mkdirSync(join(folder, kind));
    put('places/a.mdx', '');
    const { faults } = readContent(folder, 'src/data');
    expect(faults.map(formatFault).join('\n')).toMatch(/places\/a\.mdx:1 文件头: 文件是空的/);
    // Nothing written of a kind is no fault; no content at all is.
    expect(faults.map(formatFault).join('\n')).not.toContain('没有这个文件夹');
    const nowhere = readContent(join(folder, 'nosuch'), 'src/data').faults;
    expect(nowhere.map(formatFault).join('\n')).toMatch(/nosuch:1 CONTENT_DIR: 没有这个文件夹 — [^\n]*$/);
  });
});

describe('a header', () => {
  test.each([
    ['aliases of aliases', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', 2, '用了 & 或 * 开头的锚点、别名'],
    ['a tag', 'a: !!js/function "x"', 2, '用了 ! 开头的标记'],
    ['a tag of its own', 'a: !thing x', 2, '用了 ! 开头的标记'],
    ['a key twice', 'a: 1\na: 2', 3, '同一项写了两次'],
    ['a tab as indent', 'a:\n\tb: 1', 3, '缩进用了制表符，要用空格'],
    ['an open quote', 'a: 1\nb: "x', 3, '少了符号（引号、括号或冒号）'],
    ['two documents', 'a: 1\n---\nb: 2', 3, '中间又写了一行 --- 或 ...'],
    ['twenty thousand brackets', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 2, '格式不对，读不出来'],
  ])('with %s is refused with its line', (_what, text, line, problem) => {
    expect(header(text).faults[0]).toMatchObject({ line, problem });
  });
  test('with a date or a time keeps it as text', () => {
    expect(header('a: 2026-11-24\nb: 2026-11-24 17:00').value).toEqual({ a: '2026-11-24', b: '2026-11-24 17:00' });
  });
  test('with 00123 or 1_000 reads what a full YAML parser reads', () => {
    for (const text of [
      'a: 00123',
      'a: 1_000',
      'a: 0b11',
      'a: 0o17',
      'a: 1e3',
      'a: .5',
      'a: ~',
      'a: Yes',
      'a: 12:30',
    ]) {
      expect(header(text).value).toEqual(parse(text));
    }
  });
  test('of any kind gives a value or faults, and the quick parser and the exact one agree', () => {
    const piece = fc.constantFrom(
      'a',
      'b: ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ', ',
      '&x ',
      '*x',
      '!',
      '|\n',
      '>\n',
      '1_0',
      '0x1',
      '# ',
      '---\n',
      '中',
      '\t',
      ': ',
      '<<',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { value, faults, lineOf } = header(text);
        for (const { line } of faults) expect(line).toBeGreaterThan(0);
        expect(lineOf(['a', 0, 'b'])).toBeGreaterThan(0);
        if (faults.length === 0) {
          let exact: unknown;
          try {
            exact = parse(text);
          } catch {
            return;
          }
          expect(JSON.stringify(value ?? null)).toBe(JSON.stringify(exact ?? null));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('prose', () => {
  test.each([
    ['an HTML comment', '<!-- x -->', '用了网页的注释 <!-- -->'],
    ['a comment of MDX', '{/* x */}', '正文里有程序代码（{ }、import 或 export）'],
    ['an expression', '{process.exit()}', '正文里有程序代码（{ }、import 或 export）'],
    ['an import', 'import x from "node:fs"', '正文里有程序代码（{ }、import 或 export）'],
    ['an import that breaks off', 'import "script\\', '正文里有程序代码（{ }、import 或 export）'],
    ['an export that breaks off', "export const a = 'b\\", '正文里有程序代码（{ }、import 或 export）'],
    ['a handler', '<a onclick="x">y</a>', '不能用 <a> 标签'],
    ['a frame', '<iframe src="https://example.org/" />', '不能用 <iframe> 标签'],
    ['a name that every object has', '<constructor />', '不能用 <constructor> 标签'],
    ['attributes from an expression', '<Clause {...x} />', '<Clause> 的 { } 写得不对'],
    ['such a name within a sentence', '甲<constructor />', '不能用 <constructor> 标签'],
    [
      'a hundred blocks in one another',
      `${'<Background>\n\n'.repeat(100)}x\n\n${'</Background>\n\n'.repeat(100)}`,
      '<Background> 写在了句子、列表、表格或另一个 <Background> 里面',
    ],
    [
      'five hundred lists in one another',
      Array.from({ length: 500 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
      '一层套一层，套得太深',
    ],
  ])('with %s is refused', (_what, text, problem) => {
    expect(prose(text).faults.map((fault) => fault.problem)).toContain(problem);
    expect(prose(text).faults.every(({ line }) => line >= 10)).toBe(true);
  });
  test('with < and & written as entities shows the signs', () => {
    expect(prose('1 &lt; 2 &amp; 3').body.children).toMatchObject([{ children: [{ value: '1 < 2 & 3' }] }]);
  });
  test.each([
    ['brackets', '['.repeat(50_000)],
    ['stars', '*a '.repeat(50_000)],
    ['a line of three hundred thousand characters', '长'.repeat(300_000)],
    ['thousands of blocks in one another', '<Background>\n\n'.repeat(3000)],
  ])('with %s is read within two seconds', (_what, text) => {
    const started = performance.now();
    prose(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
  test('of any kind gives a tree or faults, never an exception, and nothing but listed elements', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/>',
      '</',
      'Clause',
      'Background',
      'script',
      ' id="3-7"',
      '{',
      '}',
      '`',
      '*',
      '**',
      '_',
      '# ',
      '## ',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      '    ',
      '[',
      ']',
      '(',
      ')',
      '![',
      'javascript:',
      'https://a.b',
      '|',
      '---',
      '&lt;',
      '\\',
      '中文',
      'import ',
      'export ',
      '<!--',
      '-->',
      '=',
      '"',
      '$',
      '~~',
      '^',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { body, faults } = prose(pieces.join(''));
        const json = JSON.stringify(body);
        expect(json).not.toMatch(/"tagName":"(?:script|iframe|img|style|svg|object)"/);
        expect(json).not.toMatch(/"on[a-z]+":/i);
        for (const { line } of faults) expect(line).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });
});

test('no address but one of our own pages passes for a link', () => {
  const hasEntry = (kind: string, id: string) => kind === 'places' && id === 'wanchang';
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org/',
    'https://example.org/',
    '/places/../../etc/',
    '/\\example.org/',
    '/places/wanchang',
    ' /about/',
    '/places/constructor/',
  ]) {
    expect(isKnownAddress(bad, hasEntry), bad).toBe(false);
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (isKnownAddress(text, hasEntry)) expect(text).toMatch(/^\/(?:[a-z-]+\/)*(?:#.*)?$/s);
    }),
  );
});

test('a reference can be made of any work, and holds its title and mark', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.constantFrom('newspaper', 'dataset', 'law-text'),
      (title, outlet, kind) => {
        const work: Work = { title, outlet, kind };
        const written = plainReference(reference(work));
        expect(written).toContain(`${title}[${sourceKinds[kind].mark}`);
      },
    ),
  );
});

describe('the content command', () => {
  let copy: WorkingCopy;
  beforeAll(() => {
    copy = new WorkingCopy(madeUpSite);
  });
  afterAll(() => {
    copy.remove();
  });
  test.each([
    ['[点开](javascript:alert(1))', /链接 javascript:alert\(1\) 不是本站地址/],
    ['[点开](data:text/html,<b>x</b>)', /不是本站地址|标签/],
    ['[点开](//example.org/)', /链接 \/\/example\.org\/ 不是本站地址/],
    ['见 https://example.org/ 。', /链接 https:\/\/example\.org\/ 不是本站地址/],
  ])('refuses %s with file and line', async (paragraph, says) => {
    const before = copy.text(policy);
    copy.append(policy, paragraph);
    const line = copy.text(policy).split('\n').length - 1;
    const { status, faults } = await copy.check();
    copy.write(policy, before);
    expect(status).toBe(1);
    expect(faults.filter(({ warning }) => !warning)).toEqual([
      expect.objectContaining({ path: policy, line, field: '正文', problem: expect.stringMatching(says) as unknown }),
    ]);
  });
});
