import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import sharp from 'sharp';
import { Report } from '#domain/checks/report.ts';
import type { Content, Fault } from '#domain/model/types.ts';
import { faultAt, fileFault, filesIn, isMedia, shownPath } from './files.ts';

/** Largest photograph and recording, bytes; a telephone's picture has 3 to 8 MB. */
const mostBytes = 20_000_000;
/** Longest side, pixels: more is a map or a scan, and takes minutes to make small. */
const longestSide = 12_000;

const endings: Partial<Record<string, string>> = { '.jpg': 'jpeg', '.jpeg': 'jpeg', '.png': 'png', '.webp': 'webp' };

/** What a file is by its first bytes, whatever it is called. */
const beginnings: readonly (readonly [pattern: RegExp, format: string])[] = [
  [/^\xff\xd8\xff/, 'jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^RIFF[^]{4}WEBP/, 'webp'],
  [/^[^]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/, 'heic'],
  [/^[^]{4}ftypavif/, 'avif'],
  [/^GIF8/, 'gif'],
  [/^BM/, 'bmp'],
  [/^(?:II\*\0|MM\0\*)/, 'tiff'],
  [/^\s*(?:<\?xml[^]*)?<svg/i, 'svg'],
  [/^(?:ID3|\xff[\xe2-\xff])/, 'mp3'],
];

/** Where a photograph or a recording stands: beside its file, or in a folder below. */
export function photoFile(entryPath: string, file: string): string {
  return join(dirname(entryPath), file);
}

type Said = readonly [problem: string, remedy: string];

/** Every photograph named in a header is there, stays inside the content folder, is what its name says and can be opened. */
export async function checkPhotos(content: Content): Promise<Fault[]> {
  const report = new Report();
  // One after the other: several large ones at once would fill the memory.
  for (const place of content.places) {
    const { photo } = place.data;
    if (!photo) continue;
    const said = await photoFault(place.path, photo.file);
    if (said) report.error(place, ['photo', 'file'], ...said);
  }
  return report.faults;
}

async function photoFault(entryPath: string, name: string): Promise<Said | undefined> {
  const format = endings[extname(name).toLowerCase()];
  if (/\.hei[cf]$/i.test(name)) return heic;
  if (format === undefined) return [`「${name}」不是照片的文件名`, '换成 .jpg、.png 或 .webp 的照片'];
  const file = photoFile(entryPath, name);
  const outside = placeFault(entryPath, file, name, '照片');
  if (outside) return outside;
  const found = formatOf(file);
  if (found === '') return ['照片是空的，一个字节也没有', '重新拷一遍，或换一张'];
  if (found === 'heic') return heic;
  if (found === 'gif' || found === 'svg' || found === 'bmp' || found === 'tiff' || found === 'avif')
    return [`照片其实是 ${found.toUpperCase()}`, '另存为 JPEG、PNG 或 WebP'];
  if (found !== undefined && found !== format)
    return [
      `后缀是 ${extname(name)}，里面其实是 ${found.toUpperCase()}`,
      `后缀改成 .${found === 'jpeg' ? 'jpg' : found}`,
    ];
  try {
    const { width, height } = await sharp(file, { limitInputPixels: false }).metadata();
    if (Math.max(width, height) > longestSide)
      return [`照片长 ${Math.max(width, height)} 像素，最多 ${longestSide}`, '缩小到长边 4000 像素以内'];
    // Reads all of it: one that breaks off is found here.
    await sharp(file).stats();
    return undefined;
  } catch {
    return ['照片打不开，可能坏了', '换一张好的 JPEG、PNG 或 WebP'];
  }
}

const heic: Said = ['是 iPhone 的 HEIC 照片，网页显示不了', '在手机或电脑上另存为 JPEG，再放进来'];

/** Every recording (录音) named in a header is there, and is an MP3. */
export function checkRecordings(content: Content): Fault[] {
  const report = new Report();
  for (const policy of content.policies) {
    const { recording } = policy.data;
    if (!recording) continue;
    const file = photoFile(policy.path, recording.file);
    const said = placeFault(policy.path, file, recording.file, '录音') ?? soundFault(formatOf(file));
    if (said) report.error(policy, ['recording', 'file'], ...said);
  }
  return report.faults;
}

function soundFault(format: string | undefined): Said | undefined {
  if (format === '') return ['录音是空的，一个字节也没有', '重新拷一遍，或换一个'];
  return format === 'mp3' ? undefined : ['录音不是 MP3', '另存为 MP3，只改后缀不行'];
}

/** Photographs and recordings that no header names: nobody sees them, and somebody may wait for them. */
export function checkUnused(contentDir: string, content: Content): Fault[] {
  // A header that cannot be read may name them.
  if (content.unreadable.length > 0) return [];
  const named = [
    ...content.places.map(({ path, data }) => data.photo && photoFile(path, data.photo.file)),
    ...content.policies.map(({ path, data }) => data.recording && photoFile(path, data.recording.file)),
  ];
  const used = new Set(named.map((file) => file && shownPath(file)));
  return filesIn(contentDir, { recursive: true })
    .map((name) => shownPath(join(contentDir, name)))
    .filter((path) => isMedia(path) && !used.has(path))
    .map((path) => ({
      ...faultAt(path, '文件名', '没有一个文件头写到它', '在文件头 photo 或 recording 里写上，或删去'),
      severity: 'warning',
    }));
}

/** Why there is no file to look into, in a place where it may be. */
function placeFault(entryPath: string, file: string, name: string, what: string): Said | undefined {
  const found = fileFault(file, mostBytes);
  if (found?.kind === 'missing') return [`没有「${name}」这个文件`, `把${what}放到同一目录，或核对文件名`];
  if (found?.kind === 'too large')
    return [
      found.problem.replace('文件', what),
      what === '照片' ? '缩小到长边 4000 像素以内，存成 JPEG' : '存成小一些的 MP3',
    ];
  if (found) return [`${what}${found.problem}`, found.remedy];
  return relative(realpathSync(dirname(entryPath)), realpathSync(file)).startsWith('..')
    ? [`${what}在内容目录外面`, `把${what}放到同一目录`]
    : undefined;
}

/** undefined: of a kind nobody names; empty: no bytes at all. */
function formatOf(file: string): string | undefined {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(200);
    const start = bytes.subarray(0, readSync(opened, bytes)).toString('latin1');
    return start === '' ? '' : beginnings.find(([pattern]) => pattern.test(start))?.[1];
  } finally {
    closeSync(opened);
  }
}
