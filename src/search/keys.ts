import { fields } from './fields.ts';
import type { EntryWords, Phrase, WordRow } from './files.ts';
import type { Pinyin } from './pinyin.ts';
import {
  type Ngram,
  bigrams,
  bridges,
  initialsKey,
  nearKeys,
  sameKey,
  syllableKey,
  syllablePairs,
  syllablesOf,
  unigrams,
  wholeKey,
} from './ngrams.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Key → entry → strength (0 to 1.3). */
export type Keys = Map<string, Map<number, number>>;

export interface Index {
  keys: Keys;
  /** A word as a whole (=娃) → the key of its row of words that mean the same. */
  meanings: ReadonlyMap<string, string>;
}

export interface IndexOptions {
  rows: readonly WordRow[];
  pinyin: Pinyin;
}

/** A saying is no longer than so many characters. */
export const longestSaying = 12;
/** Pages after the first of a row are meant less. */
const rowRank = (place: number) => Math.max(0.6, 1 - 0.12 * place);
/** Length normalisation as in BM25: a page with very many words holds some of nearly every question. */
const length = { k: 1.2, b: 0.8 };
/** A pair of characters with a word of asking between them says a little less than one without. */
const bridged = 0.9;
/** A word that means the same says nearly as much as the word itself. */
const same = 0.85;
/** Words of a row that mean the same are no longer than so many characters. */
const longestMeaning = 6;

/** The keys by which entries are found, made in the reader's browser. Rows of what the site does not hold follow the entries. */
export function indexOf(entries: readonly EntryWords[], { rows, pinyin }: IndexOptions): Index {
  const keys: Keys = new Map();
  const meanings = new Map(
    rows.flatMap(({ words, pages, absent }, row) =>
      pages.length === 0 && absent === undefined ? words.map((word) => [wholeKey(tokensOf(word)), sameKey(row)]) : [],
    ) as [string, string][],
  );
  const own = phrasesByEntry(entries, rows);
  const sizes = own.map((phrases) => phrases.reduce((sum, { text }) => sum + text.length, 0));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  own.forEach((phrases, entry) => {
    const found = new Map<string, { strength: number; times: number }>();
    const add = (key: string, strength: number) => {
      const known = found.get(key);
      if (!known) found.set(key, { strength, times: 1 });
      else {
        known.strength = Math.max(known.strength, strength);
        known.times++;
      }
    };
    const wholly = new Map<string, number>();
    const addWhole = (key: string, strength: number) => wholly.set(key, Math.max(strength, wholly.get(key) ?? 0));
    for (const phrase of phrases) addPhrase(phrase, { add, addWhole, pinyin, meanings });
    const relative = (sizes[entry] ?? 0) / mean;
    for (const [key, { strength, times }] of found) {
      const frequency = ((length.k + 1) * times) / (times + length.k * (1 - length.b + length.b * relative));
      put(keys, key, entry, strength * Math.min(1, frequency));
    }
    for (const [key, strength] of wholly) put(keys, key, entry, strength);
  });
  return { keys, meanings };
}

/** What each entry is found by: its own phrases, those of its parts, and the everyday words that lead to it. */
function phrasesByEntry(entries: readonly EntryWords[], rows: readonly WordRow[]): Phrase[][] {
  const all = entries.map(({ phrases }) => [...phrases]);
  for (const { phrases, parent } of entries) {
    if (parent !== undefined) all[parent]?.push(...phrases.filter(({ field }) => field !== 'title'));
  }
  for (const { words, pages } of rows) {
    pages.forEach((entry, place) =>
      all[entry]?.push(...words.map((text) => ({ text, field: 'synonym' as const, rank: rowRank(place) }))),
    );
  }
  const absent = rows.filter((row) => row.absent !== undefined);
  return [...all, ...absent.map(({ words }) => words.map((text) => ({ text, field: 'synonym' as const })))];
}

interface Adding {
  add: (key: string, strength: number) => void;
  addWhole: (key: string, strength: number) => void;
  pinyin: Pinyin;
  meanings: ReadonlyMap<string, string>;
}

function addPhrase({ text, field, rank = 1 }: Phrase, { add, addWhole, pinyin, meanings }: Adding): void {
  const { weight, whole, sound, initials, single, near } = fields[field];
  const tokens = tokensOf(text);
  for (const { key } of bigrams(tokens)) add(key, weight * rank);
  for (const { key } of bridges(tokens, text)) add(key, weight * rank * bridged);
  for (const { key } of meaningsIn(tokens, meanings)) add(key, weight * rank * same);
  for (const { key } of unigrams(tokens)) add(`.${key}`, weight * rank);
  if (single) for (const { key } of unigrams(tokens)) addWhole(key, (weight * rank) / Math.sqrt(tokens.length));
  if (whole > 0 && tokens.length <= longestSaying) addWhole(wholeKey(tokens), whole * rank);
  if (!sound || tokens.length > longestSaying) return;
  for (const stretch of syllablesOf(text, pinyin)) {
    for (const { key } of syllablePairs(stretch)) add(key, weight * rank);
    const isAll =
      stretch[0]?.start === tokens[0]?.start && stretch[stretch.length - 1]?.end === tokens[tokens.length - 1]?.end;
    if (stretch.length < 2 || !isAll) continue;
    addWhole(syllableKey(stretch), whole * rank);
    if (stretch.length >= initials) addWhole(initialsKey(stretch), whole * rank);
    if (near && stretch.length <= 6)
      for (const key of nearKeys(stretch.map(({ folded }) => folded).join(''))) addWhole(key, weight * rank);
  }
}

/** Where a word of a row stands in a text, by the key of the row. */
export function meaningsIn(tokens: readonly Token[], meanings: Index['meanings']): Ngram[] {
  const found: Ngram[] = [];
  tokens.forEach(({ start }, from) => {
    for (let to = from + 1; to <= Math.min(tokens.length, from + longestMeaning); to++) {
      const last = tokens[to - 1];
      if (!last || (to > from + 1 && !last.joined)) break;
      const key = meanings.get(wholeKey(tokens.slice(from, to)));
      if (key !== undefined) found.push({ key, start, end: last.end });
    }
  });
  return found;
}

function put(keys: Keys, key: string, entry: number, strength: number): void {
  let list = keys.get(key);
  if (!list) keys.set(key, (list = new Map<number, number>()));
  list.set(entry, Math.max(strength, list.get(entry) ?? 0));
}
