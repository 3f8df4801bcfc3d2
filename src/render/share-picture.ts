import { type ShareText, breakLines, shareSize } from '#domain/site/share.ts';
import type { Colours } from './colours.ts';
import { coverArt } from './cover-art.ts';
import type { TypeFace } from './type-face.ts';

const margin = 80;
const textStep = 54;
/** Base line of the last line of text that leaves the site's name free. */
const lastTextLine = 478;

export interface Faces {
  bold: TypeFace;
  regular: TypeFace;
}

/** The picture for sharing (分享图) as SVG made of outlines. A character without a glyph is an error, never an empty box. */
export function sharePicture(share: ShareText, siteName: string, { bold, regular }: Faces, colour: Colours): string {
  const { width, height } = shareSize;
  const inner = width - 2 * margin;
  const line = (face: TypeFace, text: string, size: number, y: number, fill: string) => {
    const lost = face.missing(text);
    if (lost.length > 0) throw new Error(`分享图缺字：${lost.join('')}（${share.kind}/${share.id}：${text}）`);
    return `<path fill="${fill}" d="${face.outline(text, size, margin, y)}"/>`;
  };
  const lines = (face: TypeFace, text: string, size: number, most: number) =>
    breakLines(text, inner, most, (part) => face.width(part, size));
  const titleSize = Array.from(share.title).length <= 8 ? 128 : 68;
  const measureTitle = (part: string) => bold.width(part, titleSize);
  const title = balanced(share.title, inner, 3, measureTitle);
  const titleTop = 140 + titleSize;
  const textTop = titleTop + title.length * titleSize * 1.3 - titleSize * 0.3 + 40;
  const room = Math.floor((lastTextLine - textTop) / textStep) + 1;
  const text = lines(regular, share.text, 36, room);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    `<path d="M0 10H${width}M0 22H${width}" stroke="${colour('river')}" stroke-width="6"/>`,
    line(regular, lines(regular, share.label, 34, 1).join(''), 34, 110, colour('soft')),
    ...title.map((part, index) => line(bold, part, titleSize, titleTop + index * titleSize * 1.3, colour('river'))),
    ...text.map((part, index) => line(regular, part, 36, textTop + index * textStep, colour('ink'))),
    line(regular, siteName, 30, height - 90, colour('soft')),
    `<g transform="translate(0 ${height - 62})" fill="none" stroke="${colour('rice')}" stroke-width="2">`,
    coverArt(share.roles, share.id)
      .replaceAll('width="100%"', `width="${width}"`)
      .replaceAll('<rect ', '<rect stroke="none" '),
    '</g></svg>',
  ].join('');
}

/** Lines of about the same length: a title does not leave one character alone on its last line. */
function balanced(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const count = breakLines(text, width, most, measure).length;
  let best = breakLines(text, width, most, measure);
  for (let narrower = width - 30; narrower > width / 2; narrower -= 30) {
    const lines = breakLines(text, narrower, most, measure);
    if (lines.length > count || lines.at(-1)?.endsWith('…')) break;
    best = lines;
  }
  return best;
}
