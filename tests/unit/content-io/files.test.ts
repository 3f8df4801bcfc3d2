import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFolder, readText } from '#content-io/files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const put = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const problems = () => readFolder(folder, '.mdx').faults.map(({ problem }) => problem);

describe('a text', () => {
  test('is the same with a byte order mark and with Windows line ends', () => {
    const plain = readText(put('a.mdx', '一\n二\n'));
    expect(plain).toBe('一\n二\n');
    expect(readText(put('b.mdx', '\uFEFF一\r\n二\r\n'))).toBe(plain);
    expect(readText(put('c.mdx', '一\r二\r'))).toBe(plain);
  });
  test('in GBK is a fault that says what to do', () => {
    // 中文 in GBK
    expect(readText(put('a.mdx', Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4)))).toMatchObject({
      line: 1,
      problem: '不是 UTF-8 编码（可能是 GBK）',
      remedy: '用编辑器另存为 UTF-8',
    });
  });
  test('that is not there is a fault, not an exception', () => {
    expect(readText(join(folder, 'nosuch.yaml'))).toMatchObject({ problem: '没有这个文件' });
  });
  test('beyond a megabyte is a fault, up to it none', () => {
    expect(readText(put('a.mdx', 'x'.repeat(1_000_001)))).toMatchObject({ problem: '文件超过 1 MB' });
    expect(readText(put('b.mdx', 'x'.repeat(1_000_000)))).toBeTypeOf('string');
  });
});

describe('a folder', () => {
  test('gives its files in the order of their names with the id from the name', () => {
    put('b-2.mdx', '乙');
    put('a1.mdx', '甲');
    expect(readFolder(folder, '.mdx').files.map(({ id, text }) => [id, text])).toEqual([
      ['a1', '甲'],
      ['b-2', '乙'],
    ]);
    expect(problems()).toEqual([]);
  });
  test.each([['Chaluhe.mdx'], ['cha_lu.mdx'], ['岔路河.mdx'], ['-a.mdx']])('refuses %s as an id', (name) => {
    put(name, '甲');
    expect(readFolder(folder, '.mdx').files).toEqual([]);
    expect(problems()).toEqual([`编号「${name.replace('.mdx', '')}」不合规矩`]);
  });
  test('names both files that claim one id', () => {
    mkdirSync(join(folder, 'sub'));
    put('a.mdx', '甲');
    put('sub/a.mdx', '乙');
    const [fault] = readFolder(folder, '.mdx').faults;
    expect(`${fault?.path} ${fault?.problem}`).toMatch(/sub\/a\.mdx .*编号「a」和 .*\/a\.mdx 重复/);
  });
  test('refuses a file of another kind', () => {
    put('a.md', '甲');
    expect(problems()).toEqual(['这里只放 .mdx 文件']);
  });
  test('that is not there is a fault, not an exception', () => {
    expect(readFolder(join(folder, 'nosuch'), '.mdx').faults.map(({ problem }) => problem)).toEqual(['没有这个文件夹']);
  });
  test('does not follow a link out of itself', () => {
    symlinkSync('/etc/hostname', join(folder, 'a.mdx'));
    expect(readFolder(folder, '.mdx').files).toEqual([]);
    expect(problems()).toEqual(['是指到内容目录外面的链接']);
  });
});
