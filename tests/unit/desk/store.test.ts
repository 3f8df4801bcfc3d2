import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal, confined, removeParts, writeWhole } from '../../../scripts/desk/store.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

test('a write that cannot be finished leaves the old file as it was, and nothing beside it', () => {
  const file = join(root, 'a.mdx');
  writeFileSync(file, 'old');
  // A disk that is full says so at every write to this device.
  if (existsSync('/dev/full')) {
    symlinkSync('/dev/full', join(root, `.a.mdx.${process.pid}.part`));
    expect(() => {
      writeWhole(file, Buffer.from('new'));
    }).toThrow(/磁盘满了，没有保存；原来的文件没有动/);
  }
  expect(readFileSync(file, 'utf-8')).toBe('old');
  expect(readdirSync(root)).toEqual(['a.mdx']);
});

test('a new file does not overwrite one that came there in the meantime', () => {
  const file = join(root, 'a.mdx');
  writeFileSync(file, 'theirs');
  expect(() => {
    writeWhole(file, Buffer.from('mine'), { isNew: true });
  }).toThrow(/已经有文件/);
  expect(readFileSync(file, 'utf-8')).toBe('theirs');
  expect(readdirSync(root)).toEqual(['a.mdx']);
});

test('what a desk left half written is removed when the next one opens, and no other file', () => {
  writeFileSync(join(root, '.a.mdx.123.part'), 'half');
  utimesSync(join(root, '.a.mdx.123.part'), 1e9, 1e9);
  writeFileSync(join(root, '.b.mdx.124.part'), 'being written');
  writeFileSync(join(root, '.keep'), '');
  writeFileSync(join(root, 'a.part'), '');
  removeParts([root]);
  expect(readdirSync(root).sort()).toEqual(['.b.mdx.124.part', '.keep', 'a.part']);
});

test('paths lead to files below the folders only, and through no link', () => {
  symlinkSync('/etc', join(root, 'etc'));
  for (const file of [join(root, '../x'), '/etc/passwd', join(root, 'etc/passwd'), root, `${root}/a/../../x`]) {
    expect(() => confined(file, [root])).toThrow(Refusal);
  }
  expect(confined(join(root, 'cases/new.mdx'), [root])).toBe(join(root, 'cases/new.mdx'));
});
