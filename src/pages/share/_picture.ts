import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import type { ShareText } from '#domain/site/share.ts';
import { type Faces, sharePicture } from '#render/share-picture.ts';
import { typeFace } from '#render/type-face.ts';
import { colour } from '#site';
import tokens from '#styles/tokens.css?raw';
import artSource from '#render/cover-art.ts?raw';
import pictureSource from '#render/share-picture.ts?raw';

const cache = resolve('.cache/share');
const { resolve: find } = createRequire(resolve('package.json'));
const fonts = '@expo-google-fonts/noto-sans-sc';

let faces: Faces | undefined;
/** Fonts are ten megabytes each: read only when a picture has changed. */
function loadFaces(): Faces {
  const load = (file: string) => typeFace(readFileSync(find(`${fonts}/${file}`)));
  return (faces ??= {
    bold: load('700Bold/NotoSansSC_700Bold.ttf'),
    regular: load('400Regular/NotoSansSC_400Regular.ttf'),
  });
}

/** PNG of a picture, kept between builds under the hash of all that goes into it; one that has not changed costs nothing. */
export async function sharePng(share: ShareText, siteName: string): Promise<Buffer<ArrayBuffer>> {
  const { version } = JSON.parse(readFileSync(find(`${fonts}/package.json`), 'utf-8')) as { version: string };
  const key = createHash('sha256')
    .update(JSON.stringify([share, siteName, version, sharp.versions, pictureSource, artSource, tokens]))
    .digest('hex');
  const file = join(cache, `${key}.png`);
  if (existsSync(file)) return Buffer.from(readFileSync(file));
  const png = await sharp(Buffer.from(sharePicture(share, siteName, loadFaces(), colour)))
    .png({ palette: true, colours: 24, effort: 7 })
    .toBuffer();
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, png);
  return Buffer.from(png);
}
