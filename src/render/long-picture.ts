import type { LongPicture } from '#domain/print/long-picture.ts';
import { formatDate } from '#domain/model/facts.ts';
import type { Colours } from './colours.ts';
import { type Faces, createPen } from './pen.ts';
import { qrSvg } from './qr.ts';

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
  const parts: string[] = [];
  let y = 0;
  /** A paragraph from here on down. */
  const write = (
    text: string,
    { weight = 'regular', size, fill, x = margin, room = inner, step = size * 1.55 }: Style,
  ): void => {
    for (const line of pen.paragraph(weight, text, size, room)) {
      parts.push(pen.line(weight, line, size, x, y + size * 1.1, colour(fill)));
      y += step;
    }
  };
  const rule = (at: number) => parts.push(`<path d="M0 ${at}H${width}" stroke="${colour('line')}" stroke-width="2"/>`);

  const title = pen.balanced('bold', picture.title, 84, inner, 9);
  const head = 170 + title.length * 112 + 40;
  parts.push(`<path fill="${colour('river')}" d="M0 0H${width}V${head}H0z"/>`);
  y = 66;
  write(`一图读懂 · ${picture.label}`, { size: 38, fill: 'tint' });
  y = 150;
  for (const line of title) write(line, { weight: 'bold', size: 84, fill: 'paper', step: 112 });
  y = head + 44;
  write(picture.lead, { size: 44, fill: 'ink' });
  y += 26;

  picture.points.forEach(({ head: heading, text, marks }, index) => {
    rule(y);
    const top = y + 34;
    parts.push(`<circle cx="${margin + 40}" cy="${top + 40}" r="40" fill="${colour('river')}"/>`);
    const number = String(index + 1);
    const half = pen.width('bold', number, 46) / 2;
    parts.push(pen.line('bold', number, 46, margin + 40 - half, top + 57, colour('paper')));
    y = top;
    const x = margin + 116;
    const room = inner - 116;
    if (heading) write(heading, { weight: 'bold', size: 48, fill: 'river', x, room });
    write(text + marks.map((mark) => `〔${mark}〕`).join(''), { size: 42, fill: 'ink', x, room });
    y = Math.max(y + 26, top + 112);
  });

  if (picture.figures.length > 0) {
    rule(y);
    y += 44;
    const gap = 28;
    const columns = picture.figures.length === 1 ? 1 : 2;
    const box = (inner - gap * (columns - 1)) / columns;
    for (let at = 0; at < picture.figures.length; at += columns) {
      const top = y;
      let bottom = y;
      const row = picture.figures.slice(at, at + columns);
      row.forEach(({ value, label }, column) => {
        y = top + 18;
        const x = margin + column * (box + gap) + 30;
        const size = [88, 76, 64, 52].find((one) => pen.width('bold', value, one) <= box - 60) ?? 44;
        write(value, { weight: 'bold', size, fill: 'river', x, room: box - 60, step: size * 1.3 });
        write(label, { size: 34, fill: 'soft', x, room: box - 60 });
        bottom = Math.max(bottom, y + 22);
      });
      row.forEach((_figure, column) =>
        parts.push(
          `<rect x="${margin + column * (box + gap)}" y="${top}" width="${box}" height="${bottom - top}" fill="none" stroke="${colour('river')}" stroke-width="3"/>`,
        ),
      );
      y = bottom + gap;
    }
    y += 10;
  }

  if (picture.gaps.length > 0) {
    y += 8;
    const top = y;
    const at = parts.length;
    y += 22;
    const x = margin + 30;
    write(picture.gapsHeading, { weight: 'bold', size: 42, fill: 'ink', x, room: inner - 60 });
    for (const gap of picture.gaps) {
      parts.push(`<circle cx="${x + 8}" cy="${y + 34}" r="6" fill="${colour('ink')}"/>`);
      write(gap, { size: 38, fill: 'ink', x: x + 32, room: inner - 92 });
    }
    y += 22;
    // Hatched and dashed: what is not known is drawn as not known. Below its words.
    const stripes = Array.from({ length: Math.ceil((inner + y - top) / 36) }, (_, index) => {
      const from = index * 36;
      const [x1, y1] = from <= y - top ? [margin, top + from] : [margin + from - (y - top), y];
      const [x2, y2] = from <= inner ? [margin + from, top] : [margin + inner, top + from - inner];
      return `M${x1} ${y1}L${x2} ${y2}`;
    }).join('');
    parts.splice(
      at,
      0,
      `<rect x="${margin}" y="${top}" width="${inner}" height="${y - top}" fill="${colour('tint')}" stroke="${colour('line')}" stroke-width="3" stroke-dasharray="12 8"/>`,
      `<path d="${stripes}" stroke="${colour('paper')}" stroke-width="8"/>`,
    );
    y += 34;
  }
  if (picture.ask) {
    y += 6;
    write(picture.ask, { weight: 'bold', size: 42, fill: 'river' });
    y += 20;
  }

  parts.push(`<path d="M0 ${y}H${width}M0 ${y + 8}H${width}" stroke="${colour('river')}" stroke-width="3"/>`);
  y += 40;
  const foot = y;
  const room = inner - qrSize - 40;
  for (const line of picture.basis) write(line, { size: 34, fill: 'soft', room });
  write(`${formatDate(picture.updated)}的版本 · ${site.name}`, { size: 34, fill: 'soft', room });
  write(site.address.replace(/^https?:\/\//, '').replace(/\/$/, ''), { size: 34, fill: 'soft', room });
  const code = qrSvg(site.address, 'M').replace(
    '<svg class="qr"',
    `<svg x="${width - margin - qrSize}" y="${foot}" width="${qrSize}" height="${qrSize}" stroke="${colour('ink')}"`,
  );
  y = Math.max(y, foot + qrSize) + 48;
  const height = Math.ceil(y);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>${parts.join('')}${code}</svg>`
  );
}

interface Style {
  weight?: keyof Faces;
  size: number;
  fill: string;
  x?: number;
  room?: number;
  step?: number;
}
