import { fields } from './fields.ts';
import type { EntryWords, Phrase, Posting, WordRow } from './files.ts';
import type { Pinyin } from './pinyin.ts';
import {
  type Ngram,
  type Syllable,
  bigrams,
  bridges,
  initialsKey,
  isSlip,
  nearKeys,
  sameKey,
  syllableKey,
  syllablePairs,
  syllablesOf,
  unigrams,
  wholeKey,
  wordOf,
} from './ngrams.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface Index {
  /** Entries that have a key, with their strengths (0 to 1.3). */
  postings: (key: string) => readonly Posting[];
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
  const keys = new Map<string, Posting[]>();
  const put = (key: string, entry: number, strength: number) => {
    const list = keys.get(key);
    if (list) list.push([entry, strength]);
    else keys.set(key, [[entry, strength]]);
  };
  const slips: Slip[] = [];
  const meanings = new Map(
    rows.flatMap(({ words, pages, absent }, row) =>
      pages.length === 0 && absent === undefined ? words.map((word) => [wholeKey(tokensOf(word)), sameKey(row)]) : [],
    ) as [string, string][],
  );
  const known = new Map<string, PhraseKeys>();
  const readOf = ({ text, field }: Phrase): PhraseKeys => {
    const { sound } = fields[field];
    const name = `${sound ? '~' : ''}${text}`;
    const keysOfPhrase = known.get(name) ?? keysOf(text, sound, pinyin, meanings);
    known.set(name, keysOfPhrase);
    return keysOfPhrase;
  };
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
    const addSlip = (letters: string, strength: number) => slips.push({ letters, entry, strength });
    for (const phrase of phrases) addPhrase(phrase, readOf(phrase), { add, addWhole, addSlip });
    const relative = (sizes[entry] ?? 0) / mean;
    for (const [key, { strength, times }] of found) {
      const frequency = ((length.k + 1) * times) / (times + length.k * (1 - length.b + length.b * relative));
      put(key, entry, strength * Math.min(1, frequency));
    }
    for (const [key, strength] of wholly) put(key, entry, strength);
  });
  let near: Map<string, Posting[]> | undefined;
  return {
    postings: (key) => (isSlip(key) ? (near ??= nearBy(slips)) : keys).get(key) ?? [],
    meanings,
  };
}

/** Letters of a name, which may be typed with a slip: their many keys are made when first asked for. */
interface Slip {
  letters: string;
  entry: number;
  strength: number;
}

function nearBy(slips: readonly Slip[]): Map<string, Posting[]> {
  const found = new Map<string, Map<number, number>>();
  for (const { letters, entry, strength } of slips) {
    for (const key of nearKeys(letters)) {
      const list = found.get(key) ?? new Map<number, number>();
      found.set(key, list.set(entry, Math.max(strength, list.get(entry) ?? 0)));
    }
  }
  return new Map(Array.from(found, ([key, list]) => [key, [...list]]));
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
  addSlip: (letters: string, strength: number) => void;
}

/** The keys of a phrase, whatever it counts for. Everyday words lead to several entries, and are read once. */
interface PhraseKeys {
  size: number;
  /** With how much each counts beside a pair of characters. */
  parts: [key: string, factor: number][];
  characters: string[];
  whole: string;
  /** Pairs of syllables, and the whole by its sound. */
  sounds: string[];
  spoken: Syllable[][];
}

function keysOf(text: string, sound: boolean, pinyin: Pinyin, meanings: Index['meanings']): PhraseKeys {
  const tokens = tokensOf(text);
  const stretches = sound && tokens.length <= longestSaying ? syllablesOf(text, pinyin) : [];
  const [start, end] = [tokens[0]?.start, tokens[tokens.length - 1]?.end];
  const characters = unigrams(tokens).map(({ key }) => key);
  return {
    size: tokens.length,
    parts: [
      ...bigrams(tokens).map(({ key }): [string, number] => [key, 1]),
      ...bridges(tokens, text).map(({ key }): [string, number] => [key, bridged]),
      ...meaningsIn(tokens, meanings).map(({ key }): [string, number] => [key, same]),
      ...characters.map((key): [string, number] => [`.${key}`, 1]),
    ],
    characters,
    whole: tokens.length <= longestSaying ? wholeKey(tokens) : '',
    sounds: stretches.flatMap((stretch) => syllablePairs(stretch).map(({ key }) => key)),
    spoken: stretches.filter(
      (stretch) => stretch.length > 1 && stretch[0]?.start === start && stretch[stretch.length - 1]?.end === end,
    ),
  };
}

function addPhrase({ field, rank = 1 }: Phrase, own: PhraseKeys, { add, addWhole, addSlip }: Adding): void {
  const { weight, whole, initials, single, near } = fields[field];
  for (const [key, factor] of own.parts) add(key, weight * rank * factor);
  if (single) for (const key of own.characters) addWhole(key, (weight * rank) / Math.sqrt(own.size));
  if (own.whole !== '') addWhole(own.whole, whole * rank);
  for (const key of own.sounds) add(key, weight * rank);
  for (const stretch of own.spoken) {
    addWhole(syllableKey(stretch), whole * rank);
    if (stretch.length >= initials) addWhole(initialsKey(stretch), whole * rank);
    if (near && stretch.length <= 6) addSlip(stretch.map(({ folded }) => folded).join(''), weight * rank);
  }
}

/** Where a word of a row stands in a text, by the key of the row. */
export function meaningsIn(tokens: readonly Token[], meanings: Index['meanings']): Ngram[] {
  const found: Ngram[] = [];
  tokens.forEach(({ start }, from) => {
    let whole = '=';
    for (let to = from; to < Math.min(tokens.length, from + longestMeaning); to++) {
      const last = tokens[to];
      if (!last || (to > from && !last.joined)) break;
      whole += wordOf(last);
      const key = meanings.get(whole);
      if (key !== undefined) found.push({ key, start, end: last.end });
    }
  });
  return found;
}
