import { create } from 'fontkit';

/** A font as outlines: pictures must not depend on what fonts a machine has. */
export interface TypeFace {
  /** Width of a text at a size. */
  width: (text: string, size: number) => number;
  /** The text as the data of one SVG path, from a start on its base line. */
  outline: (text: string, size: number, x: number, y: number) => string;
  /** Characters the font has no glyph for (缺字). */
  missing: (text: string) => string[];
}

export function typeFace(data: Buffer): TypeFace {
  const font = create(data);
  if (!('layout' in font)) throw new Error('字体文件里有不止一种字体');
  // Chinese needs no joining of letters; each character is laid by its own advance.
  const glyphs = (text: string) =>
    Array.from(text, (character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0));
  /** To find where lines break, the same characters are measured again and again. */
  const advances = new Map<string, number>();
  const advance = (character: string): number => {
    const known = advances.get(character) ?? font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth;
    advances.set(character, known);
    return known;
  };
  return {
    width: (text, size) =>
      (Array.from(text).reduce((sum, character) => sum + advance(character), 0) * size) / font.unitsPerEm,
    outline: (text, size, x, y) => {
      const scale = size / font.unitsPerEm;
      let at = x;
      return glyphs(text)
        .map((glyph) => {
          const path = glyph.path.scale(scale, -scale).translate(at, y).toSVG();
          at += glyph.advanceWidth * scale;
          return path;
        })
        .join('');
    },
    missing: (text) => [
      ...new Set(Array.from(text).filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))),
    ],
  };
}
