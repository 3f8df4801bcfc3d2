import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import type { Catalog } from '#domain/model/catalog.ts';
import { buildIndex } from './build-index.ts';
import type { Manifest } from '#search/files.ts';
import { wholeKey } from '#search/ngrams.ts';
import { tokensOf } from '#search/tokens.ts';
import { type PageText, searchEntries } from './entries.ts';

/** Syllable of each character, read in its context: 长吉 → chang ji. Only here, at build time, is a dictionary at hand. */
export function readings(text: string): string[] {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  const characters = Array.from(text);
  return syllables.length === characters.length
    ? syllables.map((syllable, n) => (/^\p{Script=Han}$/u.test(characters[n] ?? '') ? syllable : ''))
    : [];
}

/** Files of the search index by name, and the version that stands in their addresses: 8 hexadecimal digits. */
export interface SearchFiles {
  version: string;
  files: Map<string, string>;
}

/** Everything that can be found (`pages`: lists and tools of the site), as the files a reader's browser fetches. */
export function searchFiles(catalog: Catalog, pages: readonly PageText[]): SearchFiles {
  const entries = searchEntries(catalog, pages);
  const absent = catalog.everydayWords
    .filter(({ pages: to }) => to.length === 0)
    .map(({ synonyms, instead = '' }): Manifest['absent'][number] => [
      synonyms.map((text) => wholeKey(tokensOf(text))),
      instead,
    ]);
  const version = createHash('sha256').update(JSON.stringify({ entries, absent })).digest('hex').slice(0, 8);
  return { version, files: buildIndex(entries, { readings, version, absent }) };
}
