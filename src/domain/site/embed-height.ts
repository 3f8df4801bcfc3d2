import { notFirst } from './share.ts';

/** Widths of frames (嵌入) that codes are offered for, pixels. */
export const embedWidths = [280, 320, 360] as const;

/** Sizes of src/styles/embed.css, pixels: what the tests measure in a browser. */
const root = 16;
const lineHeight = 1.7;
const padding = { side: 16, all: 2 * 0.7 * root };
const edges = { side: 1, all: 0.3 * root + 1 };
const gap = 0.4 * root;

/** A part of the page of a frame: a text, its size in pixels, and what stands left of it. */
export interface EmbedBlock {
  text: string;
  size?: number;
  indent?: number;
  /** A picture instead of a text: its height for each pixel of width. */
  ratio?: number;
  /** No gap above: a further item of a list. */
  isTight?: boolean;
}

/** How wide a text is at a size: Chinese characters are as wide as they are high, others a little over half. */
const wide = (text: string, size: number) =>
  Array.from(text).reduce((sum, character) => sum + (/[\x20-\x7e]/.test(character) ? 0.6 : 1) * size, 0);

/** A mark of a clause or source keeps together, with room on both sides; one wider than the frame stands in lines of its own: ⟦三(八)⟧. */
export const markOf = (label: string) => `⟦${label}⟧`;
const words = /⟦[^⟧]*⟧|[\p{Script=Latin}\d.%+-]+|./gu;

/** How many lines a text takes, as a browser breaks it. */
function linesOf(text: string, size: number, room: number): number {
  let [lines, at, last] = [1, 0, 0];
  for (const word of text.match(words) ?? []) {
    const width = word.startsWith('⟦') ? wide(word.slice(1, -1), size) + 0.6 * size : wide(word, size);
    if (at + width > room && at > 0) {
      lines += 1;
      // A mark that may not begin a line takes what stands before it along.
      at = notFirst.test(word) ? last + width : width;
    } else at += width;
    if (at > room) {
      lines += Math.ceil(at / room) - 1;
      at = room;
    }
    last = width;
  }
  return lines;
}

/** Height of the page of a frame at a width, without a browser. */
export function embedHeight(blocks: readonly EmbedBlock[], width: number): number {
  // Some fonts run a little wider: a line more rather than one too few.
  const room = width - 2 * padding.side - 2 * edges.side - 8;
  return Math.ceil(
    blocks.reduce(
      (sum, { text, size = root, indent = 0, ratio, isTight = false }, index) => {
        const above = index === 0 || isTight ? 0 : gap;
        const height = ratio === undefined ? linesOf(text, size, room - indent) * size * lineHeight : ratio * room;
        return sum + above + height;
      },
      padding.all + edges.all + gap,
    ),
  );
}
