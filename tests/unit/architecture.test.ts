import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Every import in src: [file, what it imports], e.g. ['domain/urls.ts', '#schemas/vocabulary.ts']. */
const imports = readdirSync('src', { recursive: true, encoding: 'utf-8' })
  .filter((name) => /\.(?:ts|astro|mdx)$/.test(name) && !name.startsWith('content/'))
  .flatMap((name) =>
    [
      ...readFileSync(`src/${name}`, 'utf-8').matchAll(
        /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
      ),
    ].map(([, from, dynamic]): [file: string, target: string] => [name, from ?? dynamic ?? '']),
  );

const from = (folder: string) => imports.filter(([file]) => file.startsWith(folder));
const show = (list: [string, string][]) => list.map(([file, target]) => `${file} ← ${target}`);

test('the imports of the program are seen at all', () => {
  expect(imports).toContainEqual(['domain/urls.ts', '#schemas/vocabulary.ts']);
  expect(imports).toContainEqual(['pages/index.astro', '#catalog']);
  expect(imports.length).toBeGreaterThan(100);
});

test('schemas import zod and one another only', () => {
  expect(show(from('schemas/').filter(([, target]) => !/^(?:zod|\.\/[\w-]+\.ts|#schemas\/.*)$/.test(target)))).toEqual(
    [],
  );
});

describe('domain', () => {
  test('imports schemas, itself and packages that run anywhere', () => {
    const allowed =
      /^(?:#schemas\/|#domain\/|\.{1,2}\/|hast$|hast-util-to-string$|unist-util-visit$|github-slugger$|pinyin-pro$)/;
    expect(show(from('domain/').filter(([, target]) => !allowed.test(target)))).toEqual([]);
  });
  test('does not leave its folder by a relative path', () => {
    const climbs = ([file, target]: [string, string]) =>
      target.startsWith('.') && !new URL(target, `file:///src/${file}`).pathname.startsWith('/src/domain/');
    expect(show(from('domain/').filter(climbs))).toEqual([]);
  });
  test('asks neither the clock, the environment nor the page', () => {
    const asks =
      /\b(?:Date\.now\(|new Date\(\)|Math\.random\(|process\.|document\.(?:query|create|body)|window\.|fetch\()/;
    const files = readdirSync('src/domain', { recursive: true, encoding: 'utf-8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter((name) => asks.test(readFileSync(`src/domain/${name}`, 'utf-8')))).toEqual([]);
  });
});

test('outputs know the domain and the schemas, not Astro, the disk, the reader or the pages', () => {
  const forbidden = /^(?:node:(?!crypto$|zlib$)|astro|#reader|#catalog|#site|#components|#layouts|#client)/;
  expect(show(from('outputs/').filter(([, target]) => forbidden.test(target)))).toEqual([]);
});

test('the reader knows neither Astro nor the catalogue nor the pages', () => {
  const forbidden = /^(?:astro|#catalog|#site|#components|#layouts|#client|#outputs)/;
  expect(show(from('reader/').filter(([, target]) => forbidden.test(target)))).toEqual([]);
});

test('the browser code imports the domain only', () => {
  expect(show(from('client/').filter(([, target]) => !/^(?:#domain\/|\.\/)/.test(target)))).toEqual([]);
});

test('the catalogue is asked by pages, components and layouts only, and by site.ts for the number of sources', () => {
  const asks = imports.filter(
    ([, target]) => /^(?:#catalog|.*\/catalog\.ts)$/.test(target) && target !== '#domain/catalog.ts',
  );
  const others = asks.filter(
    ([file, target]) =>
      !/^(?:pages|components|layouts)\/|^site\.ts$/.test(file) &&
      !(file.startsWith('domain/') && target.startsWith('.')),
  );
  expect(asks.length).toBeGreaterThan(5);
  expect(show(others)).toEqual([]);
});

test('nothing imports a page, and components do not import layouts', () => {
  expect(show(imports.filter(([file, target]) => target.includes('/pages/') && !file.startsWith('pages/')))).toEqual(
    [],
  );
  expect(
    show(from('components/').filter(([, target]) => /^(?:#layouts\/.*\.astro|\.\.\/layouts)/.test(target))),
  ).toEqual([]);
});

test('no folder is called utils, lib or helpers', () => {
  const folders = readdirSync('.', { recursive: false, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && ['src', 'scripts', 'tests', 'bench'].includes(entry.name))
    .flatMap(({ name }) => readdirSync(name, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders).toContain('domain');
  expect(folders.filter((name) => /^(?:utils?|libs?|helpers?)$/.test(name))).toEqual([]);
});
