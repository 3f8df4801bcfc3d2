import {
  type Card,
  type Facets,
  type FacetsFile,
  type Manifest,
  cardFile,
  facetsFile,
  manifestFile,
  variantsFile,
} from '#search/files.ts';
import { fallback } from './fallback.ts';
import { type ReadOnce, lookupIn } from './lookups.ts';
import { type Query, understand } from './query.ts';
import { type Ranking, rank } from './rank.ts';
import { type Pinyin, readPinyin } from '#search/pinyin.ts';
import { type Simplify, asWritten } from '#search/tokens.ts';

/** Fetches a file of the index as text; `version` is undefined for the manifest. */
export type Load = (file: string, version: string | undefined) => Promise<string>;

export interface Found extends Ranking {
  query: Query;
}

/** Finds entries by their names and words (第一步：找得快). Files are read once, when first needed. */
export function openSearchIndex(load: Load) {
  const cache = new Map<string, Promise<unknown>>();
  const once = <T>(file: string, version: string | undefined, read: (text: string) => T): Promise<T> => {
    const known = cache.get(file) as Promise<T> | undefined;
    if (known) return known;
    const fresh = load(file, version).then(read);
    cache.set(file, fresh);
    // A failed read must not be remembered, or trying again would be in vain.
    fresh.catch(() => cache.delete(file));
    return fresh;
  };
  const start = async () => {
    const known = await once(manifestFile, undefined, (text) => {
      const manifest = JSON.parse(text) as Manifest;
      return { manifest, pinyin: readPinyin(manifest.pinyin) };
    });
    const readOnce: ReadOnce = (file, read) => once(file, known.manifest.version, read);
    return { ...known, readOnce };
  };

  const search = async (typed: string): Promise<Found> => {
    const { manifest, pinyin, readOnce } = await start();
    const query = understand(typed, pinyin, await simplifier(typed, pinyin, readOnce));
    // First what was typed; what it sounds like, what is mentioned and what may be meant only when that says nothing.
    const ranking = rank(query, await lookupIn(readOnce, pinyin, false), manifest);
    if (ranking.hits.length > 0) return { query, ...ranking };
    const wider = await lookupIn(readOnce, pinyin, true);
    const second = rank(query, wider, manifest);
    if (second.hits.length > 0 || second.absent !== undefined) return { query, ...second };
    const hits = fallback(query, wider, manifest);
    return { query, ...second, hits, near: hits.length > 0 ? [] : second.near };
  };

  return {
    search,
    cards: async (entries: readonly number[]): Promise<Card[]> => {
      const { manifest, readOnce } = await start();
      return Promise.all(
        entries.map(async (entry) => {
          const file = cardFile(Math.floor(entry / manifest.block));
          const block = await readOnce(file, (text) => JSON.parse(text) as Card[]);
          return block[entry % manifest.block] as Card;
        }),
      );
    },
    facets: async (entries: readonly number[]): Promise<Facets[]> => {
      const { readOnce } = await start();
      const { facets, of } = await readOnce(facetsFile, (text) => JSON.parse(text) as FacetsFile);
      return entries.flatMap((entry) => facets[of[entry] ?? -1] ?? []);
    },
    /** Forgets what was read: a new version may be there. */
    reset: () => {
      cache.clear();
    },
  };
}
export type SearchIndex = ReturnType<typeof openSearchIndex>;

/** Most queries hold no traditional character, and then the table is not asked for. */
async function simplifier(typed: string, pinyin: Pinyin, readOnce: ReadOnce): Promise<Simplify> {
  const isUnknown = (character: string) => /^\p{Script=Han}$/u.test(character) && pinyin.of(character) === undefined;
  if (!Array.from(typed).some(isUnknown)) return asWritten;
  const simple = await readOnce(variantsFile, (text) => {
    const pairs = Array.from(text);
    return new Map(pairs.flatMap((c, n) => (n % 2 === 0 ? [[c, pairs[n + 1] ?? c] as [string, string]] : [])));
  });
  return (character) => (isUnknown(character) ? (simple.get(character) ?? character) : character);
}
