import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepContent } from '../../../scripts/desk/publish.ts';
import { Workroom } from '../../../scripts/desk/store.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'publish-'));
  cpSync('tests/fixtures/content', join(root, 'content'), { recursive: true });
  mkdirSync(join(root, 'data'));
  writeFileSync(join(root, 'data/glossary.yaml'), '[]\n');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const saves = [
  { name: '1', path: 'content/cases/qingshi-stone.mdx', at: '2026-11-29 09:00', note: '改了标题', after: 'x' },
  { name: '2', path: 'content/cases/qingshi-stone.mdx', at: '2026-11-29 09:10', note: '更正：年份', after: 'y' },
];
const keep = () =>
  keepContent(
    { contentDir: join(root, 'content'), dataDir: join(root, 'data'), workroom: new Workroom(join(root, 'desk')) },
    saves,
  );

test('without git, the content is kept as a zip of its day', () => {
  keep();
  const [zip = ''] = readdirSync(join(root, 'desk/published'));
  expect(zip).toMatch(/^内容-\d{4}-\d\d-\d\d-\d{4}\.zip$/);
  const files = unzipSync(readFileSync(join(root, 'desk/published', zip)));
  expect(
    Buffer.from(files['content/cases/qingshi-stone.mdx'] ?? []).equals(
      readFileSync(join(root, 'content/cases/qingshi-stone.mdx')),
    ),
  ).toBe(true);
  expect(Object.keys(files)).toContain('data/glossary.yaml');
});

test('in a checkout, the content is one commit with the notes of the changes; what else was changed is left alone', () => {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf-8' }).stdout;
  git('init', '-q');
  git('add', '--all');
  git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'first');
  writeFileSync(join(root, 'content/cases/qingshi-stone.mdx'), 'changed');
  writeFileSync(join(root, 'elsewhere.txt'), 'staged by somebody');
  git('add', 'elsewhere.txt');
  expect(keep()).toMatch(/^记成一次提交：[0-9a-f]+$/);
  expect(git('log', '-1', '--format=%B')).toContain('content/cases/qingshi-stone.mdx：改了标题；更正：年份');
  expect(git('show', '--name-only', '--format=', 'HEAD').trim()).toBe('content/cases/qingshi-stone.mdx');
  expect(git('status', '--short')).toContain('A  elsewhere.txt');
  expect(keep()).toContain('内容和上次一样');
});
