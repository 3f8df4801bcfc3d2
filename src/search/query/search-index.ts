import {
  type Card,
  type Facets,
  type FacetsFile,
  type Figure,
  type Manifest,
  type Passage,
  type UnnamedFile,
  absentFile,
  cardFile,
  facetsFile,
  figuresFile,
  kindOf,
  manifestFile,
  passagesFile,
  unnamedFile,
  variantsFile,
} from '#search/files.ts';
import { type AskedFigure, askedFigure, askedQuestion, asksNumber, closestPart, closestPassage } from './answer.ts';
import { type Lookup, type ReadOnce, lookupFor, mentionsOf } from './lookups.ts';
import { type Query, understand } from './query.ts';
import { type Unnamed, unnamedIn } from './unnamed.ts';
import { type ResultKind, pageKindOf } from '#search/kinds.ts';
import { type Hit, type Ranking, rank } from './rank.ts';
import { type Pinyin, readPinyin } from '#search/pinyin.ts';
import { readSurprisal } from '#search/surprisal.ts';
import { type Simplify, asWritten } from '#search/tokens.ts';

/** Fetches a file of the index as text; `version` is undefined for the manifest. */
export type Load = (file: string, version: string | undefined) => Promise<string>;

export interface Found extends Omit<Ranking, 'absent'> {
  query: Query;
  /** The question that is asked, which stands before the hits and no longer among them. */
  question?: Hit;
  /** Where no question is asked: a question or another part that comes closest, to be read with the first page. */
  closest?: Hit;
  /** What to tell of what this site does not hold. */
  absent?: string;
  /** Towns that are named in the query and not in the guidance. */
  unnamed: Unnamed[];
  /** What the first hit says of the matter, where it is shown with that: a page that is not named, and nothing closer. */
  passage?: () => Promise<Passage | undefined>;
  /** The figure of a page that is asked for. */
  figure: (entry: number, card: Card) => Promise<AskedFigure | undefined>;
}

/** Beside the name of a town, fewer bits are no question. */
const leastBeside = 5;
const tells = ({ bits }: Query) => bits.reduce((sum, each) => sum + each, 0);
const nothingElse: Ranking = { verdict: 'nothing', hits: [], questions: [], named: false, open: [] };
const readList = (text: string) => JSON.parse(text) as string[];
const isTown = (kind: ResultKind) => kind === 'place' || kind === 'cluster' || kind === 'case';

/**
 * Finds entries by their names and words (第一步：找得快). Files are read once, when first needed. `onNothingYet`: the first look
 * found nothing, and what else may help can be fetched.
 */
export function openSearchIndex(load: Load, onNothingYet: () => void = () => undefined) {
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
      return { manifest, pinyin: readPinyin(manifest.pinyin), surprisal: readSurprisal(manifest.surprisal) };
    });
    const readOnce: ReadOnce = (file, read) => once(file, known.manifest.version, read);
    return { ...known, readOnce };
  };

  const search = async (typed: string): Promise<Found> => {
    const { manifest, pinyin, surprisal, readOnce } = await start();
    const simplify = await simplifier(typed, pinyin, readOnce);
    const query = understand(typed, { pinyin, simplify, surprisal });
    const from = { readOnce, pinyin };
    const rankBy = (lookup: Lookup, mentions: Awaited<ReturnType<typeof mentionsOf>>) => {
      const read = { ...query, bits: lookup.bits };
      const towns = unnamedIn(read, { lookup, isPlaceEntry: (entry) => isTown(kindOf(entry, manifest)) });
      const asked = towns?.rest ?? read;
      const isAlone = towns?.rest !== undefined && tells(asked) < leastBeside;
      return { lookup, towns, asked, ranking: isAlone ? nothingElse : rank(asked, lookup, manifest, mentions) };
    };
    const first = rankBy(await lookupFor(query, from), new Map());
    const { open, verdict } = first.ranking;
    if (verdict === 'nothing') onNothingYet();
    // First what entries are about; where that leaves something open, what they merely mention, and what sounds the same.
    // Without a network that may not be at hand, and the first answer stands.
    const readMore = () =>
      Promise.all([lookupFor(query, from, open), mentionsOf(open, readOnce)]).catch(() => undefined);
    const more = open.length > 0 ? await readMore() : undefined;
    const { lookup, towns, asked, ranking } = more ? rankBy(...more) : first;
    const reader = { query: asked, lookup, surprisal };
    const question = ranking.verdict === 'answer' ? askedQuestion(reader, ranking.hits) : undefined;
    const hits = ranking.hits.filter(
      ({ entry, kind }) =>
        // Other questions of a page are told by the page itself; another town is no answer.
        (kind !== 'question' || lookup.parent(entry) === undefined) && (towns === undefined || !isTown(kind)),
    );
    const closest =
      ranking.verdict === 'answer' && question === undefined ? closestPart(ranking, lookup.parent) : undefined;
    const [best] = hits;
    const isPlain = ranking.verdict === 'answer' && !ranking.named && question === undefined && closest === undefined;
    const isQuoted = isPlain && best !== undefined && pageKindOf(best.kind) !== undefined;
    const { absent, ...plain } = ranking;
    const told = absent === undefined ? undefined : (await readOnce(absentFile, readList))[absent];
    return {
      ...plain,
      ...(told !== undefined && { absent: told }),
      query: asked,
      hits,
      unnamed: towns?.towns ?? [],
      ...(question && { question }),
      ...(closest && { closest }),
      ...(isQuoted && {
        passage: async () => {
          const read = (text: string) => JSON.parse(text) as Passage[];
          return closestPassage(reader, await readOnce(passagesFile(best.entry), read).catch(() => []));
        },
      }),
      figure: async (entry, card) => {
        if (ranking.verdict !== 'answer' || !asksNumber(asked) || card.hasFigures !== true) return undefined;
        const read = (text: string) => JSON.parse(text) as Figure[];
        const figures = await readOnce(figuresFile(entry), read).catch(() => []);
        return askedFigure(reader, card, figures);
      },
    };
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
    /** What to tell of a town that the guidance does not name. */
    aboutUnnamed: async (): Promise<UnnamedFile> => {
      const { readOnce } = await start();
      return readOnce(unnamedFile, (text) => JSON.parse(text) as UnnamedFile);
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
