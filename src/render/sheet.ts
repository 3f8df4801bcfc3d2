import type { Colours } from './colours.ts';
import type { Faces, Pen } from './pen.ts';

export interface Style {
  weight?: keyof Faces;
  size: number;
  fill: string;
  x: number;
  /** Width the lines may take. */
  room: number;
  step?: number;
}

/** A drawing that is written from the top down. `y` is where the next line begins. */
export function createSheet(pen: Pen, colour: Colours) {
  const parts: string[] = [];
  const sheet = {
    parts,
    y: 0,
    /** A paragraph from here on down. */
    write(text: string, { weight = 'regular', size, fill, x, room, step = size * 1.55 }: Style): void {
      for (const line of pen.paragraph(weight, text, size, room)) {
        parts.push(pen.line(weight, line, size, x, sheet.y + size * 1.1, colour(fill)));
        sheet.y += step;
      }
    },
    /** A rule across. */
    rule(at: number, width: number): void {
      parts.push(`<path d="M0 ${at}H${width}" stroke="${colour('line')}" stroke-width="2"/>`);
    },
    /** Figures in frames side by side, from here on down; a row is as high as its fullest frame. */
    figures(
      figures: readonly { value: string; label: string }[],
      { x, room, columns, sizes, small }: { x: number; room: number; columns: number; sizes: number[]; small: number },
    ): void {
      const gap = 28;
      // Rows of about the same number, each as wide as the sheet: no hole at the end.
      const most = Math.ceil(figures.length / Math.ceil(figures.length / columns));
      for (let at = 0; at < figures.length; at += most) {
        const top = sheet.y;
        const row = figures.slice(at, at + most);
        const box = (room - gap * (row.length - 1)) / row.length;
        const ends = row.map(({ value, label }, column) => {
          sheet.y = top + 18;
          const place = { x: x + column * (box + gap) + 30, room: box - 60 };
          const size = sizes.find((one) => pen.width('bold', value, one) <= place.room) ?? sizes.at(-1) ?? small;
          sheet.write(value, { ...place, weight: 'bold', size, fill: 'river', step: size * 1.3 });
          sheet.write(label, { ...place, size: small, fill: 'soft' });
          return sheet.y + 22;
        });
        const bottom = Math.max(...ends);
        row.forEach((_figure, column) =>
          parts.push(
            `<rect x="${x + column * (box + gap)}" y="${top}" width="${box}" height="${bottom - top}" fill="none" stroke="${colour('river')}" stroke-width="3"/>`,
          ),
        );
        sheet.y = bottom + gap;
      }
    },
    /** Hatched and dashed, below what was written since: what is not known is drawn as not known. `at` counts the parts before. */
    unknown(at: number, { x, top, room, bottom }: { x: number; top: number; room: number; bottom: number }): void {
      const high = bottom - top;
      const stripes = Array.from({ length: Math.ceil((room + high) / 36) }, (_, index) => {
        const from = index * 36;
        const [x1, y1] = from <= high ? [x, top + from] : [x + from - high, bottom];
        const [x2, y2] = from <= room ? [x + from, top] : [x + room, top + from - room];
        return `M${x1} ${y1}L${x2} ${y2}`;
      }).join('');
      parts.splice(
        at,
        0,
        `<rect x="${x}" y="${top}" width="${room}" height="${high}" fill="${colour('tint')}" stroke="${colour('line')}" stroke-width="3" stroke-dasharray="12 8"/>`,
        `<path d="${stripes}" stroke="${colour('paper')}" stroke-width="8"/>`,
      );
    },
  };
  return sheet;
}
