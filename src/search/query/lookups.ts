import { readBits } from '#search/asks.ts';
import { type Common, commonFile, slipsFile } from '#search/files.ts';
import { type Ngram, isSlip, meaningsIn, meaningsOf, nearKeys } from '#search/ngrams.ts';
import type { Pinyin } from '#search/pinyin.ts';
import { type Posting, fileOf, mentionFileOf, readHeld } from '#search/postings.ts';
import type { Token } from '#search/tokens.ts';
import { type Area, type Town, formsOf, isCity, soundOf } from '#search/towns.ts';
import { type Query, spokenNgrams, typedNgrams } from './query.ts';

/** What the index says of the words of a query. */
export interface Lookup {
  /** What each character of the query tells, in bits, as far as it is looked up: of a long query not everything is. */
  bits: readonly number[];
  /** Entries that have a key, with how strongly: a key of the query, or what stands in it. */
  postings: (key: string) => readonly Posting[];
  /** Numbers of asks that have a key. */
  asks: (key: string) => readonly number[];
  /** What an ask is asked of, and how much it says, in bits. */
  ask: (n: number) => Ask;
  /** Where words stand in a text that mean the same as others, by the key of their row. */
  meaningsIn: (tokens: readonly Token[]) => Ngram[];
  /** Which of the things that the site does not hold are names of other places. */
  elsewhere: readonly number[];
  /** Whether characters of the same sound were read too. */
  knowsSounds: boolean;
  /** The page that an entry is a part of. */
  parent: (entry: number) => number | undefined;
  /** How much a question of an explainer says, in bits. */
  questionBits: (entry: number) => number;
  /** Towns that the guidance does not name, and the counties they lie in. */
  towns: readonly Town[];
  areas: readonly Area[];
  /** Names of the city itself. */
  here: readonly string[];
  /** The sound of a name, worked out once. */
  sound: (name: string) => string | undefined;
}

export interface Ask {
  entry: number;
  bits: number;
}

/** Reads a file of the index once. */
export type ReadOnce = <T>(file: string, read: (text: string) => T) => Promise<T>;

/** So many files are read for a query. */
const mostFiles = 18;

/**
 * Reads what lies under the characters of a query as they were typed; `open`: what is still open then may have been meant for
 * other characters of the same sound.
 */
export async function lookupFor(
  query: Query,
  { readOnce, pinyin }: { readOnce: ReadOnce; pinyin: Pinyin },
  open: readonly Ngram[] = [],
): Promise<Lookup> {
  const common = await readOnce(commonFile, (text) => readCommon(text, pinyin));
  const ngrams = [...typedNgrams(query), ...common.meaningsIn(query.tokens), ...spokenNgrams(query, open)];
  const [near, ...files] = await Promise.all([
    query.near.length > 0 ? readOnce(slipsFile, readSlips) : () => [],
    ...filesFor(query, ngrams).map(async (name) => [name, await readOnce(name, readHeld)] as const),
  ]);
  const byName = new Map(files);
  const held = (key: string) => byName.get(fileOf(key))?.get(key);
  const isRead = (token?: Token) => token !== undefined && byName.has(fileOf(token.text));
  const read = query.tokens.filter((token, n) => isRead(token) || isRead(query.tokens[n - 1]));
  return {
    ...common,
    bits: query.bits.map((bits, n) => (read.some(({ start, end }) => start <= n && n < end) ? bits : 0)),
    postings: (key) => (isSlip(key) ? near(key) : (held(key)?.postings ?? [])),
    asks: (key) => held(key)?.asks ?? [],
    knowsSounds: open.length > 0 || query.near.length > 0,
  };
}

/** The files of a query; of a long one those of its most telling characters. */
function filesFor(query: Query, ngrams: readonly Ngram[]): string[] {
  const bits = new Map<string, number>();
  for (const { key, start } of ngrams) {
    const file = fileOf(key);
    const own = (query.bits[start] ?? 0) + (query.bits[start + 1] ?? 0);
    bits.set(file, Math.max(own, bits.get(file) ?? 0));
  }
  return Array.from(bits)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostFiles)
    .map(([file]) => file);
}

function readCommon(text: string, pinyin: Pinyin) {
  const { same, elsewhere, questions, asks, areas, towns } = JSON.parse(text) as Common;
  const meanings = meaningsOf(same);
  const sounds = new Map<string, string | undefined>();
  const numbered = readBits(asks).flatMap((own, entry) => own.map((bits): Ask => ({ entry, bits })));
  const pageOf = (entry: number) => questions.find(([, first, bits]) => entry >= first && entry < first + bits.length);
  return {
    meaningsIn: (tokens: readonly Token[]) => meaningsIn(tokens, meanings),
    elsewhere,
    ask: (n: number): Ask => numbered[n] ?? { entry: -1, bits: Infinity },
    parent: (entry: number) => pageOf(entry)?.[0],
    questionBits: (entry: number) => {
      const [, first = 0, bits = []] = pageOf(entry) ?? [];
      return bits[entry - first] ?? Infinity;
    },
    towns,
    areas: areas.filter((area) => !isCity(area)),
    here: areas.filter(isCity).flatMap(formsOf),
    sound: (name: string) => {
      if (!sounds.has(name)) sounds.set(name, soundOf(name, pinyin));
      return sounds.get(name);
    },
  };
}

/** Letters of names → what letters with a slip may mean. */
function readSlips(text: string): (key: string) => Posting[] {
  const { keys, get } = readHeld(text);
  const found = new Map<string, Map<number, number>>();
  for (const letters of keys) {
    for (const key of nearKeys(letters)) {
      const list = found.get(key) ?? new Map<number, number>();
      for (const [entry, strength] of get(letters).postings) list.set(entry, Math.max(strength, list.get(entry) ?? 0));
      found.set(key, list);
    }
  }
  return (key) => [...(found.get(key) ?? [])];
}

/** What entries merely mention of these keys. */
export async function mentionsOf(
  ngrams: readonly Ngram[],
  readOnce: ReadOnce,
): Promise<Map<string, readonly Posting[]>> {
  const read = async (key: string) => (await readOnce(mentionFileOf(key), readHeld)).get(key).postings;
  return new Map(await Promise.all(ngrams.map(async ({ key }) => [key, await read(key)] as const)));
}
