import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { writeWhole } from '#build/write-whole.ts';
import type { Faces } from '#render/pen.ts';
import { typeFace } from '#render/type-face.ts';
import tokens from '#styles/tokens.css?raw';
import breakSource from '#domain/site/share.ts?raw';
import penSource from '#render/pen.ts?raw';

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

/** Sixteen colours are four bits a pixel: half the size, and what is drawn here has fewer, but for its smooth edges. */
const png = { palette: true, colours: 16, dither: 0, effort: 1 } as const;

const types = { png: 'image/png', svg: 'image/svg+xml' } as const;

/**
 * A picture, kept between builds under the hash of all that goes into it: `data`, and `sources`, the text of the modules
 * that draw it. One that has not changed costs nothing.
 */
export async function pictureFile(
  format: keyof typeof types,
  data: unknown,
  sources: readonly string[],
  draw: (faces: Faces) => string,
): Promise<Response> {
  const { version } = JSON.parse(readFileSync(find(`${fonts}/package.json`), 'utf-8')) as { version: string };
  const key = createHash('sha256')
    .update(JSON.stringify([data, version, sharp.versions, png, penSource, breakSource, tokens, ...sources]))
    .digest('hex');
  const file = join(cache, `${key}.${format}`);
  if (!existsSync(file)) {
    const svg = Buffer.from(draw(loadFaces()));
    // Whole: a build that is stopped here leaves no half of a picture for the next.
    writeWhole(file, format === 'svg' ? svg : await sharp(svg).png(png).toBuffer());
  }
  return new Response(Buffer.from(readFileSync(file)), { headers: { 'content-type': types[format] } });
}
