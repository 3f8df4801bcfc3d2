import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const packageImports = (JSON.parse(readFileSync('package.json', 'utf-8')) as { imports: Record<string, string> })
  .imports;

/** The file of src/ that an import means, e.g. domain/site/urls.ts; a package is named as it is. */
function fileOf(from: string, target: string): string {
  if (target.startsWith('.')) return normalize(join(dirname(from), target)).replace(/\?.*/, '');
  for (const [alias, path] of Object.entries(packageImports)) {
    const [start = '', end] = alias.split('*');
    if (end === undefined ? target === alias : target.startsWith(start)) {
      return path.replace('./src/', '').replace('*', target.slice(start.length)).replace(/\?.*/, '');
    }
  }
  return target;
}

/** Every import in src/, types included, as [file, what it imports]. */
const imports = readdirSync('src', { recursive: true, encoding: 'utf-8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(?:ts|astro|mdx)$/.test(name) && !name.startsWith('content/'))
  .flatMap((name) =>
    [
      ...readFileSync(`src/${name}`, 'utf-8').matchAll(
        /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
      ),
    ].map(([, from, dynamic]): [file: string, target: string] => [name, fileOf(name, from ?? dynamic ?? '')]),
  );

const from = (folder: string) => imports.filter(([file]) => file.startsWith(folder));
const show = (list: [string, string][]) => list.map(([file, target]) => `${file} ← ${target}`);
/** Imports of a folder that are neither its own nor match. */
const others = (folder: string, allowed: RegExp) =>
  show(from(folder).filter(([, target]) => !target.startsWith(folder) && !allowed.test(target)));

test('the imports of the program are seen at all', () => {
  expect(imports).toContainEqual(['domain/site/urls.ts', 'schemas/kinds.ts']);
  expect(imports).toContainEqual(['pages/index.astro', 'catalog.ts']);
  expect(imports).toContainEqual(['pages/cases/[id].astro', 'styles/case.css']);
});

test('no file comes back to itself by its imports, not even for a type', () => {
  const targets = new Map<string, string[]>();
  for (const [file, target] of imports) targets.set(file, [...(targets.get(file) ?? []), target]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) {
      for (const target of targets.get(file) ?? []) visit(target, [...way, file]);
      done.add(file);
    }
  };
  for (const file of targets.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

describe('what each folder may import, besides itself', () => {
  test.each([
    ['schemas/', /^zod$/],
    ['domain/', /^(?:schemas\/|hast$|hast-util-to-string$)/],
    ['search/query/', /^(?:search\/|domain\/|schemas\/)/],
    ['search/', /^(?:domain\/|schemas\/|node:crypto$|pinyin-pro$|opencc-js)/],
    ['content-io/', /^(?:domain\/|schemas\/|node:|yaml$|satteri$|sharp$|fontkit$|zod$|hast$)/],
    ['client/', /^(?:domain\/|styles\/|search\/(?!index\/))/],
  ] as const)('%s', (folder, allowed) => {
    expect(others(folder, allowed)).toEqual([]);
  });
  test('render: neither Astro, the disk, the reader nor the pages', () => {
    const forbidden = /^(?:node:(?!crypto$|zlib$)|astro|content-io|catalog|site|components|layouts|client|pages|build)/;
    expect(show(from('render/').filter(([, target]) => forbidden.test(target)))).toEqual([]);
  });
  test('components: no layout and no page; nothing imports a page but pages', () => {
    expect(show(from('components/').filter(([, target]) => /^layouts\/.*\.astro/.test(target)))).toEqual([]);
    expect(show(imports.filter(([file, target]) => target.startsWith('pages/') && !file.startsWith('pages/')))).toEqual(
      [],
    );
  });
  test('the catalogue is asked by pages, components and layouts only', () => {
    const asks = imports.filter(([, target]) => target === 'catalog.ts');
    expect(show(asks.filter(([file]) => !/^(?:pages|components|layouts)\//.test(file)))).toEqual([]);
  });
});

test('the domain asks neither the clock, the environment nor the page', () => {
  const asks =
    /\b(?:Date\.now\(|new Date\(\)|Math\.random\(|process\.|document\.(?:query|create|body)|window\.|fetch\()/;
  const files = readdirSync('src/domain', { recursive: true, encoding: 'utf-8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.filter((name) => asks.test(readFileSync(`src/domain/${name}`, 'utf-8')))).toEqual([]);
});

test('every import of our own leads to a file', () => {
  const lost = imports.filter(
    ([, target]) => /^[a-z-]+\/.*\.(?:ts|astro|css)$/.test(target) && !existsSync(`src/${target}`),
  );
  expect(show(lost)).toEqual([]);
});

test('nothing but the benchmark imports the benchmark', () => {
  const files = ['src', 'tests', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf-8' }).map((name) => `${folder}/${name}`),
  );
  const asking = files.filter(
    (name) => /\.(?:ts|astro|mjs)$/.test(name) && /from '(?:\.\.\/)+bench\//.test(readFileSync(name, 'utf-8')),
  );
  expect(asking).toEqual([]);
});

test('no folder is called utils, lib or helpers', () => {
  const folders = ['src', 'scripts', 'tests', 'bench']
    .flatMap((name) => readdirSync(name, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders).toContain('domain');
  expect(folders.filter((name) => /^(?:utils?|libs?|helpers?)$/.test(name))).toEqual([]);
});
