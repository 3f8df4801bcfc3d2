import { breakLines, phrases, words } from '#domain/site/share.ts';
import type { TypeFace } from './type-face.ts';

export interface Faces {
  bold: TypeFace;
  regular: TypeFace;
}

/** Writes outlines. A character without a glyph is an error, never an empty box; `what` names the picture in it. */
export function createPen({ bold, regular }: Faces, what: string) {
  const faceOf = (weight: keyof Faces) => (weight === 'bold' ? bold : regular);
  const measure = (weight: keyof Faces, size: number) => (text: string) => faceOf(weight).width(text, size);
  return {
    /** One line from a start on its base line. */
    line(weight: keyof Faces, text: string, size: number, x: number, y: number, fill: string): string {
      const face = faceOf(weight);
      const lost = face.missing(text);
      if (lost.length > 0) throw new Error(`图片缺字：${lost.join('')}（${what}：${text}）`);
      return `<path fill="${fill}" d="${face.outline(text, size, x, y)}"/>`;
    },
    /** A text as lines no wider than `width`; what is more than `most` lines is cut. */
    lines: (weight: keyof Faces, text: string, size: number, width: number, most: number): string[] =>
      breakLines(text, width, most, measure(weight, size)),
    /** All of a text as lines. One character or two, and a mark, are not left alone on the last line. */
    paragraph: (weight: keyof Faces, text: string, size: number, width: number): string[] => {
      const lines = breakLines(text, width, Infinity, measure(weight, size));
      const isAlone = (tried: readonly string[]) => tried.length > 1 && Array.from(tried.at(-1) ?? '').length < 4;
      if (lines.length === 2 && isAlone(lines)) return balanced(text, width, Infinity, measure(weight, size));
      for (let narrower = width; isAlone(lines) && narrower > width / 2; narrower -= size / 2) {
        const tried = breakLines(text, narrower, Infinity, measure(weight, size));
        if (tried.length > lines.length) break;
        if (!isAlone(tried)) return tried;
      }
      return lines;
    },
    /** A title as lines that end at its marks where that takes no more of them; else of about the same length, between words; else at its marks, on one line more. */
    balanced: (weight: keyof Faces, text: string, size: number, width: number, most: number): string[] =>
      balanced(text, width, most, measure(weight, size)),
    width: (weight: keyof Faces, text: string, size: number): number => faceOf(weight).width(text, size),
  };
}
export type Pen = ReturnType<typeof createPen>;

function balanced(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const first = breakLines(text, width, most, measure);
  const isWhole = (lines: readonly string[], within: number) =>
    lines.every((line) => measure(line) <= within) && !lines.at(-1)?.endsWith('…');
  const atMarks = breakLines(text, width, most, measure, phrases);
  if (atMarks.length <= first.length && isWhole(atMarks, width)) return atMarks;
  let best: string[] | undefined;
  for (let narrower = width; narrower > width / 2; narrower -= 30) {
    const lines = breakLines(text, narrower, most, measure, words);
    if (lines.length > first.length || !isWhole(lines, narrower)) break;
    best = lines;
  }
  // One line more is better than a word that is cut.
  return best ?? (atMarks.length === first.length + 1 && isWhole(atMarks, width) ? atMarks : first);
}
