import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import type { Catalog } from '#domain/catalog.ts';
import { type Entry, buildIndex } from '#domain/search/build-index.ts';
import type { Manifest } from '#domain/search/files.ts';
import { wholeKey } from '#domain/search/tokens.ts';
import { unitsOf } from '#domain/search/units.ts';
import { type PageText, searchEntries } from './search-entries.ts';

interface FinderInput {
  entries: Entry[];
  absent: Manifest['absent'];
}

/** Syllable of each character, read in its context: 长吉 → chang ji. Only here, at build time, is a dictionary at hand. */
export function readings(text: string): string[] {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  const characters = Array.from(text);
  return syllables.length === characters.length
    ? syllables.map((syllable, n) => (/^\p{Script=Han}$/u.test(characters[n] ?? '') ? syllable : ''))
    : [];
}

/** What the finder reads: its files by name, and the version in their addresses. */
export interface Finder {
  version: string;
  files: Map<string, string>;
}

/** Catalogue → all that a finder is made from, as JSON, so that it can be made in another thread. */
export function finderInput(catalog: Catalog, pages: readonly PageText[]): string {
  const absent = catalog.everydayWords
    .filter(({ pages: to }) => to.length === 0)
    .map(({ say, instead = '' }): [string[], string] => [say.map((text) => wholeKey(unitsOf(text))), instead]);
  return JSON.stringify({ entries: searchEntries(catalog, pages), absent } satisfies FinderInput);
}

export function finderOf(input: string): Finder {
  const { entries, absent } = JSON.parse(input) as FinderInput;
  const version = createHash('sha256').update(input).digest('hex').slice(0, 8);
  return { version, files: buildIndex(entries, { readings, version, absent }) };
}

export function searchFiles(catalog: Catalog, pages: readonly PageText[]): Finder {
  return finderOf(finderInput(catalog, pages));
}
