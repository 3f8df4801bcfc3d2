import sharp from 'sharp';
import { iconSvg } from '#render/icon.ts';
import { colour, colourOnDark } from '#site';
import { iconSize } from './_icon.ts';

/**
 * The icon as a picture: not every browser takes SVG, and drawing one costs a phone time just when the page stands. Without
 * the round corners of the SVG, as phones cut their own.
 */
export const GET = async () => {
  const png = await sharp(Buffer.from(iconSvg(colour, colourOnDark)), { density: 216 })
    .resize(iconSize, iconSize)
    .flatten({ background: colour('river') })
    .png({ palette: true, colours: 16, effort: 7 })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
