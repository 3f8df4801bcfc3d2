import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { loadSite } from '#content-io/load.ts';
import { parseMdx } from '#content-io/mdx.ts';
import { parseYaml } from '#content-io/yaml.ts';
import type { Fault } from '#domain/model/types.ts';

/**
 * npm run fuzz: for a minute (SECONDS=…), spoils real files at random and reads them: half the time as texts, half as files
 * of all kinds and codes in a small site. Nothing may throw, wait, or be said in any but clear words; a failure is printed
 * with its seed.
 */
const half = (Number(process.env['SECONDS'] ?? 60) * 1000) / 2;
const texts = ['places', 'policies', 'cases'].flatMap((kind) =>
  readdirSync(join('src/content', kind)).map((name) => readFileSync(join('src/content', kind, name), 'utf-8')),
);
const escapes = fc.oneof(
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => `&#x${code.toString(16)};`),
  fc.integer({ min: 0, max: 0xffff }).map((code) => `\\u${code.toString(16).padStart(4, '0')}`),
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => `\\U${code.toString(16).padStart(8, '0')}`),
  fc.integer({ min: 0, max: 0xd7ff }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom('&nbsp;', '&zwj;', '&NoBreak;', '\\x1b', '\\N', '\\_', '\\L', '\\0', '%E2%80%8B', '&amp;#8203;'),
  fc.constantFrom(
    '\u200B',
    '\u202E',
    '\u00AD',
    '\u2F08',
    '\u3164',
    '\uFE0F',
    '👨‍👩‍👧',
    '⑨',
    '９',
    '：',
    '“',
    '，',
    '———',
    '　',
  ),
);
const junk = fc.oneof(
  escapes,
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '---\n',
    '<',
    '>',
    '{',
    '}',
    '&a ',
    '*a',
    '"',
    "'",
    '\t',
    '\n\n',
    '](',
    '<Clause',
    '</Background>',
    '- ',
    ': ',
    '|',
    '`',
    '\u0000',
    '\uFEFF',
    '\nimport "',
    '\nexport ',
    '\\',
  ),
);
const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), junk, fc.nat(30)), {
  minLength: 1,
  maxLength: 12,
});
const spoil = (text: string, changes: readonly (readonly [at: number, put: string, cut: number])[]) =>
  changes.reduce((now, [at, put, cut]) => {
    const place = Math.floor(at * now.length);
    // Now and then the file breaks off there.
    return now.slice(0, place) + put + (cut === 30 ? '' : now.slice(place + cut));
  }, text);

/** A fault says in Chinese what is wrong and what to do; what a writer typed may stand in it, what cannot be seen may not. */
function checkWords(faults: readonly Fault[]): void {
  for (const { line, problem, remedy } of faults) {
    if (
      line >= 1 &&
      /[一-鿿]/u.test(problem) &&
      /[一-鿿]/u.test(remedy) &&
      !/\bat .*:\d+|undefined|\[object/u.test(problem)
    )
      continue;
    throw new Error(`说得不清楚：${line} ${problem} — ${remedy}`);
  }
}

let runs = 0;
let slowest = 0;
function timed<T>(what: () => T): T {
  const started = performance.now();
  const made = what();
  const took = performance.now() - started;
  slowest = Math.max(slowest, took);
  runs += 1;
  if (took > 1000) throw new Error(`用了 ${took.toFixed(0)} 毫秒`);
  return made;
}

for (const until = performance.now() + half; performance.now() < until;) {
  fc.assert(
    fc.property(fc.nat(texts.length - 1), edits, (which, changes) => {
      const text = spoil(texts[which] ?? '', changes);
      timed(() => {
        const cut = text.indexOf('\n---\n');
        const yaml = parseYaml(text.slice(4, cut), 'a.mdx', 2);
        yaml.lineOf(['facts', 0, 'value']);
        const { faults } = parseMdx(text.slice(cut + 5), 'a.mdx', 1);
        checkWords([...yaml.faults, ...yaml.remarks, ...faults]);
      });
    }),
    { numRuns: 500 },
  );
}
console.log(`改坏了 ${runs} 段文字，没有一次出错；最慢的一次 ${slowest.toFixed(0)} 毫秒`);

/** Where files come and go: the made-up site of the tests. */
const site = 'tests/fixtures';
const files = ['content', 'data'].flatMap((part) =>
  readdirSync(join(site, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(site.length + 1)),
);
const codes = ['utf8', 'utf16le', 'utf16be', 'gbk', 'gb18030', 'big5', 'shiftjis', 'utf32le', 'latin1'];
const names = [
  'Thumbs.db',
  '.DS_Store',
  'x.mdx~',
  '~$x.mdx',
  'x 副本.mdx',
  'X.mdx',
  'x.md',
  '.mdx',
  'con.mdx',
  'a.jpg',
  'x.yaml',
];
type Change = (folder: string) => void;
/** What an earlier change left there goes first: nothing is written through a link, or into a pipe that nobody reads. */
const put = (folder: string, file: string, what: string | Uint8Array) => {
  rmSync(join(folder, file), { recursive: true, force: true });
  writeFileSync(join(folder, file), what, { flag: 'wx' });
};
const change = fc.oneof(
  fc
    .tuple(fc.constantFrom(...files), edits, fc.constantFrom(...codes), fc.boolean())
    .map(([file, changes, code, addBOM]): Change => (folder) => {
      const text = spoil(readFileSync(join(site, file), 'utf-8'), changes);
      put(folder, file, iconv.encode(text, code, { addBOM }));
    }),
  fc
    .tuple(fc.constantFrom(...files), fc.constantFrom('fifo', 'folder', 'link', 'loop', 'device', 'none', 'empty'))
    .map(([file, kind]): Change => (folder) => {
      const path = join(folder, file);
      rmSync(path, { recursive: true, force: true });
      if (kind === 'fifo') execFileSync('mkfifo', [path]);
      else if (kind === 'folder') mkdirSync(path);
      else if (kind === 'link') symlinkSync(join(folder, 'outside.txt'), path);
      else if (kind === 'loop') symlinkSync(path, path);
      else if (kind === 'device') symlinkSync('/dev/zero', path);
      else if (kind === 'empty') writeFileSync(path, '');
    }),
  fc
    .tuple(fc.constantFrom(...files), fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 40 }))
    .map(([file, name, text]): Change => (folder) => {
      put(folder, join(dirname(file), name), text);
    }),
);

const textRuns = runs;
for (const until = performance.now() + half; performance.now() < until;) {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
      try {
        writeFileSync(join(folder, 'outside.txt'), '外面');
        for (const part of ['content', 'data']) cpSync(join(site, part), join(folder, part), { recursive: true });
        // Two changes of one file may not fit together.
        for (const apply of changes) {
          try {
            apply(folder);
          } catch {
            continue;
          }
        }
        const started = performance.now();
        const options = { now: '2026-11-24 12:00' };
        const { errors, warnings } = await loadSite(join(folder, 'content'), join(folder, 'data'), options);
        checkWords([...errors, ...warnings]);
        const took = performance.now() - started;
        slowest = Math.max(slowest, took);
        runs += 1;
        if (took > 5000) throw new Error(`用了 ${took.toFixed(0)} 毫秒`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 50, endOnFailure: true },
  );
}
console.log(`改坏了 ${runs - textRuns} 个网站，没有一次出错；最慢的一次 ${slowest.toFixed(0)} 毫秒`);
