import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { formatFault } from '#domain/model/faults.ts';
import { checkGuidance, guidanceClauses } from '#content-io/guidance.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'guidance-'));
const { clauses } = fixtureCatalog();
const read = (bytes: string | Buffer) => {
  const file = join(folder, 'text.txt');
  writeFileSync(file, bytes);
  vi.stubEnv('GUIDANCE_TEXT', file);
  return guidanceClauses(clauses);
};
afterEach(() => vi.unstubAllEnvs());
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('without the setting there is no text of the operator', () => {
  vi.stubEnv('GUIDANCE_TEXT', '');
  expect(guidanceClauses(clauses)).toBeUndefined();
});

test('a text in UTF-8 is cut into clauses, each paragraph by itself', () => {
  expect(read('前面的话\n一、总体要求\n头一段。\n\n第二段。\n')?.get('1')).toEqual([
    '一、总体要求',
    '头一段。',
    '第二段。',
  ]);
});

test('a text in GBK is refused with its remedy, not shown as nothing', () => {
  // 一、总体要求
  const gbk = Buffer.from([0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc, 0xcc, 0xe5, 0xd2, 0xaa, 0xc7, 0xf3]);
  expect(() => read(gbk)).toThrow(/text\.txt:1 文件: 不是 UTF-8 编码（可能是 GBK） — 用编辑器另存为 UTF-8/);
});

test('a file that is not there is named', () => {
  vi.stubEnv('GUIDANCE_TEXT', '/nosuch/guidance.txt');
  expect(() => guidanceClauses(clauses)).toThrow(/guidance\.txt:1 文件: 没有这个文件/);
});

test('a text without one clause of ours is refused', () => {
  expect(() => read('这是别的文件。\n第一条 没有那样的编号。\n')).toThrow(/text\.txt:1 文件: 里面没有找到条款/);
});

test('what is wrong with it is told before a build, in one line', () => {
  vi.stubEnv('GUIDANCE_TEXT', join(folder, 'none.txt'));
  expect(checkGuidance(clauses).map(formatFault)).toEqual([expect.stringMatching(/none\.txt:1 文件: 没有这个文件 — /)]);
  const file = join(folder, 'plain.txt');
  writeFileSync(file, '没有编号的一段话。');
  vi.stubEnv('GUIDANCE_TEXT', file);
  expect(checkGuidance(clauses).map(formatFault)).toEqual([
    expect.stringMatching(/plain\.txt:1 文件: 里面没有找到条款 — 核对 GUIDANCE_TEXT/),
  ]);
  vi.stubEnv('GUIDANCE_TEXT', '');
  expect(checkGuidance(clauses)).toEqual([]);
});
