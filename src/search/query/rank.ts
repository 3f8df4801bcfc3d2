import { Scores } from './score.ts';
import { fields } from '#search/fields.ts';
import { type Manifest, kindOf } from '#search/files.ts';
import type { Lookup } from './lookups.ts';
import { type ResultKind, resultKinds } from '#search/kinds.ts';
import type { Query } from './query.ts';
import type { Ngram } from '#search/ngrams.ts';

export interface Hit {
  entry: number;
  kind: ResultKind;
  score: number;
  /** Share of what was asked that the entry speaks of, 0 to 1. */
  coverage: number;
}

export interface Ranking {
  hits: Hit[];
  /** Not answers, but the nearest there is. */
  near: Hit[];
  /** The first hit is named by the whole query (点名). */
  named: boolean;
  /** What to say of a thing this site does not hold. */
  absent?: string;
}

/** Weight of a kind of match beside a plain pair of characters. */
const weights = {
  pair: 1,
  whole: 1.5,
  syllableKey: 1.3,
  initials: 1.4,
  sound: 0.8,
  homophone: 0.45,
  single: 0.6,
  near: 0.8,
} as const;

/** An answer speaks of so much of what was asked; of less, where the score is higher: [coverage, score]. */
const enough = [
  [0.5, 0.35],
  [0.22, 0.7],
  [0.15, 1.6],
] as const;
/** The same, where a part of what was asked is not to be had here. */
const enoughBesideElsewhere = [
  [0.6, 0.35],
  [0.45, 1.6],
] as const;

/** One character or word cannot say much. */
const enoughForOne = [[0.5, 0.1]] as const;

/** Nobody reads further. */
const longest = 60;

export function rank(query: Query, lookup: Lookup, manifest: Manifest): Ranking {
  const { entries, absent } = manifest;
  const scores = new Scores(query.importance, entries);
  const addAny = (ngram: Ngram, value: number) => {
    const list = lookup(ngram.key);
    if (list.length > 0) scores.add(ngram, list, value);
  };
  const notHere = new Map(absent.flatMap(([keys, note]) => keys.map((key) => [key, note] as [string, string])));
  const { taken, missing } = matchNames(query, lookup, scores, notHere);

  const byLetters = scores.isEmpty && taken.length === 0;
  const known = query.pairs.filter(({ key }) => lookup(key).length > 0);
  for (const ngram of known) scores.add(ngram, lookup(ngram.key), weights.pair);
  for (const ngram of query.syllables) {
    const isTyped = /[a-z]/iu.test(query.text.slice(ngram.start, ngram.end));
    if (!known.some((pair) => isSameSpan(pair, ngram))) addAny(ngram, isTyped ? weights.sound : weights.homophone);
  }
  if (query.tokens.length <= 6) {
    for (const ngram of query.singles) addAny(ngram, query.tokens.length === 1 ? 1 : weights.single);
  }
  // A slip in pinyin, when the letters as typed name nothing.
  if (byLetters && known.length === 0) for (const ngram of query.near) addAny(ngram, weights.near);

  const all = Array.from(scores.results(), ({ entry, score, coverage }): Hit => {
    const kind = kindOf(entry, manifest);
    return { entry, kind, coverage, score: score * (0.4 + 0.6 * coverage) * resultKinds[kind].prior };
  }).sort((a, b) => b.score - a.score || a.entry - b.entry);
  const bounds = query.tokens.length === 1 ? enoughForOne : scores.asksElsewhere ? enoughBesideElsewhere : enough;
  const answers = ({ score, coverage }: Hit) =>
    bounds.some(([least, strength]) => coverage >= least && score >= strength);
  const [first] = all;
  if (first === undefined || !answers(first)) {
    return { hits: [], near: all.slice(0, 4), named: false, ...(missing !== undefined && { absent: missing }) };
  }
  return {
    hits: all.filter((hit) => hit.score >= first.score * (answers(hit) ? 0.12 : 0.4)).slice(0, longest),
    near: [],
    named: first.coverage > 0.95 && taken.some(({ start, end }) => end - start >= query.text.length * 0.8),
    ...(missing !== undefined && { absent: missing }),
  };
}

/**
 * Names and sayings found whole, the longest first; what they hold is not a question word any more.
 * A name counts even inside a longer saying: 大荒地村 in 大荒地村怎么走.
 */
function matchNames(query: Query, lookup: Lookup, scores: Scores, notHere: ReadonlyMap<string, string>) {
  const taken: Ngram[] = [];
  let missing: string | undefined;
  const match = (ngrams: readonly Ngram[], value: number) => {
    for (const ngram of [...ngrams].sort((a, b) => b.end - b.start - (a.end - a.start))) {
      const found = lookup(ngram.key);
      const inside = taken.some((other) => overlap(ngram, other));
      const list = inside ? found.filter(([, weight]) => weight >= fields.alias.whole) : found;
      const note = inside ? undefined : notHere.get(ngram.key);
      const stress = scores.stress(ngram);
      if ((list.length === 0 && note === undefined) || (stress === 0 && ngram.end - ngram.start < 3)) continue;
      if (!inside) taken.push(ngram);
      if (note !== undefined && found.length === 0) {
        missing = note;
        scores.leaveOut(ngram);
        continue;
      }
      scores.raise(ngram, Math.max(stress, 0.6));
      scores.add(ngram, list, value * Math.sqrt((ngram.end - ngram.start) / 2));
    }
  };
  const isLong = ({ key }: Ngram) => key.length > 2 || notHere.has(key);
  match(query.wholes.filter(isLong), weights.whole);
  match(query.initials, weights.initials);
  // A sound is a repair: it counts where the characters as typed are no name or saying.
  const spelled = query.wholes.filter(({ key }) => lookup(key).length > 0);
  const isRepair = (ngram: Ngram) => !spelled.some((whole) => isBroken(whole, ngram)) && standsAlone(ngram, query);
  match(query.spokenNames.filter(isRepair), weights.syllableKey);
  return { taken, missing };
}

/** Two syllables inside a longer word are no word of their own: 发店 in 理发店 is not 发电. */
function standsAlone({ key, start, end }: Ngram, { importance, text }: Query): boolean {
  const isTyped = /[a-z]/iu.test(text.slice(start, end));
  const counts = (n: number) => (importance[n] ?? 0) >= 0.5;
  return isTyped || key.split('-').length > 2 || (!counts(start - 1) && !counts(end));
}

/** Whether reading the second would take the first, a name as it was typed, or a part of it: kouqian in hukou迁. */
const isBroken = (a: Ngram, b: Ngram) => overlap(a, b) && (isSameSpan(a, b) || !(b.start <= a.start && a.end <= b.end));

const overlap = (a: Ngram, b: Ngram) => a.start < b.end && b.start < a.end;

const isSameSpan = (a: Ngram, b: Ngram) => a.start === b.start && a.end === b.end;
