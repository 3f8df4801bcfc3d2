import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { outFolderFault, replaceSite, unwritableFault } from '../../../scripts/out-folder.ts';

/** What tells a build that a site is one of ours. */
const ours = JSON.stringify({
  name: 'somewhere',
  resources: [{ name: 'clauses' }, { name: 'sources' }],
});
const root = mkdtempSync(join(tmpdir(), 'out-'));
const folder = join(root, 'www');
const put = (file: string, text = '') => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a build may go', () => {
  test('into a folder that is not there', () => {
    expect(outFolderFault(folder, [join(root, 'repo')])).toBeUndefined();
  });
  test('into an empty one', () => {
    mkdirSync(folder);
    expect(outFolderFault(folder, [join(root, 'repo')])).toBeUndefined();
  });
  test('into an earlier site of ours', () => {
    put('www/index.html');
    put('www/data/datapackage.json', ours);
    expect(outFolderFault(folder, [join(root, 'repo')])).toBeUndefined();
  });
  test('beside what is needed, though its name begins the same', () => {
    expect(outFolderFault(folder, [join(root, 'www-source'), join(root, '..www')])).toBeUndefined();
  });
});

describe('a build must not go', () => {
  test('into the folder it works in, or one above it', () => {
    expect(outFolderFault(root, [root])).toMatch(/会把它换掉 — 换成一个新的目录/);
    expect(outFolderFault(root, [join(root, 'repo')])).toContain(join(root, 'repo'));
    expect(outFolderFault(resolve('/'), [root])).toContain(root);
  });
  test('into an earlier site of ours that the content has been put into', () => {
    put('www/data/datapackage.json', ours);
    expect(outFolderFault(folder, [join(folder, 'content')])).toContain(join(folder, 'content'));
  });
  test('into a folder that holds anything else', () => {
    put('www/index.html', '另一个网站');
    expect(outFolderFault(folder, [])).toMatch(/别的东西.* — 换成一个新的或空的目录/);
    put('www/data/datapackage.json', '{ "name": "somebody-elses" }');
    expect(outFolderFault(folder, [])).toMatch(/别的东西/);
  });
  test('where a file stands', () => {
    put('www');
    expect(outFolderFault(folder, [])).toMatch(/别的东西/);
  });
});

describe('a build is told before it begins', () => {
  test('where its folder stands in one that it reads', () => {
    const content = join(root, 'content');
    expect(outFolderFault(join(content, 'site'), [root], [content])).toMatch(/content 里面.* — 换成外面的目录/);
    expect(outFolderFault(join(root, 'content-site'), [join(root, 'repo')], [content])).toBeUndefined();
  });
  test('where a link leads in a circle', () => {
    symlinkSync('www', folder);
    expect(outFolderFault(folder, [])).toMatch(/打不开：链接绕成了圈.* — /);
  });
  // Making folders below /proc is what Node never ends.
  test.skipIf(process.platform !== 'linux').each([
    ['/proc/site', /写不进去.* — 给写的权限/],
    ['/proc/deep/er/site', /写不进去/],
    ['/dev/null/site', /写不进去：上一级是文件/],
    ['/proc', /是挂载点.*\/proc\/site/],
  ])('that %s cannot take a site', (path, words) => {
    expect(unwritableFault(path)).toMatch(words);
  });
  test('where a file is in the way', () => {
    put('file');
    expect(unwritableFault(join(root, 'file/www'))).toMatch(/上一级是文件，不是目录/);
    expect(unwritableFault(join(root, 'new/er/www'))).toBeUndefined();
  });
});

test('the build refuses a folder of somebody else before it touches anything', () => {
  put('www/index.html', '另一个网站');
  put('.www-replaced/kept.txt', '先前放着的');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf-8',
    env: { ...process.env, OUT_DIR: folder },
  });
  expect(status).toBe(1);
  expect(stderr).toContain('没有生成');
  expect(readFileSync(join(folder, 'index.html'), 'utf-8')).toBe('另一个网站');
  expect(existsSync(join(root, '.www-replaced/kept.txt'))).toBe(true);
});

test('a setting left empty is one not made', () => {
  const code = `const { outDir, contentDir, dataDir } = await import('#content-io/folders.ts');
    const { default: config } = await import('./astro.config.mjs');
    console.log(JSON.stringify([outDir, contentDir, dataDir, config.site, config.base]));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf-8',
    env: { ...process.env, OUT_DIR: '', CONTENT_DIR: '', DATA_DIR: '', SITE_URL: '', BASE_PATH: '' },
  });
  expect(JSON.parse(stdout)).toEqual([
    resolve('dist'),
    resolve('src/content'),
    resolve('src/data'),
    'http://127.0.0.1:4321',
    '/',
  ]);
});

test('a new site takes the place of the last one, which stays aside', () => {
  put('www/index.html', '旧');
  put('made/index.html', '新');
  replaceSite(join(root, 'made'), folder, join(root, '.www-replaced'));
  expect(readFileSync(join(folder, 'index.html'), 'utf-8')).toBe('新');
  expect(readFileSync(join(root, '.www-replaced/index.html'), 'utf-8')).toBe('旧');
});

test('where the new site cannot be moved in, the last one is put back', () => {
  put('www/index.html', '旧');
  expect(() => {
    replaceSite(join(root, 'nosuch'), folder, join(root, '.www-replaced'));
  }).toThrow();
  expect(readFileSync(join(folder, 'index.html'), 'utf-8')).toBe('旧');
  expect(readdirSync(root)).toEqual(['www']);
});
