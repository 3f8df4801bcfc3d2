import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { iconSize } from './_icon.ts';

/**
 * The icon as a picture: not every browser takes SVG, and drawing one costs a phone time just when the page stands. Without
 * the round corners of the SVG, as phones cut their own.
 */
export const GET = async () => {
  const png = await sharp(readFileSync('public/icon.svg'), { density: 216 })
    .resize(iconSize, iconSize)
    .flatten({ background: '#0c4756' })
    .png({ palette: true, colours: 16, effort: 7 })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
