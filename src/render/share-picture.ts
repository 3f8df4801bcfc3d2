import { type ShareText, shareSize } from '#domain/site/share.ts';
import { wholeSentences } from '#domain/model/text.ts';
import type { Colours } from './colours.ts';
import { coverWithin } from './cover-art.ts';
import { type Faces, createPen } from './pen.ts';

const margin = 80;
const textStep = 54;
/** Base line of the last line of text that leaves the site's name free. */
const lastTextLine = 478;

/** The picture for sharing (分享图) as SVG made of outlines. */
export function sharePicture(share: ShareText, siteName: string, faces: Faces, colour: Colours): string {
  const { width, height } = shareSize;
  const inner = width - 2 * margin;
  const pen = createPen(faces, `${share.kind}/${share.id}`);
  const titleSize = Array.from(share.title).length <= 8 ? 128 : 68;
  const title = pen.balanced('bold', share.title, titleSize, inner, 3);
  const titleTop = 140 + titleSize;
  const textTop = titleTop + title.length * titleSize * 1.3 - titleSize * 0.3 + 40;
  const room = Math.floor((lastTextLine - textTop) / textStep) + 1;
  const text = wholeSentences(share.text, (part) => pen.lines('regular', part, 36, inner, Infinity).length <= room);
  const line = (weight: keyof Faces, part: string, size: number, y: number, fill: string) =>
    pen.line(weight, part, size, margin, y, colour(fill));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    `<path d="M0 10H${width}M0 22H${width}" stroke="${colour('river')}" stroke-width="6"/>`,
    line('regular', pen.lines('regular', share.label, 34, inner, 1).join(''), 34, 110, 'soft'),
    ...title.map((part, index) => line('bold', part, titleSize, titleTop + index * titleSize * 1.3, 'river')),
    ...pen
      .lines('regular', text, 36, inner, room)
      .map((part, index) => line('regular', part, 36, textTop + index * textStep, 'ink')),
    line('regular', siteName, 30, height - 90, 'soft'),
    `<g transform="translate(0 ${height - 62})" fill="none" stroke="${colour('rice')}" stroke-width="2">`,
    coverWithin(share.roles, share.id, width),
    '</g></svg>',
  ].join('');
}
