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

/** Height of the page of a frame at a width, without a browser: a line more rather than one too few. */
export function embedHeight(blocks: readonly EmbedBlock[], width: number): number {
  const room = width - 2 * padding.side - 2 * edges.side;
  return Math.ceil(
    blocks.reduce(
      (sum, { text, size = root, indent = 0, ratio, isTight = false }, index) => {
        const above = index === 0 || isTight ? 0 : gap;
        if (ratio !== undefined) return sum + above + ratio * room;
        // A line holds whole characters only, and marks may not begin one: one character of room is lost.
        const lines = Math.max(1, Math.ceil(wide(text, size) / (room - indent - size)));
        return sum + above + lines * size * lineHeight;
      },
      padding.all + edges.all + gap,
    ),
  );
}
