import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import type { Catalog } from '#domain/catalog.ts';
import { buildIndex } from '#domain/search/build-index.ts';
import { wholeKey } from '#domain/search/tokens.ts';
import { unitsOf } from '#domain/search/units.ts';
import { type PageText, searchEntries } from './search-entries.ts';

/** Syllable of each character, read in its context: 长吉 → chang ji. Only here, at build time, is a dictionary at hand. */
export function readings(text: string): string[] {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  const characters = Array.from(text);
  return syllables.length === characters.length
    ? syllables.map((syllable, n) => (/^\p{Script=Han}$/u.test(characters[n] ?? '') ? syllable : ''))
    : [];
}

/** Catalogue → files of the finder, by name. */
export function searchFiles(
  catalog: Catalog,
  pages: readonly PageText[],
): { version: string; files: Map<string, string> } {
  const entries = searchEntries(catalog, pages);
  const version = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 8);
  const absent = catalog.everydayWords
    .filter(({ pages: to }) => to.length === 0)
    .map(({ say, instead = '' }) => [say.map((text) => wholeKey(unitsOf(text))), instead] as [string[], string]);
  return { version, files: buildIndex(entries, { readings, version, absent }) };
}
