import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { bodyOf, limits } from './guard.ts';
import type { Route } from './server.ts';
import { Refusal, confined, writeWhole } from './store.ts';

/** Longest side of a photograph on the site, in pixels. */
const longest = 1600;
/** No camera makes more; a picture that says so is there to fill the memory. */
const mostPixels = 120_000_000;

/** A photograph as it may be kept: the right way up, small, with nothing in it but the picture (no place, no camera, no name). */
export async function cleanPhoto(bytes: Uint8Array): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
    const { format } = await picture.metadata();
    if (!['jpeg', 'png', 'webp'].includes(format)) throw new Error(format);
    // Without keepMetadata, sharp writes none.
    return await picture
      .rotate()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch {
    throw new Refusal('照片打不开。用 JPEG、PNG 或 WebP；别的格式先在电脑上另存');
  }
}

/** A photograph put in: beside the file of its page, under a name of its own. */
export const photo: Route = async ({ entries, collections, contentDir }, request, url) => {
  const collection = collections.find(({ key, kind }) => key === url.searchParams.get('collection') && kind === 'page');
  if (!collection) throw new Refusal('这一类内容没有照片', 404);
  const id = url.searchParams.get('id') ?? '';
  const folder = dirname(entries.fileOf(collection, id));
  const picture = await cleanPhoto(await bodyOf(request, 'application/octet-stream', limits.file));
  let name = `${id}.jpg`;
  for (let n = 2; existsSync(join(folder, name)); n += 1) name = `${id}-${n}.jpg`;
  writeWhole(confined(join(folder, name), [contentDir]), picture, { isNew: true });
  const said = `照片放好了（${Math.round(picture.length / 1000)} KB，已经去掉拍摄地点等信息）。现在填写照片里看得见什么、谁拍的、哪天、许可`;
  return { type: 'application/json; charset=utf-8', body: JSON.stringify({ file: name, said }) };
};
