import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A picture made here stands in for a real photograph.
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const content = join(folder, 'content');
const page = join(content, 'places/wulajie.mdx');
const photo = join(content, 'places/wulajie.jpg');
const env = { ...process.env, CONTENT_DIR: content };
const check = () => spawnSync(process.execPath, ['scripts/check.ts'], { env, encoding: 'utf-8' });

beforeAll(async () => {
  cpSync('src/content', content, { recursive: true });
  const header = 'photo: { file: wulajie.jpg, alt: 一片深色, author: 张三, date: "2026", licence: CC BY 4.0 }';
  writeFileSync(page, readFileSync(page, 'utf-8').replace(/^summary:/m, `${header}\nsummary:`));
  await sharp({ create: { width: 1500, height: 900, channels: 3, background: '#0c4756' } })
    .jpeg()
    .toFile(photo);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a photograph without its licence is refused with the missing field named', () => {
  const before = readFileSync(page, 'utf-8');
  writeFileSync(page, before.replace(', licence: CC BY 4.0', ''));
  const { status, stdout } = check();
  writeFileSync(page, before);
  expect(status).toBe(1);
  expect(stdout).toMatch(/places\/wulajie\.mdx:\d+ photo\.licence: 缺少这一项/);
});

test('a broken photograph and a missing one are each named', () => {
  writeFileSync(photo, 'not a picture');
  expect(check().stdout).toMatch(/places\/wulajie\.mdx:\d+ picture\.file: 照片打不开/);
  rmSync(photo);
  expect(check().stdout).toMatch(/places\/wulajie\.mdx:\d+ picture\.file: 没有「wulajie\.jpg」这个文件/);
});
