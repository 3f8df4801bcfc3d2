import {
  type Card,
  type Manifest,
  type Posting,
  cardFile,
  manifestFile,
  mentionsFile,
  readPostings,
  readShard,
  shardFile,
  readWords,
  variantsFile,
  wordsFile,
} from './files.ts';
import { guess } from './guess.ts';
import { type Keys, keysFor } from './keys.ts';
import { type Query, understand } from './query.ts';
import { type Ranking, rank } from './rank.ts';
import { type Sounds, readSounds } from './sounds.ts';
import { shardOf } from './tokens.ts';
import { asWritten } from './units.ts';

/** Fetches a file of the index as text; `version` is undefined for the manifest. */
export type Load = (file: string, version: string | undefined) => Promise<string>;

export interface Found extends Ranking {
  query: Query;
}

/** Finds entries by their names and words (第一步：找得快). Files are read once, when first needed. */
export function createFinder(load: Load) {
  const cache = new Map<string, Promise<unknown>>();
  const keysMade = new Map<string, Keys>();
  const once = <T>(file: string, read: (text: string) => T, version: string | undefined): Promise<T> => {
    const known = cache.get(file) as Promise<T> | undefined;
    if (known) return known;
    const fresh = load(file, version).then(read);
    cache.set(file, fresh);
    // A failed read must not be remembered, or trying again would be in vain.
    fresh.catch(() => cache.delete(file));
    return fresh;
  };
  const manifest = () =>
    once(
      manifestFile,
      (text) => {
        const data = JSON.parse(text) as Manifest;
        return { data, sounds: readSounds(data.sounds) };
      },
      undefined,
    );

  const search = async (typed: string): Promise<Found> => {
    const { data, sounds } = await manifest();
    const simplify = await simplifier(typed, sounds, data.version);
    const query = understand(typed, sounds, simplify);
    if (data.shards > 0) return { query, ...rank(query, await fromShards(query, data), data) };
    const ranking = rank(query, fromKeys(await keys(false)), data);
    if (ranking.hits.length > 0) return { query, ...ranking };
    const wider = fromKeys(await keys(true));
    const second = rank(query, wider, data);
    if (second.hits.length > 0 || second.absent !== undefined) return { query, ...second };
    const hits = guess(query, wider, data);
    return { query, ...second, hits, near: hits.length > 0 ? [] : second.near };
  };

  /** A small site: the keys of all words, made here once; those of what is merely mentioned when nothing else answers. */
  const keys = async (mentioned: boolean): Promise<Keys> => {
    const { data, sounds } = await manifest();
    const own = await once(wordsFile, readWords, data.version);
    if (!mentioned) return made(wordsFile, () => keysFor(own, sounds));
    const more = await once(mentionsFile, readWords, data.version);
    return made(mentionsFile, () =>
      keysFor(
        own.map((phrases, n) => [...phrases, ...(more[n] ?? [])]),
        sounds,
      ),
    );
  };
  const made = (file: string, make: () => Keys): Keys => {
    const known = keysMade.get(file) ?? make();
    keysMade.set(file, known);
    return known;
  };
  const fromKeys = (all: Keys) => (key: string) => [...(all.get(key) ?? [])];

  /** A large one: only the shards that a query's keys lie in. */
  const fromShards = async (query: Query, { shards, version }: Manifest) => {
    const wanted = [...new Set(keysOf(query).map((key) => shardOf(key, shards)))];
    const lists = new Map<number, Map<string, string>>();
    await Promise.all(wanted.map(async (n) => lists.set(n, await once(shardFile(n), readShard, version))));
    const read = new Map<string, Posting[]>();
    return (key: string) => {
      const known = read.get(key);
      if (known) return known;
      const list = lists.get(shardOf(key, shards))?.get(key);
      const postings = list === undefined ? [] : readPostings(list);
      read.set(key, postings);
      return postings;
    };
  };

  /** Most queries hold no traditional character, and then the table is not asked for. */
  const simplifier = async (typed: string, sounds: Sounds, version: string) => {
    const unknown = Array.from(typed).some((c) => /^\p{Script=Han}$/u.test(c) && sounds.of(c) === undefined);
    if (!unknown) return asWritten;
    const pairs = await once(variantsFile, (text) => text, version);
    return (character: string) => {
      if (sounds.of(character) !== undefined) return character;
      const at = Array.from({ length: pairs.length / 2 }, (_, n) => 2 * n).find((n) => pairs.charAt(n) === character);
      return at === undefined ? character : pairs.charAt(at + 1);
    };
  };

  const cards = async (entries: readonly number[]): Promise<Card[]> => {
    const { data } = await manifest();
    const block = (entry: number) => Math.floor(entry / data.block);
    return Promise.all(
      entries.map(async (entry) => {
        const all = await once(cardFile(block(entry)), (text) => JSON.parse(text) as Card[], data.version);
        return all[entry % data.block] as Card;
      }),
    );
  };

  return {
    search,
    cards,
    facetsOf: async (entry: number) => {
      const { data } = await manifest();
      return data.facets[data.facetOf[entry] ?? 0];
    },
    /** Forgets what was read: a new version may be there. */
    reset: () => {
      cache.clear();
      keysMade.clear();
    },
  };
}
export type Finder = ReturnType<typeof createFinder>;

function keysOf(query: Query): string[] {
  const { importance } = query;
  const matters = ({ start, end }: { start: number; end: number }) => importance.slice(start, end).some((n) => n > 0);
  const short = query.units.length <= 6;
  return [
    ...query.pairs,
    ...query.sounds,
    ...query.initials,
    ...query.near,
    ...query.wholes.filter(({ start, end }) => end - start <= 2 || short),
    ...query.soundWholes,
    ...(short ? query.singles : []),
  ]
    .filter(matters)
    .map(({ key }) => key);
}
