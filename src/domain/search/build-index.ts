import { type Field, about, fields } from './fields.ts';
import {
  type Card,
  type Facets,
  type Manifest,
  type Posting,
  cardFile,
  manifestFile,
  shardFile,
  variantsFile,
  writeShard,
} from './files.ts';
import { type Sounds, foldSound, readSounds, writeSounds } from './sounds.ts';
import { initialsKey, pairTokens, shardOf, singleTokens, soundPairs, soundWhole, soundsOf, wholeKey } from './tokens.ts';
import { simplifiedOf } from './traditional.ts';
import { unitsOf } from './units.ts';

/** One thing that can be found (词条). */
export interface Entry {
  card: Card;
  facets: Omit<Facets, 'kind'>;
  /** `rank` below 1 for pages that a saying reaches only in second place. */
  phrases: { text: string; field: Field; rank?: number }[];
}

export interface BuildOptions {
  /** Syllables of a text, one for each character, with names read as names. */
  readings: (text: string) => string[];
  version: string;
  absent: Manifest['absent'];
}

const shardCharacters = 14_000;
const cardsInBlock = 12;
/** A key that so many entries have tells nothing more about the rest. */
const longestList = 300;

/** Entries → the files a finder reads, by name. */
export function buildIndex(entries: readonly Entry[], { readings, version, absent }: BuildOptions): Map<string, string> {
  const { file, sounds } = siteSounds(entries, readings);
  const postings = collect(entries, sounds, readings);
  const size = [...postings].reduce((sum, [key, list]) => sum + key.length + Math.min(list.size, 4) * 2, 0);
  const shards = Math.max(1, Math.ceil(size / shardCharacters));
  const split = Array.from({ length: shards }, () => new Map<string, Posting[]>());
  for (const [key, list] of postings) {
    const strongest = [...list].toSorted(([a, v], [b, w]) => w - v || a - b).slice(0, longestList);
    split[shardOf(key, shards)]?.set(key, strongest.toSorted(([a], [b]) => a - b));
  }

  const facets = new Map<string, { facets: Facets; index: number }>();
  const facetOf = entries.map(({ card, facets: own }) => {
    const all = { kind: card.kind, ...own };
    const key = JSON.stringify(all);
    const known = facets.get(key) ?? { facets: all, index: facets.size };
    facets.set(key, known);
    return known.index;
  });
  const manifest: Manifest = {
    version,
    shards,
    entries: entries.length,
    block: cardsInBlock,
    sounds: file,
    facets: [...facets.values()].map((item) => item.facets),
    facetOf,
    absent,
  };

  const files = new Map([[manifestFile, JSON.stringify(manifest)]]);
  split.forEach((shard, n) => files.set(shardFile(n), writeShard(shard)));
  for (let n = 0; n * cardsInBlock < entries.length; n++) {
    const cards = entries.slice(n * cardsInBlock, (n + 1) * cardsInBlock).map(({ card }) => card);
    files.set(cardFile(n), JSON.stringify(cards));
  }
  files.set(variantsFile, variantsFor(entries));
  return files;
}

function collect(entries: readonly Entry[], sounds: Sounds, readings: BuildOptions['readings']) {
  const postings = new Map<string, Map<number, number>>();
  entries.forEach(({ phrases }, entry) => {
    const add = (key: string, weight: number) => {
      const list = postings.get(key) ?? new Map<number, number>();
      postings.set(key, list);
      list.set(entry, Math.max(list.get(entry) ?? 0, Math.min(26, Math.max(1, Math.round(weight)))));
    };
    for (const { text, field, rank = 1 } of phrases) {
      const { weight, whole, sound, single } = fields[field];
      const units = unitsOf(text);
      for (const { key } of pairTokens(units)) add(key, weight * rank);
      if (whole > 0 && units.length <= 9) add(wholeKey(units), whole * rank);
      if (single) for (const { key } of singleTokens(units)) add(key, (weight * rank) / Math.sqrt(units.length));
      if (!sound || units.length > 12) continue;
      const syllables = readings(text);
      const spelled = syllables.length === Array.from(text).length;
      const stretches = spelled
        ? [syllables.map((s, n) => ({ folded: foldSound(s), start: n, end: n + 1 })).filter((s) => s.folded !== '')]
        : soundsOf(text, sounds);
      for (const stretch of stretches) {
        for (const { key } of soundPairs(stretch)) add(key, weight * rank);
        if (stretch.length < 2) continue;
        add(soundWhole(stretch), whole * rank);
        if (stretch.length <= 8) add(initialsKey(stretch), whole * rank);
      }
    }
  });
  // What many entries merely mention finds nothing.
  for (const [key, list] of postings) {
    if (list.size <= Math.max(12, entries.length / 6)) continue;
    for (const [entry, weight] of list) if (weight < about) list.delete(entry);
    if (list.size === 0) postings.delete(key);
  }
  return postings;
}

/** Readings of single characters, and those that the site's names need in their own way (长吉 chang, 朝阳 chao); titles first. */
function siteSounds(entries: readonly Entry[], readings: BuildOptions['readings']) {
  const own = new Map<string, string>();
  const phrases = entries.flatMap((entry) => entry.phrases).filter(({ field }) => fields[field].sound);
  for (const { text } of phrases.toSorted((a, b) => fields[b.field].weight - fields[a.field].weight)) {
    const characters = Array.from(text);
    const syllables = readings(text);
    if (syllables.length !== characters.length) continue;
    characters.forEach((character, n) => {
      const syllable = syllables[n] ?? '';
      if (/^\p{Script=Han}$/u.test(character) && syllable !== '' && !own.has(character)) own.set(character, syllable);
    });
  }
  const file = writeSounds((character) => readings(character)[0] ?? '', own);
  return { file, sounds: readSounds(file) };
}

/** Traditional forms of the characters the site uses, in pairs: 崗岗. */
function variantsFor(entries: readonly Entry[]): string {
  const used = new Set(entries.flatMap(({ phrases }) => phrases.flatMap(({ text }) => Array.from(text))));
  return [...simplifiedOf].flatMap(([traditional, simple]) => (used.has(simple) ? traditional + simple : [])).join('');
}
