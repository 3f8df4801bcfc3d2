import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { create } from 'fontkit';
import { fieldName } from '#domain/model/field-name.ts';
import { pageEntries } from '#domain/model/content.ts';
import type { Content, Fault, Located } from '#domain/model/types.ts';

/** Fields that are drawn in pictures (分享图、一图读懂、海报), for which the font must have every character. */
const drawn = new Set(['title', 'short', 'summary', 'notice', 'brief', 'points', 'actions', 'results', 'q']);

const font = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

let known: ((character: string) => boolean) | undefined;
/** Ten megabytes: read only where something is to be looked up. */
function hasGlyph(character: string): boolean {
  if (!known) {
    const face = create(readFileSync(createRequire(resolve('package.json')).resolve(font)));
    known = (one) => !('hasGlyphForCodePoint' in face) || face.hasGlyphForCodePoint(one.codePointAt(0) ?? 0);
  }
  return known(character);
}

/** Characters that no picture can show, found here and not minutes later by the picture. */
export function checkGlyphs(content: Content): Fault[] {
  const faults: Fault[] = [];
  const look = (where: Located, value: unknown, field: readonly PropertyKey[]): void => {
    if (typeof value === 'string') {
      // All of these the font has.
      const rare = value.replace(/[\n\x20-\x7e\u3000-\u3002\u4e00-\u9fa5，。；：？！（）《》「」、—…“”]/gu, '');
      const lost = Array.from(rare).find((character) => !hasGlyph(character));
      if (lost === undefined) return;
      const problem = `图片的字体里没有「${lost}」（U+${(lost.codePointAt(0) ?? 0).toString(16).toUpperCase()}），画不出来`;
      const remedy = '换一个写法；生僻字写同音字加说明，或放到正文里';
      faults.push({
        severity: 'error',
        path: where.path,
        line: where.lineOf(field),
        field: fieldName(field),
        problem,
        remedy,
      });
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        look(where, item, [...field, index]);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) look(where, item, [...field, key]);
    }
  };
  for (const { entry } of pageEntries(content))
    for (const [key, value] of Object.entries(entry.data)) if (drawn.has(key)) look(entry, value, [key]);
  for (const row of [...content.permit.needs, ...content.permit.questions, ...content.permit.entitlements])
    look(row, row.data, []);
  return faults;
}
