import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPhotos, checkRecordings, checkUnused } from '#content-io/photos.ts';
import { fixtureContent } from '../../fixtures/fixture.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'photos-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What is said of a place that shows the file. */
async function said(file: string): Promise<string[]> {
  const { content } = fixtureContent();
  const photo = { file, alt: '街景', author: '张三', date: '2026', licence: 'CC BY 4.0' };
  const places = content.places.slice(0, 1).map((place) => ({
    ...place,
    path: join(folder, 'a.mdx'),
    data: { ...place.data, photo },
  }));
  const faults = await checkPhotos({ ...content, places });
  return faults.map(({ field, problem, remedy }) => `${field}: ${problem} — ${remedy}`);
}
const picture = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#0c4756' } });
const put = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
};
const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

test.each([
  ['a.jpg', () => picture().jpeg().toBuffer()],
  ['a.JPG', () => picture().jpeg().toBuffer()],
  ['街景.png', () => picture().png().toBuffer()],
  ['a.webp', () => picture().webp().toBuffer()],
])('%s that is what its name says is in order', async (name, bytes) => {
  put(name, await bytes());
  expect(await said(name)).toEqual([]);
});

test.each<[what: string, name: string, bytes: () => Promise<string | Uint8Array> | string | Uint8Array, says: RegExp]>([
  ['empty', 'a.jpg', () => '', /照片是空的.* — 重新拷一遍/],
  ['no picture', 'a.jpg', () => 'not a picture', /照片打不开，可能坏了 — 换一张/],
  [
    'broken off',
    'a.jpg',
    async () => (await picture(900, 600).jpeg().toBuffer()).subarray(0, 1500),
    /照片打不开，可能坏了/,
  ],
  ['a PNG called JPEG', 'a.jpg', () => picture().png().toBuffer(), /后缀是 \.jpg，里面其实是 PNG — 后缀改成 \.png/],
  ['a GIF called PNG', 'a.png', () => picture().gif().toBuffer(), /照片其实是 GIF — 另存为 JPEG/],
  ['an SVG called PNG', 'a.png', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', /照片其实是 SVG/],
  ['HEIC', 'a.heic', () => heic, /HEIC 照片.* — 在手机或电脑上另存为 JPEG/],
  ['HEIC called JPEG', 'a.jpg', () => heic, /HEIC 照片/],
  ['of another kind', 'a.pdf', () => '%PDF', /不是照片的文件名/],
  ['too wide', 'a.png', () => picture(12_001, 1).png().toBuffer(), /照片长 12001 像素，最多 12000 — 缩小到长边 4000/],
  ['too heavy', 'a.jpg', () => Buffer.alloc(20_000_001), /照片超过 20 MB — 缩小到长边 4000/],
])('a photograph that is %s is named with what to do', async (_what, name, bytes, says) => {
  put(name, await bytes());
  const [fault, ...more] = await said(name);
  expect(fault).toMatch(/^photo\.file: /);
  expect(fault).toMatch(says);
  expect(more).toEqual([]);
});

test('a pipe, a device, a folder and a missing file end at once', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe.jpg')]);
  symlinkSync('/dev/zero', join(folder, 'device.jpg'));
  mkdirSync(join(folder, 'folder.jpg'));
  const started = performance.now();
  expect(await said('pipe.jpg')).toEqual(['photo.file: 照片不是文件（是管道或设备） — 换成真正的文件']);
  expect(await said('device.jpg')).toEqual(['photo.file: 照片不是文件（是管道或设备） — 换成真正的文件']);
  expect(await said('folder.jpg')).toEqual(['photo.file: 照片是文件夹，不是文件 — 换成真正的文件']);
  expect(await said('none.jpg')).toEqual(['photo.file: 没有「none.jpg」这个文件 — 把照片放到同一目录，或核对文件名']);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('a recording that is empty, or no MP3, is named; one beside its explainer is in order', () => {
  const { content } = fixtureContent();
  const recording = { file: 'a.mp3', seconds: 9, date: '2026', speaker: '张三' };
  const policies = content.policies.slice(0, 1).map((policy) => ({
    ...policy,
    path: join(folder, 'a.mdx'),
    data: { ...policy.data, recording },
  }));
  const told = () => checkRecordings({ ...content, policies }).map(({ problem }) => problem);
  expect(told()).toEqual(['没有「a.mp3」这个文件']);
  put('a.mp3', '');
  expect(told()).toEqual(['录音是空的，一个字节也没有']);
  put('a.mp3', 'hello');
  expect(told()).toEqual(['录音不是 MP3']);
  put('a.mp3', 'ID3\x04');
  expect(told()).toEqual([]);
});

test('a photograph or a recording that no header names is told, and stops nothing', () => {
  const { content } = fixtureContent();
  put('lonely.jpg', 'x');
  put('.hidden.jpg', 'x');
  expect(checkUnused(folder, content)).toMatchObject([{ severity: 'warning', problem: '没有一个文件头写到它' }]);
});
