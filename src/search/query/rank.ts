import { Evidence, type Spoken } from './evidence.ts';
import { about, fields, mentioned } from '#search/fields.ts';
import { addAsks, nearestAsks } from './asks.ts';
import { type Manifest, kindOf } from '#search/files.ts';
import type { Lookup } from './lookups.ts';
import { type ResultKind, resultKinds } from '#search/kinds.ts';
import type { Query } from './query.ts';
import type { Ngram } from '#search/ngrams.ts';
import type { Posting } from '#search/postings.ts';
import { type Elsewhere, type Judged, judge } from './verdict.ts';

export interface Hit {
  entry: number;
  kind: ResultKind;
  score: number;
  /** What of the score is its own words', not what people ask. */
  own: number;
  /** Share of what was asked that the entry speaks of, 0 to 1. */
  coverage: number;
  /** What it says of each character: see evidence.ts. */
  strengths: Float32Array;
}

export interface Ranking extends Judged {
  hits: Hit[];
  /** Questions, the nearest first, also those too far from the query to be shown by themselves. */
  questions: Hit[];
  /** The first hit is named by the whole query (点名). */
  named: boolean;
  /** Words that the first hit is not about: whether it mentions them decides. */
  open: Ngram[];
}

/** Strength of a kind of n-gram beside a plain pair of characters. */
const factors = {
  pair: 1,
  bridge: 0.9,
  same: 0.85,
  whole: 1,
  spokenName: 0.95,
  initials: 1,
  typedSound: 0.85,
  homophone: 0.5,
  single: 0.35,
  near: 0.8,
} as const;

/** A word the site knows tells at least so many bits a character, and a name more, however common its characters are. */
const leastBits = { word: 2, name: 5 } as const;

/** What people ask of an entry counts so much beside what the entry says of the query. */
const byAsks = 1.5;

/** So many characters may be one word; from such a strength on, an entry holds one of them. */
const longestWord = 5;
export const partOfWord = 0.36;

/** So many keys are looked up among the mentions, those that tell most. */
const mostOpen = 5;

/** Nobody reads further. */
const longest = { answer: 60, nearest: 4 } as const;
/** Beside the first hit, others are shown from such a share of its score on. */
const leastShare = { answer: 0.3, nearest: 0.6 } as const;

/**
 * What the first speaks of and so many bits more: such a hit stands before it (说得更全), if it has so much of its score. The
 * name of a page is strong, and where a page knows nothing but the name, one that also knows the matter answers.
 */
const fuller = { bits: 8, ofScore: 0.6 } as const;

/** `mentions`: what entries merely mention, by key, as far as it has been read. */
export function rank(
  query: Query,
  lookup: Lookup,
  manifest: Manifest,
  mentions: ReadonlyMap<string, readonly Posting[]>,
): Ranking {
  const evidence = new Evidence(query.bits);
  const taken = gather(query, lookup, evidence, manifest);
  addAsks(query, lookup, evidence);
  for (const ngram of query.pairs) evidence.add(ngram, mentions.get(ngram.key) ?? [], 1);
  const nearest = nearestAsks(query, lookup);
  const near = ({ entry }: { entry: number }) => nearest.get(entry) ?? 0;
  const all: (Hit & Spoken)[] = [];
  const elsewhere: Elsewhere[] = [];
  for (const spoken of evidence.results()) {
    const absent = spoken.entry - manifest.entries;
    if (absent >= 0) elsewhere.push({ absent, isPlace: lookup.elsewhere.includes(absent), spoken, near: near(spoken) });
    else {
      const kind = kindOf(spoken.entry, manifest);
      const { prior } = resultKinds[kind];
      const score = (spoken.score + byAsks * near(spoken)) * prior;
      all.push({ ...spoken, kind, score, own: spoken.score * prior });
    }
  }
  const holdsWord = wholeWord(query);
  all.sort((a, b) => Number(holdsWord(b)) - Number(holdsWord(a)) || b.score - a.score || a.entry - b.entry);
  const best = fullest(all, evidence.bits);
  if (best !== undefined) all.unshift(...all.splice(all.indexOf(best), 1));
  const [first] = all;
  const isOpen = (n: number) => (evidence.bits[n] ?? 0) > 0 && (first?.strengths[n] ?? 0) < about;
  const open = query.pairs.filter(({ start, end }) => isOpen(start) || isOpen(end - 1));
  const judged = judge(query, evidence.bits, first && { ...first, near: near(first) }, elsewhere, lookup.here);
  const { verdict } = judged;
  return {
    ...judged,
    hits:
      verdict === 'nothing'
        ? []
        : all.filter(({ score }) => score >= (first?.score ?? 0) * leastShare[verdict]).slice(0, longest[verdict]),
    questions: all.filter(({ kind }) => kind === 'question'),
    named:
      verdict === 'answer' &&
      (first?.coverage ?? 0) > 0.95 &&
      taken.some(({ start, end }) => end - start >= query.text.length * 0.8),
    open: [...(open.length > 0 && isWord(query) ? query.pairs : open)]
      .sort((a, b) => evidence.bitsOf(b) - evidence.bitsOf(a))
      .slice(0, mostOpen),
  };
}

/** The hit that is to stand first instead of the first. */
function fullest<T extends Hit>([first, ...others]: readonly T[], bits: readonly number[]): T | undefined {
  const speaks = ({ strengths }: Hit, n: number) => (strengths[n] ?? 0) >= mentioned;
  const isFuller = (hit: T) => {
    if (first === undefined || hit.score < fuller.ofScore * first.score) return false;
    const asked = bits.flatMap((each, n) => (each > 0 ? n : []));
    const more = asked.filter((n) => !speaks(first, n) && speaks(hit, n));
    return (
      asked.every((n) => !speaks(first, n) || speaks(hit, n)) &&
      more.reduce((sum, n) => sum + (bits[n] ?? 0), 0) >= fuller.bits
    );
  };
  return others.find(isFuller);
}

/** One word is asked for: entries that hold all of it come before those that hold a part. */
function wholeWord(query: Query): (spoken: Spoken) => boolean {
  return isWord(query) ? ({ strengths }) => query.bits.every((_, n) => (strengths[n] ?? 0) >= partOfWord) : () => false;
}

/** One word, without a word of asking. */
export const isWord = ({ tokens, bits }: Query) =>
  tokens.length <= longestWord && tokens.every(({ joined, start }, n) => (n === 0 || joined) && (bits[start] ?? 0) > 0);

/** Everything the index knows of the query, into `evidence`; the names and sayings found whole. */
function gather(query: Query, lookup: Lookup, evidence: Evidence, { entries }: Manifest): Ngram[] {
  const taken: Ngram[] = [];
  const isAbsent = ([entry]: Posting) => entry >= entries;
  // What the site does not hold is no word where it would take one of the site's own apart: 交房 in 交房租.
  const own = query.wholes.filter(({ key }) => key.length > 2 && !lookup.postings(key).every(isAbsent));
  const match = (ngrams: readonly Ngram[], factor: number) => {
    for (const ngram of [...ngrams].sort((a, b) => b.end - b.start - (a.end - a.start))) {
      const isApart = own.some((word) => overlap(word, ngram) && !holds(word, ngram) && !holds(ngram, word));
      const postings = lookup.postings(ngram.key).filter((posting) => !(isApart && isAbsent(posting)));
      // A word of asking stays one, unless a longer saying holds it.
      if (postings.length === 0 || (evidence.bitsOf(ngram) === 0 && ngram.end - ngram.start < 3)) continue;
      taken.push(ngram);
      const isName = postings.some(([, strength]) => strength >= fields.alias.whole);
      evidence.raise(ngram, isName ? leastBits.name : leastBits.word);
      evidence.add(ngram, postings, factor);
    }
  };
  // One character names nothing here, but may be what the site does not hold: 狗.
  const isWordOrAbsent = ({ key }: Ngram) => key.length > 2 || lookup.postings(key).every(isAbsent);
  match(query.wholes.filter(isWordOrAbsent), factors.whole);
  match(query.initials, factors.initials);
  // A sound is a repair: it counts where the characters as typed are no name or saying.
  const spelled = query.wholes.filter(({ key }) => lookup.postings(key).length > 0);
  const isRepair = (ngram: Ngram) => !spelled.some((whole) => isBroken(whole, ngram)) && standsAlone(ngram, query);
  match(query.spokenNames.filter(isRepair), factors.spokenName);

  const add = (ngram: Ngram, factor: number) => {
    evidence.add(ngram, lookup.postings(ngram.key), factor);
  };
  for (const ngram of lookup.meaningsIn(query.tokens)) if (evidence.bitsOf(ngram) > 0) add(ngram, factors.same);
  const known = query.pairs.filter(({ key }) => lookup.postings(key).length > 0);
  const byLetters = taken.length === 0 && known.length === 0;
  for (const ngram of known) add(ngram, factors.pair);
  for (const ngram of query.bridges) add(ngram, factors.bridge);
  for (const ngram of query.syllables) {
    const isTyped = /[a-z]/iu.test(query.text.slice(ngram.start, ngram.end));
    if (!known.some((pair) => isSameSpan(pair, ngram))) add(ngram, isTyped ? factors.typedSound : factors.homophone);
  }
  const alone = query.tokens.length === 1;
  for (const ngram of query.singles) {
    if (alone) add(ngram, 1);
    add({ ...ngram, key: `.${ngram.key}` }, alone ? 1 : factors.single);
  }
  // A slip in pinyin, when the letters as typed name nothing.
  if (byLetters) for (const ngram of query.near) add(ngram, factors.near);
  return taken;
}

/** Two syllables inside a longer word are no word of their own: 发店 in 理发店 is not 发电. */
function standsAlone({ key, start, end }: Ngram, { bits, text }: Query): boolean {
  const isTyped = /[a-z]/iu.test(text.slice(start, end));
  const counts = (n: number) => (bits[n] ?? 0) >= 2;
  return isTyped || key.split('-').length > 2 || (!counts(start - 1) && !counts(end));
}

/** Whether reading the second would take the first, a name as it was typed, or a part of it: kouqian in hukou迁. */
const isBroken = (a: Ngram, b: Ngram) => overlap(a, b) && (isSameSpan(a, b) || !holds(b, a));

const overlap = (a: Ngram, b: Ngram) => a.start < b.end && b.start < a.end;

const holds = (a: Ngram, b: Ngram) => a.start <= b.start && b.end <= a.end;

const isSameSpan = (a: Ngram, b: Ngram) => a.start === b.start && a.end === b.end;
