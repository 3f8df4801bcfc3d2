import type { LongPicture } from '#domain/print/long-picture.ts';
import { formatDate } from '#domain/model/facts.ts';
import type { Colours } from './colours.ts';
import { typedAddress } from '#domain/site/urls.ts';
import { type Faces, createPen } from './pen.ts';
import { qrWithin } from './qr.ts';
import { type Style, createSheet } from './sheet.ts';

/** Pixels: three to one of a phone 360 wide. */
const width = 1080;
const margin = 72;
const inner = width - 2 * margin;
const qrSize = 190;

/** A long picture (一图读懂) as SVG made of outlines: everything is written out, nothing is cut. `address` is its page. */
export function longPicture(
  picture: LongPicture,
  site: { name: string; address: string },
  faces: Faces,
  colour: Colours,
): string {
  const pen = createPen(faces, `${picture.kind}/${picture.id}`);
  const sheet = createSheet(pen, colour);
  const { parts } = sheet;
  const write = (text: string, style: Omit<Style, 'x' | 'room'> & Partial<Style>): void => {
    sheet.write(text, { x: margin, room: inner, ...style });
  };

  const title = pen.balanced('bold', picture.title, 84, inner, 9);
  const head = 170 + title.length * 112 + 40;
  parts.push(`<path fill="${colour('river')}" d="M0 0H${width}V${head}H0z"/>`);
  sheet.y = 66;
  write(`一图读懂 · ${picture.label}`, { size: 38, fill: 'tint' });
  sheet.y = 150;
  for (const line of title) write(line, { weight: 'bold', size: 84, fill: 'paper', step: 112 });
  sheet.y = head + 44;
  write(picture.lead, { size: 44, fill: 'ink' });
  sheet.y += 26;

  picture.points.forEach(({ head: heading, text, marks }, index) => {
    sheet.rule(sheet.y, width);
    const top = sheet.y + 34;
    parts.push(`<circle cx="${margin + 40}" cy="${top + 40}" r="40" fill="${colour('river')}"/>`);
    const number = String(index + 1);
    const half = pen.width('bold', number, 46) / 2;
    parts.push(pen.line('bold', number, 46, margin + 40 - half, top + 57, colour('paper')));
    sheet.y = top;
    const place = { x: margin + 116, room: inner - 116 };
    if (heading) write(heading, { ...place, weight: 'bold', size: 48, fill: 'river' });
    write(text + marks.map((mark) => `〔${mark}〕`).join(''), { ...place, size: 42, fill: 'ink' });
    sheet.y = Math.max(sheet.y + 26, top + 112);
  });

  if (picture.figures.length > 0) {
    sheet.rule(sheet.y, width);
    sheet.y += 44;
    const columns = picture.figures.length === 1 ? 1 : 2;
    sheet.figures(picture.figures, { x: margin, room: inner, columns, sizes: [88, 76, 64, 52, 44], small: 34 });
    sheet.y += 10;
  }

  if (picture.gaps.length > 0) {
    sheet.y += 8;
    const [top, at] = [sheet.y, parts.length];
    sheet.y += 22;
    const x = margin + 30;
    write(picture.gapsHeading, { weight: 'bold', size: 42, fill: 'ink', x, room: inner - 60 });
    for (const gap of picture.gaps) {
      parts.push(`<circle cx="${x + 8}" cy="${sheet.y + 34}" r="6" fill="${colour('ink')}"/>`);
      write(gap, { size: 38, fill: 'ink', x: x + 32, room: inner - 92 });
    }
    sheet.y += 22;
    sheet.unknown(at, { x: margin, top, room: inner, bottom: sheet.y });
    sheet.y += 34;
  }
  if (picture.ask) {
    sheet.y += 6;
    write(picture.ask, { weight: 'bold', size: 42, fill: 'river' });
    sheet.y += 20;
  }

  const foot = sheet.y + 40;
  parts.push(
    `<path d="M0 ${sheet.y}H${width}M0 ${sheet.y + 8}H${width}" stroke="${colour('river')}" stroke-width="3"/>`,
  );
  sheet.y = foot;
  const small = { size: 34, fill: 'soft', room: inner - qrSize - 40 };
  for (const line of picture.basis) write(line, small);
  write(`${formatDate(picture.updated)}的版本`, small);
  write(site.name, small);
  write(typedAddress(site.address), small);
  const code = qrWithin(site.address, { x: width - margin - qrSize, y: foot, size: qrSize, ink: colour('ink') });
  const height = Math.ceil(Math.max(sheet.y, foot + qrSize) + 48);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>${parts.join('')}${code}</svg>`
  );
}
