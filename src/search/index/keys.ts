import { type Field, fields } from '#search/fields.ts';
import {
  type Meanings,
  type Syllable,
  bigrams,
  bridges,
  initialsKey,
  longestSaying,
  meaningsIn,
  meaningsOf,
  syllableKey,
  syllablePairs,
  syllablesOf,
  unigrams,
  wholeKey,
} from '#search/ngrams.ts';
import type { Pinyin } from '#search/pinyin.ts';
import type { Held, Posting } from '#search/postings.ts';
import { silenceOf } from '#search/silent-words.ts';
import { tokensOf } from '#search/tokens.ts';

/** One way of saying an entry (说法). `rank` below 1 for pages that a saying reaches only in second place. */
export interface Phrase {
  text: string;
  field: Field;
  rank?: number;
}

/** What an entry is found by; a part of a page (a question, a figure) lends its own to the page, `parent`. */
export interface EntryWords {
  phrases: readonly Phrase[];
  /** What people ask of it, in whole sentences or some words. */
  asks: readonly string[];
  parent?: number;
}

/**
 * One row of everyday words (平常说法): with `pages`, they lead to these entries, the first being meant most; with `absent`,
 * they are of what this site does not hold, and that is what to tell; with neither, they mean the same.
 */
export interface WordRow {
  words: string[];
  pages: number[];
  absent?: string;
  /** What people ask that this site does not hold. */
  asks?: readonly string[];
  /** Names of other places: they tell what is asked only where the question begins with them. */
  elsewhere?: boolean;
}

export const isSame = ({ pages, absent }: WordRow): boolean => pages.length === 0 && absent === undefined;
export const isAbsent = ({ absent }: WordRow): boolean => absent !== undefined;

export interface Keys {
  /** What is held under each key. Rows of what the site does not hold follow the entries. */
  held: ReadonlyMap<string, Held>;
  /** What people ask of each entry, and then of what the site does not hold; asks are numbered in this order. */
  asks: readonly (readonly string[])[];
  /** Entries by the letters of their names, which may be typed with a slip. */
  slips: ReadonlyMap<string, Held>;
}

/** Pages after the first of a row are meant less. */
const rowRank = (place: number) => Math.max(0.6, 1 - 0.12 * place);
/** A pair of characters with a word of asking between them says a little less than one without. */
const bridged = 0.9;
/** A word that means the same says nearly as much as the word itself. */
const same = 0.85;
/** Longer names are not guessed from letters with a slip. */
const longestSlip = 6;

/** Length normalisation as in BM25: an entry with very many words holds some of nearly every question. */
const length = { k: 1.2, b: 0.8 };
/** What is left of a strength, 0 to 1, where a key stands so many times in an entry so many times as long as the mean. */
function saturation(times: number, relative: number): number {
  return Math.min(1, ((length.k + 1) * times) / (times + length.k * (1 - length.b + length.b * relative)));
}

/** The keys by which entries are found. */
export function keysOf(entries: readonly EntryWords[], rows: readonly WordRow[], pinyin: Pinyin): Keys {
  const held = new Map<string, { postings: Posting[]; asks: number[] }>();
  const slips: typeof held = new Map();
  const under = (key: string, to = held) => {
    const own = to.get(key) ?? { postings: [], asks: [] };
    to.set(key, own);
    return own;
  };
  const meanings = meaningsOf(rows.filter(isSame).map(({ words }) => words));
  const known = new Map<string, PhraseKeys>();
  const readOf = (text: string, sound: boolean): PhraseKeys => {
    const name = `${sound ? '~' : ''}${text}`;
    const keys = known.get(name) ?? phraseKeys(text, sound, pinyin, meanings);
    known.set(name, keys);
    return keys;
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
    const strongest = (to: Map<string, number>) => (key: string, strength: number) =>
      to.set(key, Math.max(strength, to.get(key) ?? 0));
    const wholly = new Map<string, number>();
    const spoken = new Map<string, number>();
    const adding = { add, addWhole: strongest(wholly), addSlip: strongest(spoken) };
    for (const phrase of phrases) addPhrase(phrase, readOf(phrase.text, fields[phrase.field].sound), adding);
    const relative = (sizes[entry] ?? 0) / mean;
    for (const [key, { strength, times }] of found)
      under(key).postings.push([entry, strength * saturation(times, relative)]);
    for (const [key, strength] of wholly) under(key).postings.push([entry, strength]);
    for (const [letters, strength] of spoken) under(letters, slips).postings.push([entry, strength]);
  });
  const asks = [...asksByEntry(entries, own), ...rows.filter(isAbsent).map(({ asks: vain = [] }) => vain)];
  asks.flat().forEach((text, number) => {
    for (const key of new Set(readOf(text, false).pairs.map(([key]) => key))) under(key).asks.push(number);
  });
  return { held, asks, slips };
}

/** What people ask of each entry: what is written so, and the questions of its parts, which are asked of themselves besides. */
function asksByEntry(entries: readonly EntryWords[], own: readonly (readonly Phrase[])[]): Keys['asks'] {
  return entries.map(({ asks, parent }, entry) => {
    const questions = parent === undefined ? (own[entry] ?? []).filter(({ field }) => field === 'question') : [];
    return [...new Set([...questions.map(({ text }) => text), ...asks])];
  });
}

/** What each entry is found by: its own phrases, those of its parts, and the everyday words that lead to it. */
function phrasesByEntry(entries: readonly EntryWords[], rows: readonly WordRow[]): Phrase[][] {
  const own = entries.map(({ phrases }) => [
    ...new Map(phrases.map((phrase) => [`${phrase.field} ${phrase.rank} ${phrase.text}`, phrase])).values(),
  ]);
  const all = own.map((phrases) => [...phrases]);
  entries.forEach(({ parent }, n) => {
    if (parent !== undefined) all[parent]?.push(...(own[n] ?? []).filter(({ field }) => field !== 'title'));
  });
  for (const { words, pages } of rows) {
    pages.forEach((entry, place) =>
      all[entry]?.push(...words.map((text) => ({ text, field: 'synonym' as const, rank: rowRank(place) }))),
    );
  }
  return [
    ...all,
    ...rows.filter(isAbsent).map(({ words }) => words.map((text) => ({ text, field: 'synonym' as const }))),
  ];
}

interface Adding {
  add: (key: string, strength: number) => void;
  addWhole: (key: string, strength: number) => void;
  addSlip: (letters: string, strength: number) => void;
}

/** The keys of a phrase, whatever it counts for. Everyday words lead to several entries, and are read once. */
interface PhraseKeys {
  size: number;
  /** Pairs of characters, also over words of asking, and words that mean the same, with how much each counts. */
  pairs: [key: string, factor: number][];
  characters: string[];
  whole: string;
  /** Pairs of syllables, and the whole by its sound. */
  sounds: string[];
  spoken: Syllable[][];
}

function phraseKeys(text: string, sound: boolean, pinyin: Pinyin, meanings: Meanings): PhraseKeys {
  const tokens = tokensOf(text);
  const stretches = sound && tokens.length <= longestSaying ? syllablesOf(text, pinyin) : [];
  const [start, end] = [tokens[0]?.start, tokens[tokens.length - 1]?.end];
  const characters = unigrams(tokens).map(({ key }) => key);
  const silent = silenceOf(text);
  return {
    size: tokens.length,
    pairs: [
      ...bigrams(tokens)
        .filter(({ start, end }) => silent.slice(start, end).includes(false))
        .map(({ key }): [string, number] => [key, 1]),
      ...bridges(tokens, text).map(({ key }): [string, number] => [key, bridged]),
      ...meaningsIn(tokens, meanings).map(({ key }): [string, number] => [key, same]),
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
  for (const [key, factor] of own.pairs) add(key, weight * rank * factor);
  for (const key of own.characters) add(`.${key}`, weight * rank);
  if (single) for (const key of own.characters) addWhole(key, (weight * rank) / Math.sqrt(own.size));
  if (own.whole !== '') addWhole(own.whole, whole * rank);
  for (const key of own.sounds) add(key, weight * rank);
  for (const stretch of own.spoken) {
    addWhole(syllableKey(stretch), whole * rank);
    if (stretch.length >= initials) addWhole(initialsKey(stretch), whole * rank);
    if (near && stretch.length <= longestSlip) addSlip(stretch.map(({ folded }) => folded).join(''), weight * rank);
  }
}
