import type { Pinyin } from '#search/pinyin.ts';
import {
  type Ngram,
  bigrams,
  bridges,
  initialsKey,
  longestSaying,
  nearKeys,
  syllableKey,
  syllablePairs,
  syllablesOf,
  unigrams,
  wholeKey,
} from '#search/ngrams.ts';
import { silenceOf } from '#search/silent-words.ts';
import { type Surprisal, bitsOf } from '#search/surprisal.ts';
import { type Simplify, type Token, tokensOf } from '#search/tokens.ts';

/** Longer input is cut: nobody asks more, and a pasted page must not stall the phone. */
const longest = 120;
/** 三(八), 三（八）: brackets part a label as they part words, and it is one name. */
const clauseLabel = /([一二三四])[(（]([一二三四五六七八九])[)）]/gu;

/** A query understood (问题): everything it may stand for, as keys of the index. */
export interface Query {
  text: string;
  /** The same in simplified, lower-case characters of the same length. */
  simple: string;
  /** What each character of the text tells, in bits; 0 for words of asking. */
  bits: readonly number[];
  tokens: Token[];
  pairs: Ngram[];
  bridges: Ngram[];
  wholes: Ngram[];
  singles: Ngram[];
  syllables: Ngram[];
  spokenNames: Ngram[];
  initials: Ngram[];
  /** Letters that may be a slip of the finger away from a name. */
  near: Ngram[];
}

export interface Reading {
  pinyin: Pinyin;
  simplify: Simplify;
  surprisal: Surprisal;
}

/** What a query looks up first: the characters as they were typed, and what letters may stand for. */
export const typedNgrams = (query: Query): Ngram[] => [
  ...query.wholes,
  ...query.pairs,
  ...query.bridges,
  ...query.singles,
  ...query.initials,
  ...spoken(query).filter(({ start, end }) => /[a-z]/iu.test(query.text.slice(start, end))),
];

/** What else characters may have been meant for, by their sound, where something is left open. */
export const spokenNgrams = (query: Query, open: readonly Ngram[]): Ngram[] =>
  spoken(query).filter(({ start, end }) => open.some((each) => each.start < end && start < each.end));

const spoken = ({ syllables, spokenNames }: Query): Ngram[] => [...syllables, ...spokenNames];

export function understand(typed: string, { pinyin, simplify, surprisal }: Reading): Query {
  const text = Array.from(typed.normalize('NFC').trim().replaceAll(clauseLabel, '$1$2')).slice(0, longest).join('');
  const simple = Array.from(text, (c) => {
    const folded = simplify(c.normalize('NFKC').toLowerCase());
    return folded.length === c.length ? folded : c;
  }).join('');
  const tokens = tokensOf(text, simplify);
  const stretches = syllablesOf(text, pinyin, simplify);
  const silent = silenceOf(simple);
  return {
    text,
    simple,
    bits: bitsOf(text, surprisal, simplify).map((bits, n) => (silent[n] ? 0 : bits)),
    tokens,
    pairs: bigrams(tokens),
    bridges: bridges(tokens, simple),
    wholes: runs(tokens, (run) => run.every((token, n) => n === 0 || token.joined || token.kind === 'latin')).map(
      (run) => ({
        key: wholeKey(run),
        ...span(run),
      }),
    ),
    singles: unigrams(tokens),
    syllables: unique(stretches.flatMap(syllablePairs)),
    spokenNames: unique(
      stretches.flatMap((stretch) =>
        runs(stretch, (run) => run.length > 1).map((run) => ({ key: syllableKey(run), ...span(run) })),
      ),
    ),
    initials: initialsIn(tokens),
    near: nearIn(tokens),
  };
}

/** Every run of neighbours that might be a saying. */
function runs<T>(items: readonly T[], holds: (run: T[]) => boolean): T[][] {
  return items
    .flatMap((_, from) =>
      Array.from({ length: Math.min(longestSaying, items.length - from) }, (__, n) => items.slice(from, from + n + 1)),
    )
    .filter(holds);
}

function span(run: readonly { start: number; end: number }[]) {
  return { start: run[0]?.start ?? 0, end: run[run.length - 1]?.end ?? 0 };
}

/** Letters that may be first letters: clh; with spaces, c l h. */
function initialsIn(tokens: readonly Token[]): Ngram[] {
  const latin = tokens.filter(({ kind, text }) => kind === 'latin' && text.length <= 12);
  const key = (letters: string) => initialsKey(Array.from(letters, (folded) => ({ folded })));
  const single = latin
    .filter(({ text }) => text.length > 1)
    .map((token) => ({ key: key(token.text), ...span([token]) }));
  const together = latin.map(({ text }) => text).join('');
  const all = latin.length > 1 && latin.length === tokens.length && together.length <= 12;
  return all ? [...single, { key: key(together), ...span(latin) }] : single;
}

function nearIn(tokens: readonly Token[]): Ngram[] {
  const letters = tokens.map(({ text }) => text).join('');
  const latin = tokens.every(({ kind }) => kind === 'latin');
  if (!latin || letters.length < 4 || letters.length > 24) return [];
  return nearKeys(letters).map((key) => ({ key, ...span(tokens) }));
}

function unique(ngrams: readonly Ngram[]): Ngram[] {
  return [...new Map(ngrams.map((ngram) => [`${ngram.key} ${ngram.start}`, ngram])).values()];
}
