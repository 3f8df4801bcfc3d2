import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

// What differs from city to city is content: no program text knows which city it is.

const read = (file: string) => parse(readFileSync(`src/data/city/${file}.yaml`, 'utf-8')) as unknown;
const city = read('city') as { name: string; province: string; site: { name: string; short: string; id: string } };
const document = read('document') as { title: string; issuer: string; targetYear: number };
const words = read('words') as { pattern: { heading: string } };
const roles = read('roles') as { id: string; label: string }[];
const counties = read('counties') as { id: string; label: string; code: string }[];
const divisions = parse(readFileSync('src/data/divisions.yaml', 'utf-8')) as { id: string; name: string }[];

/** Program text without its comments and those of the files that a new city begins with, which may give examples. */
const withoutComments = (text: string) =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/(^|[\s;{(,])\/\/.*$/gmu, '$1')
    .replaceAll(/(?:^|`)# .*$/gmu, '');

const files = ['src', 'scripts', 'astro.config.mjs', 'bench/search.ts']
  .flatMap((name) =>
    /\.\w+$/.test(name)
      ? [name]
      : readdirSync(name, { recursive: true, encoding: 'utf-8' }).map(
          (file) => `${name}/${file.replaceAll('\\', '/')}`,
        ),
  )
  .filter((name) => /\.(?:ts|mjs|astro|mdx|css)$/.test(name) && !/^src\/(?:content|data)\//.test(name))
  .map((name): [name: string, text: string] => [name, withoutComments(readFileSync(name, 'utf-8'))]);

const literal = (id: string) => new RegExp(String.raw`['"\x60]${id}['"\x60]`, 'u');
const short = (name: string) => name.replace(/[县市区]$/u, '');
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Ids that are words of the program too: a kind of page, a level. */
const shared = new Set(['pole', 'pilot']);

const told: [what: string, patterns: RegExp[]][] = [
  [
    'the city and its province',
    [city.name, city.province, city.site.name, city.site.short, city.site.id].map(
      (text) => new RegExp(escaped(text), 'u'),
    ),
  ],
  [
    'the guidance',
    [document.title, document.issuer, words.pattern.heading].map((text) => new RegExp(escaped(text), 'u')),
  ],
  ['its target year', [new RegExp(String.raw`\b${document.targetYear}年`, 'u')]],
  [
    'a county',
    counties.flatMap(({ id, label, code }) => [literal(id), new RegExp(short(label), 'u'), new RegExp(code, 'u')]),
  ],
  ['a town, by its code', [new RegExp(String.raw`\b${divisions[0]?.id.slice(0, 4) ?? '-'}\d{2,5}\b`, 'u')]],
  [
    'a role',
    roles.flatMap(({ id, label }) => [
      ...(shared.has(id) ? [] : [literal(id)]),
      ...(label.length > 2 ? [new RegExp(escaped(label), 'u')] : []),
    ]),
  ],
  // An example in a message for writers (例如 "3-7") is no use of the clause.
  ['a clause', [/(?<!例如 |如 )['"\x60#](?:c-)?[1-9]\d?-[1-9]\d?(?:-[1-9]\d?)*['"\x60]/u]],
];

describe('no program text names', () => {
  test('the files are seen at all', () => {
    expect(files.map(([name]) => name)).toEqual(expect.arrayContaining(['src/site.ts', 'src/pages/index.astro']));
  });
  test.each(told)('%s', (_what, patterns) => {
    expect(patterns.length).toBeGreaterThan(0);
    const found = files.flatMap(([name, text]) =>
      patterns.flatMap((pattern) => pattern.exec(text)?.map((match) => `${name}: ${match}`) ?? []),
    );
    expect(found).toEqual([]);
  });
  test.each(['const x = "永吉县";', "role === 'type-trade'", '<ClauseMark id="3-7" />', "county: 'shulan'"])(
    'and %s would be found',
    (text) => {
      expect(told.some(([, patterns]) => patterns.some((pattern) => pattern.test(text)))).toBe(true);
    },
  );
});
