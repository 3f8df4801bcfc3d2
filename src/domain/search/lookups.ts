import {
  type Manifest,
  type Posting,
  mentionsFile,
  readPostings,
  readShard,
  readWords,
  shardFile,
  wordsFile,
} from './files.ts';
import { type Keys, keysFor } from './keys.ts';
import type { Query } from './query.ts';
import type { Sounds } from './sounds.ts';
import { shardOf } from './tokens.ts';

/** Entries that have a key, with their weights. */
export type Lookup = (key: string) => readonly Posting[];

/** Reads a file of the index once. */
export type ReadOnce = <T>(file: string, read: (text: string) => T) => Promise<T>;

/** No query asks for more files; a long sentence is understood by its most telling words. */
const mostShards = 24;

/** A small site: all words are read, and keys made of them here. `mentioned`: those of what is merely mentioned too. */
export async function lookupInWords(readOnce: ReadOnce, sounds: Sounds, mentioned: boolean): Promise<Lookup> {
  const own = await readOnce(wordsFile, (text) => {
    const phrases = readWords(text);
    return { phrases, keys: keysFor(phrases, sounds) };
  });
  if (!mentioned) return inKeys(own.keys);
  const all = await readOnce(mentionsFile, (text) => {
    const more = readWords(text);
    return keysFor(
      own.phrases.map((phrases, n) => [...phrases, ...(more[n] ?? [])]),
      sounds,
    );
  });
  return inKeys(all);
}

function inKeys(keys: Keys): Lookup {
  return (key) => [...(keys.get(key) ?? [])];
}

/** A large site: only the shards that a query's keys lie in. `bySound`: also those for what sounds alike. */
export async function lookupInShards(
  readOnce: ReadOnce,
  query: Query,
  { shards }: Manifest,
  bySound: boolean,
): Promise<Lookup> {
  const wanted = [...new Set(keysOf(query, bySound).map((key) => shardOf(key, shards)))].slice(0, mostShards);
  const lists = new Map(
    await Promise.all(
      wanted.map(async (n) => [n, await readOnce(shardFile(n), readShard)] as [number, Map<string, string>]),
    ),
  );
  const read = new Map<string, readonly Posting[]>();
  return (key) => {
    const known = read.get(key);
    if (known) return known;
    const list = lists.get(shardOf(key, shards))?.get(key);
    const postings = list === undefined ? [] : readPostings(list);
    read.set(key, postings);
    return postings;
  };
}

/** Keys of a query, the most telling first. */
function keysOf(query: Query, bySound: boolean): string[] {
  const { importance } = query;
  const mean = ({ start, end }: { start: number; end: number }) =>
    importance.slice(start, end).reduce((sum, value) => sum + value, 0) / (end - start);
  const isShort = query.units.length <= 6;
  const isTyped = /[a-z]/iu.test(query.text);
  return [
    ...[...query.pairs].sort((a, b) => mean(b) - mean(a)),
    ...query.initials,
    ...query.near,
    ...query.wholes.filter(({ start, end }) => end - start <= 2 || isShort),
    ...(isShort ? query.singles : []),
    ...(bySound || isTyped ? [...query.sounds, ...query.soundWholes] : []),
  ].flatMap((token) => (mean(token) > 0 ? token.key : []));
}
