import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import type { Catalog } from '#domain/model/catalog.ts';
import { type Urls, createUrls } from '#domain/site/urls.ts';
import { policiesForAll, unnamedTowns } from '#domain/guidance/divisions.ts';
import { addressOf } from '#search/addresses.ts';
import type { ResultKind } from '#search/kinds.ts';
import type { Area, Town } from '#search/towns.ts';
import type { Card } from '#search/files.ts';
import { writeSurprisal } from '#search/surprisal.ts';
import { type IndexEntry, buildIndex } from './build-index.ts';
import { type PageText, searchEntries } from './entries.ts';
import type { WordRow } from './keys.ts';

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
  const entries = withAsks(catalog, searchEntries(catalog, pages));
  const rows = [...wordRows(catalog, entries), ...askedInVain(catalog)];
  const surprisal = writeSurprisal(textBlocks(entries));
  const divisions = divisionsOf(catalog, entries);
  const all = { entries, rows, surprisal, ...divisions };
  const version = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 8);
  return { version, files: buildIndex(entries, { readings, version, rows, surprisal, ...divisions }) };
}

/** Towns that the guidance does not name, their counties with the entries of those that have a page, and what to tell. */
function divisionsOf(catalog: Catalog, entries: readonly IndexEntry[]) {
  const urls = createUrls('');
  const unnamed = unnamedTowns(catalog);
  const entryOf = (code: string) => {
    const place = catalog.places.find(({ data }) => data.code === code);
    return entries.findIndex(({ card }) => card.kind === 'place' && card.id === place?.id);
  };
  const areas = [...new Map(unnamed.flatMap(({ area }) => (area ? [[area.id, area] as const] : []))).values()];
  return {
    areas: [{ id: catalog.city.code, name: catalog.city.name }, ...areas].map(({ id, name }): Area => {
      const entry = entryOf(id);
      return { code: id, name, ...(entry >= 0 && { entry }) };
    }),
    towns: unnamed.map(({ town: { id, name, aliases } }): Town => ({ code: id, name, aliases })),
    unnamed: {
      named: catalog.places.length,
      links: policiesForAll(catalog).map(({ id, data }): [string, string] => [data.short, urls.policy(id)]),
    },
  };
}

/** What people ask of each entry (问法), besides what its writer says. */
export function withAsks({ asks: written }: Catalog, entries: readonly IndexEntry[]): IndexEntry[] {
  const urls = createUrls('/');
  const own = Map.groupBy(written, ({ page }) => page);
  return entries.map((entry) => {
    const more = own.get(writtenAddress(entry.card, urls)) ?? [];
    return more.length === 0 ? entry : { ...entry, asks: [entry.asks ?? [], ...more.map(({ asks }) => asks)].flat() };
  });
}

/** What people ask that this site does not hold. */
const askedInVain = ({ asks: written }: Catalog): WordRow[] =>
  written.flatMap(({ asks, instead }) =>
    instead === undefined ? [] : [{ words: [], pages: [], absent: instead, asks }],
  );

/** The everyday words (平常说法), with the entries they lead to; a word that leads nowhere new is sent once only. */
export function wordRows({ everydayWords }: Catalog, entries: readonly IndexEntry[]): WordRow[] {
  const urls = createUrls('/');
  const numbers = new Map(
    entries.map(({ card }, n) => [writtenAddress(card, urls), n]).reverse() as [string, number][],
  );
  const best = new Map<string, number>();
  return everydayWords.flatMap(({ synonyms, term, pages: addresses, instead, elsewhere = false }) => {
    const words = [...new Set([...(term === undefined ? [] : [term]), ...synonyms])];
    if (instead !== undefined) return { words, pages: [], absent: instead, elsewhere };
    const pages = addresses.flatMap((page) => numbers.get(page) ?? []);
    if (pages.length === 0) return { words, pages };
    const isNew = (word: string) => pages.some((page, place) => place < (best.get(`${word} ${page}`) ?? Infinity));
    const left = words.filter(isNew);
    for (const word of left) {
      pages.forEach((page, place) =>
        best.set(`${word} ${page}`, Math.min(place, best.get(`${word} ${page}`) ?? Infinity)),
      );
    }
    return left.length === 0 ? [] : { words: left, pages };
  });
}

/** What the checker knows one by one. */
const byChecker: ReadonlySet<ResultKind> = new Set(['need', 'audience', 'entitlement', 'edge-case', 'hotline']);

/** How writers point at an entry: by its address, and at what the checker knows by its id. */
function writtenAddress(card: Card, urls: Urls): string {
  return byChecker.has(card.kind) ? `${urls.fixed('permit')}#${card.id}` : addressOf(card, urls);
}

/** The site's own text in blocks (paragraphs, list items, what entries are found by), for how much each word tells. */
function textBlocks(entries: readonly IndexEntry[]): string[] {
  return entries.flatMap(({ phrases, asks = [], text = [] }) => [
    ...phrases.map((phrase) => phrase.text),
    ...asks,
    ...text,
  ]);
}
