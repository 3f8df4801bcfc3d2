import { about, fields } from './fields.ts';
import {
  type Card,
  type Facets,
  type FacetsFile,
  type Manifest,
  type Phrase,
  type Posting,
  cardFile,
  facetsFile,
  manifestFile,
  mentionsFile,
  shardFile,
  variantsFile,
  wordsFile,
  writeShard,
  writeWords,
} from './files.ts';
import { keysFor } from './keys.ts';
import { type Sounds, readSounds, writeSounds } from './sounds.ts';
import { shardOf } from './tokens.ts';
import { simplifiedOf } from './traditional.ts';

/** One thing that can be found (词条). */
export interface Entry {
  card: Card;
  facets: Omit<Facets, 'kind'>;
  phrases: Phrase[];
}

export interface BuildOptions {
  /** Syllables of a text, one for each character, with names read as names. */
  readings: (text: string) => string[];
  version: string;
  absent: Manifest['absent'];
  /** Up to so many characters of words travel as they are; above, as keys in shards. */
  wordsLimit?: number;
}

const shardCharacters = 4_500;
const cardsInBlock = 12;
/** A key that so many entries have tells nothing more about the rest. */
const longestList = 300;

/** Entries → the files a finder reads, by name. */
export function buildIndex(entries: readonly Entry[], options: BuildOptions): Map<string, string> {
  const phrases = entries.map((entry) => entry.phrases);
  const file = siteSounds(phrases.flat(), options.readings);
  const isOwn = ({ field }: Phrase) => fields[field].weight >= about;
  const words = writeWords(phrases.map((own) => own.filter(isOwn)));
  const mentions = writeWords(phrases.map((own) => own.filter((phrase) => !isOwn(phrase))));
  const shards = words.length <= (options.wordsLimit ?? 70_000) ? [] : shardsOf(phrases, readSounds(file));

  const manifest: Manifest = {
    version: options.version,
    shards: shards.length,
    entries: entries.length,
    block: cardsInBlock,
    sounds: file,
    kinds: entries.flatMap(({ card: { kind } }, n) =>
      entries[n - 1]?.card.kind === kind ? [] : [[kind, n] as [typeof kind, number]],
    ),
    absent: options.absent,
  };

  const files = new Map([[manifestFile, JSON.stringify(manifest)]]);
  if (shards.length === 0) files.set(wordsFile, words).set(mentionsFile, mentions);
  shards.forEach((shard, n) => files.set(shardFile(n), shard));
  for (let n = 0; n * cardsInBlock < entries.length; n++) {
    const cards = entries.slice(n * cardsInBlock, (n + 1) * cardsInBlock).map(({ card }) => card);
    files.set(cardFile(n), JSON.stringify(cards));
  }
  files.set(facetsFile, JSON.stringify(facetsOf(entries)));
  files.set(variantsFile, variantsFor(phrases.flat()));
  return files;
}

function facetsOf(entries: readonly Entry[]): FacetsFile {
  const distinct = new Map<string, [facets: Facets, index: number]>();
  const of = entries.map(({ card, facets }) => {
    const all = { kind: card.kind, ...facets };
    const key = JSON.stringify(all);
    const [, index] = distinct.get(key) ?? [all, distinct.size];
    distinct.set(key, [all, index]);
    return index;
  });
  return { facets: Array.from(distinct.values(), ([facets]) => facets), of };
}

function shardsOf(phrases: readonly (readonly Phrase[])[], sounds: Sounds): string[] {
  const keys = keysFor(phrases, sounds);
  const size = [...keys].reduce((sum, [key, list]) => sum + key.length + Math.min(list.size, longestList) * 3, 0);
  const shards = Array.from({ length: Math.ceil(size / shardCharacters) }, () => new Map<string, Posting[]>());
  for (const [key, list] of keys) {
    const strongest = [...list].toSorted(([a, v], [b, w]) => w - v || a - b).slice(0, longestList);
    shards[shardOf(key, shards.length)]?.set(
      key,
      strongest.toSorted(([a], [b]) => a - b),
    );
  }
  return shards.map(writeShard);
}

/** Readings of single characters, and those that the site's names need in their own way (长吉 chang, 朝阳 chao); titles first. */
function siteSounds(phrases: readonly Phrase[], readings: BuildOptions['readings']) {
  const own = new Map<string, string>();
  const named = phrases.filter(({ field }) => fields[field].sound);
  for (const { text } of named.toSorted((a, b) => fields[b.field].weight - fields[a.field].weight)) {
    const syllables = readings(text);
    Array.from(text).forEach((character, n) => {
      const syllable = syllables[n] ?? '';
      if (syllable !== '' && !own.has(character)) own.set(character, syllable);
    });
  }
  return writeSounds((character) => readings(character)[0] ?? '', own);
}

/** Traditional forms of the characters the site uses, in pairs: 崗岗. */
function variantsFor(phrases: readonly Phrase[]): string {
  const used = new Set(phrases.flatMap(({ text }) => Array.from(text)));
  return [...simplifiedOf].flatMap(([traditional, simple]) => (used.has(simple) ? traditional + simple : [])).join('');
}
