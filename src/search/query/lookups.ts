import { type Absent, type Common, commonFile, slipsFile } from '#search/files.ts';
import { type Ngram, meaningsIn, meaningsOf, nearKeys } from '#search/ngrams.ts';
import type { Pinyin } from '#search/pinyin.ts';
import { type Posting, type Postings, fileOf, mentionFileOf, readPostings } from '#search/postings.ts';
import type { Token } from '#search/tokens.ts';
import { type Area, type Town, formsOf, isCity, soundOf } from '#search/towns.ts';
import { type Query, ngramsOf } from './query.ts';

/** What the index says of the words of a query. */
export interface Lookup {
  /** Entries that have a key, with how strongly: a key of the query, or what stands in it. */
  postings: Postings;
  /** Where words stand in a text that mean the same as others, by the key of their row. */
  meaningsIn: (tokens: readonly Token[]) => Ngram[];
  /** What the site does not hold, in the order of the numbers after the entries. */
  absent: readonly Absent[];
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

/** Reads a file of the index once. */
export type ReadOnce = <T>(file: string, read: (text: string) => T) => Promise<T>;

/** So many files are read for a query. */
const mostFiles = 20;

/** Reads what lies under the characters of a query. */
export async function lookupFor(query: Query, readOnce: ReadOnce, pinyin: Pinyin): Promise<Lookup> {
  const names = filesFor(query, pinyin);
  const [common, near, ...files] = await Promise.all([
    readOnce(commonFile, (text) => readCommon(text, pinyin)),
    query.near.length > 0 ? readOnce(slipsFile, readSlips) : () => [],
    ...names.map(async (name) => [name, await readOnce(name, readPostings)] as const),
  ]);
  const byName = new Map(files);
  const nothing: Postings = () => [];
  const inFiles = (key: string) => (byName.get(fileOf(key, pinyin)) ?? nothing)(key);
  return {
    ...common,
    postings: (key) => (key.startsWith('#') ? common.postings : key.startsWith('%') ? near : inFiles)(key),
  };
}

/** The files of a query; of a long one those of its most telling characters. */
function filesFor(query: Query, pinyin: Pinyin): string[] {
  const bits = new Map<string, number>();
  for (const { key, start } of ngramsOf(query)) {
    const file = fileOf(key, pinyin);
    const own = (query.bits[start] ?? 0) + (query.bits[start + 1] ?? 0);
    bits.set(file, Math.max(own, bits.get(file) ?? 0));
  }
  return Array.from(bits)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostFiles)
    .map(([file]) => file);
}

function readCommon(text: string, pinyin: Pinyin) {
  const { same, samePostings, absent, questions, areas, towns } = JSON.parse(text) as Common;
  const meanings = meaningsOf(same);
  const sounds = new Map<string, string | undefined>();
  const pageOf = (entry: number) => questions.find(([, first, bits]) => entry >= first && entry < first + bits.length);
  return {
    postings: readPostings(samePostings),
    meaningsIn: (tokens: readonly Token[]) => meaningsIn(tokens, meanings),
    absent,
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
function readSlips(text: string): Postings {
  const postings = readPostings(text);
  const found = new Map<string, Map<number, number>>();
  for (const letters of postings.keys) {
    for (const key of nearKeys(letters)) {
      const list = found.get(key) ?? new Map<number, number>();
      for (const [entry, strength] of postings(letters)) list.set(entry, Math.max(strength, list.get(entry) ?? 0));
      found.set(key, list);
    }
  }
  return (key) => [...(found.get(key) ?? [])];
}

/** What entries merely mention of these keys. */
export async function mentionsOf(
  keys: readonly string[],
  readOnce: ReadOnce,
  files: number,
): Promise<Map<string, readonly Posting[]>> {
  const read = async (key: string) => (await readOnce(mentionFileOf(key, files), readPostings))(key);
  return new Map(await Promise.all(keys.map(async (key) => [key, await read(key)] as const)));
}
