import { about } from '#search/fields.ts';
import type { Card, Figure, Passage } from '#search/files.ts';
import type { ResultKind } from '#search/kinds.ts';
import { type Ngram, bigrams, bridges } from '#search/ngrams.ts';
import { silenceOf } from '#search/silent-words.ts';
import { type Surprisal, bitsOf } from '#search/surprisal.ts';
import { type Token, tokensOf } from '#search/tokens.ts';
import type { Lookup } from './lookups.ts';
import type { Query } from './query.ts';
import { type Hit, type Ranking, isWord } from './rank.ts';

/** A question is asked (问的就是这一问) where the query holds so much of it, and it nearly as much of the query as the first hit. */
const asked = { ofQuestion: 0.25, ofFirst: 0.45 };
/** One word alone (落户, 厕所) asks for its page, but where the question says little else. */
const ofQuestionByWord = 0.75;
/**
 * A question of the first page comes close (最近的一问) with so much of its score, and so many times that of any other; another
 * part with so much of its score, if it speaks of so much of what the first speaks of.
 */
const close = { ofFirst: 0.2, ofOthers: 1.25, part: 0.4, asFully: 0.9 } as const;
/** What tells nearly as much as the most telling character decides too. */
const deciding = 0.9;
/** A figure is asked for (问的是数) where its label shares so many bits with the query beyond the name of its page. */
const figureBits = 8;
/** … and so much of the label. */
const figureShare = 0.5;
/** A number and its unit, no sentence that begins with a year. */
const isNumber = (value: string): boolean => /^(?!\d{4}年)\D{0,3}[\d.]+[^，；、。：]{0,12}$/u.test(value);

/** A passage is worth quoting (说到了) where it speaks of so much of what was asked. */
const ofQuery = 0.25;

/** What an answer is found with. */
export interface Reader {
  query: Query;
  lookup: Lookup;
  surprisal: Surprisal;
}

/** The question of an explainer that the query asks, among the hits. */
export function askedQuestion({ query, lookup }: Reader, hits: readonly Hit[]): Hit | undefined {
  const [first] = hits;
  const least = isWord(query) ? ofQuestionByWord : asked.ofQuestion;
  if (first === undefined) return undefined;
  const decides = decidingCharacters(query, first);
  const saidBy = ({ strengths }: Hit) =>
    query.bits.reduce((sum, bits, n) => sum + ((strengths[n] ?? 0) >= about ? bits : 0), 0);
  const isAsked = (hit: Hit) =>
    hit.kind === 'question' &&
    hit.own >= asked.ofFirst * first.own &&
    decides.every((n) => (hit.strengths[n] ?? 0) >= about) &&
    saidBy(hit) >= least * lookup.questionBits(hit.entry);
  return hits.find(isAsked);
}

/** Parts that can be read with a page: what a term means, what a clause says, what the checker knows. */
const parts: ReadonlySet<ResultKind> = new Set(['term', 'clause', 'entitlement', 'edge-case']);

/**
 * What to read with the first page where it is an explainer, which says much: the one of its questions that comes closest, or
 * else a part that speaks of the query as fully.
 */
export function closestPart(
  { hits, questions }: Pick<Ranking, 'hits' | 'questions'>,
  parent: Lookup['parent'],
): Hit | undefined {
  const [first] = hits;
  if (first?.kind !== 'policy') return undefined;
  const [best, next] = questions.filter(({ entry }) => parent(entry) === first.entry);
  const isClose = best !== undefined && best.own >= close.ofFirst * first.own;
  if (isClose && best.own >= close.ofOthers * (next?.own ?? 0)) return best;
  return hits.find(
    ({ kind, own, coverage }) =>
      parts.has(kind) && own >= close.part * first.own && coverage >= close.asFully * first.coverage,
  );
}

/** What tells most of the query (决定性的字), among the characters that the first hit is about. */
function decidingCharacters({ bits }: Query, { strengths }: Hit): number[] {
  const spoken = bits.map((each, n) => ((strengths[n] ?? 0) >= about ? each : 0));
  const most = Math.max(...spoken);
  return spoken.flatMap((each, n) => (each > 0 && each >= deciding * most ? n : []));
}

/** Whether a number may be asked for at all. */
export const asksNumber = ({ simple }: Query): boolean =>
  /[多几]|[数量率值额比占%]|面积|人口|人次|收入|规模|公里|海拔|距离/u.test(simple);

/** A figure with how much of the query its label says, in bits, and the more the less it says besides. */
export interface AskedFigure {
  figure: Figure;
  bits: number;
}

/** The figure of a page that the query asks for. */
export function askedFigure(
  reader: Reader,
  { kind, title }: Pick<Card, 'kind' | 'title'>,
  figures: readonly Figure[],
): AskedFigure | undefined {
  const name = kind === 'place' ? tokensOf(title) : [];
  const except = new Set(bigrams(name).map(({ key }) => key));
  return figures
    .filter(({ value }) => isNumber(value))
    .map((figure) => ({ figure, said: bitsIn(reader, figure.label, except) }))
    .filter(({ said: { spoken, all } }) => spoken > figureBits && spoken >= figureShare * all)
    .map(({ figure, said: { spoken, all } }) => ({ figure, bits: (spoken * spoken) / all }))
    .sort((a, b) => b.bits - a.bits)[0];
}

/** The passage of a page that speaks of most of the query. */
export function closestPassage(reader: Reader, passages: readonly Passage[]): Passage | undefined {
  const { query, lookup } = reader;
  const asked = query.bits.reduce((sum, bits) => sum + bits, 0);
  const own = ngramsIn(lookup, query.tokens, query.simple);
  const spoken = ([text]: Passage) => saidBits(query.bits, own, keysOf(ngramsIn(lookup, tokensOf(text), text)));
  const [best] = passages
    .map((passage) => ({ passage, bits: spoken(passage) }))
    .filter(({ bits }) => bits > 0 && bits >= ofQuery * asked)
    .sort((a, b) => b.bits - a.bits || a.passage[0].length - b.passage[0].length);
  return best?.passage;
}

/** Bits of a text, and those of them that the query says too, in the same words or in words that mean the same. */
function bitsIn({ query, lookup, surprisal }: Reader, text: string, except: ReadonlySet<string> = new Set()) {
  const own = ngramsIn(lookup, tokensOf(text), text).filter(({ key }) => !except.has(key));
  const keys = keysOf(ngramsIn(lookup, query.tokens, query.simple));
  const silent = silenceOf(text);
  const bits = bitsOf(text, surprisal).map((each, n) => (silent[n] ? 0 : each));
  return { spoken: saidBits(bits, own, keys), all: bits.reduce((sum, each) => sum + each, 0) };
}

/** What a text is compared by: its pairs of characters, also over words of asking, and words that mean the same as others. */
const ngramsIn = (lookup: Lookup, tokens: readonly Token[], text: string): Ngram[] => [
  ...bigrams(tokens),
  ...bridges(tokens, text),
  ...lookup.meaningsIn(tokens),
];

const keysOf = (ngrams: readonly Ngram[]): Set<string> => new Set(ngrams.map(({ key }) => key));

/** Bits of those characters of a text that lie in an n-gram which the other text has too. */
function saidBits(bits: readonly number[], own: readonly Ngram[], others: ReadonlySet<string>): number {
  const isSaid: boolean[] = bits.map(() => false);
  for (const { key, start, end } of own) if (others.has(key)) isSaid.fill(true, start, end);
  return bits.reduce((sum, each, n) => (isSaid[n] ? sum + each : sum), 0);
}
