import { formatDate } from '#domain/model/facts.ts';
import type { Poster } from '#domain/print/poster.ts';
import type { Role } from '#schemas/city.ts';
import type { Colours } from './colours.ts';
import { coverWithin } from './cover-art.ts';
import { type Faces, createPen } from './pen.ts';
import { qrWithin } from './qr.ts';
import { createSheet } from './sheet.ts';

/** A sheet of A4 in pixels, 150 to the inch. */
const width = 1240;
const height = 1754;
const margin = 100;
const inner = width - 2 * margin;
const qrSize = 250;

interface Site {
  document: string;
  issuer: string;
  name: string;
  /** Page of the poster, as one types it, and the address of its code. */
  address: string;
  code: string;
}

/** A poster (公告栏海报) to be sent as a picture: what the sheet of paper says. */
export function posterPicture(
  poster: Poster,
  roles: readonly Role[],
  site: Site,
  faces: Faces,
  colour: Colours,
): string {
  const pen = createPen(faces, `${poster.kind}/${poster.id}`);
  const sheet = createSheet(pen, colour);
  const { parts } = sheet;
  const place = { x: margin, room: inner };
  parts.push(`<path d="M0 14H${width}M0 34H${width}" stroke="${colour('river')}" stroke-width="10"/>`);
  sheet.y = 110;
  const titleSize = poster.kind === 'places' ? 170 : 92;
  for (const line of pen.balanced('bold', poster.title, titleSize, inner, 4))
    sheet.write(line, { ...place, weight: 'bold', size: titleSize, fill: 'river', step: titleSize * 1.25 });
  if (poster.marks.length > 0)
    sheet.write(poster.marks.join(' · '), { ...place, weight: 'bold', size: 46, fill: 'ink' });
  sheet.y += 30;
  if (poster.figure) {
    sheet.write(poster.figure.value, { ...place, weight: 'bold', size: 150, fill: 'river', step: 190 });
    sheet.write(poster.figure.label, { ...place, size: 46, fill: 'soft' });
  } else {
    parts.push(
      `<g transform="translate(${margin} ${sheet.y})" fill="none" stroke="${colour('rice')}" stroke-width="3">`,
      coverWithin(roles, poster.id, inner, 104),
      '</g>',
    );
    sheet.y += 130;
  }
  sheet.y += 30;
  // Few words stand larger; the foot keeps its room.
  const foot = height - 470;
  const size = [64, 58, 52, 46, 42].find((one) => {
    const lines = poster.sentences.flatMap((text) => pen.paragraph('regular', text, one, inner));
    return sheet.y + lines.length * one * 1.55 + poster.sentences.length * 24 <= foot;
  });
  if (size === undefined) throw new Error(`海报放不下：${poster.kind}/${poster.id}，少写几个字`);
  for (const sentence of poster.sentences) {
    sheet.write(sentence, { ...place, size, fill: 'ink' });
    sheet.y += 24;
  }
  sheet.y = foot + 20;
  sheet.rule(sheet.y, width);
  sheet.y += 24;
  const small = { x: margin, room: inner - qrSize - 50, size: 34, fill: 'soft', step: 48 };
  for (const text of [
    `《${site.document}》`,
    `${site.issuer} · 条款：${poster.clauses.join('、')}`,
    `${formatDate(poster.updated)}的版本 · ${site.name}`,
    '扫码看这张纸还能不能用，再看全文',
    site.address,
  ])
    sheet.write(text, small);
  const code = qrWithin(site.code, { x: width - margin - qrSize, y: foot + 50, size: qrSize, ink: colour('ink') });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>${parts.join('')}${code}</svg>`
  );
}
