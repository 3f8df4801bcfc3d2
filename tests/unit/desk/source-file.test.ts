import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { contentDir, dataDir } from '../../../scripts/paths.ts';
import { rewriteYaml } from '../../../scripts/desk/rewrite-yaml.ts';
import { openFile, rewriteFile } from '../../../scripts/desk/source-file.ts';

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf-8' })
    .filter((name) => /\.(?:yaml|mdx)$/.test(name))
    .map((name) => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf-8')] as const);
const pagesAndSources = filesOf(contentDir);
const all = [...pagesAndSources, ...filesOf(dataDir)];

function opened(text: string) {
  const file = openFile(text);
  if (!file) throw new Error('cannot be read');
  return file;
}

/** Lines of the new text that the old one does not have at that place, counted by a plain longest common subsequence. */
function changedLines(before: string, after: string): number {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  let row = new Array<number>(y.length + 1).fill(0);
  for (const line of x) {
    const next = [0];
    y.forEach((other, n) => next.push(line === other ? (row[n] ?? 0) + 1 : Math.max(row[n + 1] ?? 0, next[n] ?? 0)));
    row = next;
  }
  return Math.max(x.length, y.length) - (row.at(-1) ?? 0);
}

test('every file of content and every table, opened and saved, has the same bytes', () => {
  expect(all.length).toBeGreaterThan(0);
  const changed = all.filter(([, text]) => rewriteFile(text, opened(text)) !== text).map(([name]) => name);
  expect(changed).toEqual([]);
});

test('one changed field changes one line, in each page and each source, and with the note of the change three', () => {
  const wrong = pagesAndSources.flatMap(([name, text]) => {
    const { value, prose } = opened(text);
    const header = value as { title: string; changes?: { date: string; note: string }[] };
    const once = rewriteFile(text, { value: { ...header, title: `${header.title}（改）` }, prose });
    if (changedLines(text, once) !== 1) return `${name}: ${changedLines(text, once)}`;
    if (!header.changes) return [];
    const [date, note] = ['2030-01-02 03:04', '改了标题：加上「（改）」，别的没动'];
    const changes = [...header.changes, { date, note }];
    const noted = rewriteFile(text, {
      value: { ...header, title: `${header.title}（改）`, updated: date, changes },
      prose,
    });
    return changedLines(text, noted) > 3 ? `${name}: ${changedLines(text, noted)} with the note` : [];
  });
  expect(wrong).toEqual([]);
});

test('a row of a table changes alone', () => {
  const [name, text] = all.find(([file]) => file.endsWith('everyday-words.yaml')) ?? ['', ''];
  const rows = opened(text).value as { term?: string }[];
  const next = rows.map((row, n) => (n === 1 ? { ...row, term: '焚烧秸秆' } : row));
  expect(name).not.toBe('');
  expect(changedLines(text, rewriteFile(text, { value: next, prose: undefined }))).toBe(1);
});

test('a comment stays where it is, quotes stay as they are, a number stays a number', () => {
  const text = `# head\ntitle: "甲"   # the name\nwide:   30\nlist: ['a', "b", c] # three\n`;
  const value = { title: '乙', wide: 31, list: ['a', 'x', 'c'] };
  expect(rewriteYaml(text, value)).toBe(`# head\ntitle: "乙"   # the name\nwide:   31\nlist: ['a', x, c] # three\n`);
});

test('a new field stands in the order of the schema, an emptied one goes with its line', () => {
  const text = 'a: 1\n# about c\nc: 3\nd: 4\n';
  const order = () => ['a', 'b', 'c', 'd'];
  expect(rewriteYaml(text, { a: 1, b: [{ x: '甲', y: 2 }], c: 3, d: 4 }, order)).toBe(
    'a: 1\nb:\n  - x: 甲\n    y: 2\n# about c\nc: 3\nd: 4\n',
  );
  expect(rewriteYaml(text, { a: 1, d: 4 }, order)).toBe('a: 1\n# about c\nd: 4\n');
});

describe('items of a list', () => {
  const text = 'rows:\n  # first\n  - id: a\n    n: 1\n\n  # second\n  - id: b\n    n: 2\n';
  test('one is added behind the last, with the blank line that parts the others', () => {
    const value = { rows: [{ id: 'a', n: 1 }, { id: 'b', n: 2 }, { id: 'c' }] };
    expect(rewriteYaml(text, value)).toBe(`${text}\n  - id: c\n`);
  });
  test('one is taken away and the comment of the next stays', () => {
    expect(rewriteYaml(text, { rows: [{ id: 'b', n: 2 }] })).toContain('# second\n  - id: b\n    n: 2\n');
  });
  test('the first field of an item can go', () => {
    expect(rewriteYaml(text, { rows: [{ n: 1 }, { id: 'b', n: 2 }] })).toContain('  - n: 1\n');
  });
});

test('whatever is changed, taken away and put in, the file says just that', () => {
  const headers = pagesAndSources.map(([, text]) => opened(text).value as Record<string, unknown>);
  const texts = pagesAndSources.map(([, text]) => text);
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('30', '2023-09', 'true', '# x', 'a: b', '- c', '「引」，', "'", '"', '甲\n乙'),
  );
  const leaf = fc.oneof(
    word,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => Number(n.toFixed(3)) + 0),
  );
  const value = fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 4 }),
    fc.array(fc.dictionary(fc.constantFrom('id', 'note', 'value'), leaf, { minKeys: 1, noNullPrototype: true }), {
      minLength: 1,
      maxLength: 3,
    }),
  );
  fc.assert(
    fc.property(fc.nat(texts.length - 1), fc.nat(), value, fc.nat(), (file, at, put, without) => {
      const text = texts[file] ?? '';
      const header = structuredClone(headers[file] ?? {});
      const keys = Object.keys(header);
      header[keys[at % keys.length] ?? ''] = put;
      if (without % 2 === 0) Reflect.deleteProperty(header, keys[without % keys.length] ?? '');
      const { prose } = opened(text);
      const changed = opened(rewriteFile(text, { value: header, prose }));
      expect(changed.value).toEqual(header);
      expect(changed.prose).toBe(prose);
    }),
    { numRuns: 400 },
  );
});

test('a file of Windows keeps its byte order mark and its line ends', () => {
  const text = '\uFEFF---\r\ntitle: 甲 # a\r\nn: 1\r\n---\r\n\r\n## 正文\r\n\r\n句子。\r\n';
  const { value, prose } = opened(text);
  expect(rewriteFile(text, { value: { ...(value as object), n: 2 }, prose })).toBe(text.replace('n: 1', 'n: 2'));
  expect(rewriteFile(text, { value, prose: prose?.replace('句子', '句号\n\n又一句') })).toBe(
    text.replace('句子', '句号\r\n\r\n又一句'),
  );
});

test('a header that cannot be read is not touched', () => {
  expect(openFile('---\na: [1\n---\n')).toBeUndefined();
  expect(parseDocument('a: 1').toJS()).toEqual({ a: 1 });
});
