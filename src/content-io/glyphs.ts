import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { create } from 'fontkit';
import { Report } from '#domain/checks/report.ts';
import { codeOf } from '#domain/model/characters.ts';
import { pageEntries } from '#domain/model/content.ts';
import { type PlacedText, textsIn } from '#domain/model/text.ts';
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
  const report = new Report();
  const look = (where: Located, { text, field }: PlacedText): void => {
    // All of these the font has.
    const rare = text.replace(/[\n\x20-\x7e\u3000-\u3002\u4e00-\u9fa5，。；：？！（）《》「」、—…“”]/gu, '');
    const lost = Array.from(rare).find((character) => !hasGlyph(character));
    if (lost === undefined) return;
    const problem = `图片的字体里没有「${lost}」（${codeOf(lost)}），画不出来`;
    report.error(where, field, problem, '换一个写法；生僻字写同音字加说明，或放到正文里');
  };
  for (const { entry } of pageEntries(content))
    for (const one of textsIn(entry.data)) if (drawn.has(String(one.field[0]))) look(entry, one);
  for (const row of [...content.permit.needs, ...content.permit.questions, ...content.permit.entitlements])
    for (const one of textsIn(row.data)) look(row, one);
  return report.faults;
}
