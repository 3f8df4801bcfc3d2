import type { Card, Figure } from '#search/files.ts';
import { bigrams, bridges } from '#search/ngrams.ts';
import { silenceOf } from '#search/silent-words.ts';
import { type Surprisal, bitsOf } from '#search/surprisal.ts';
import { tokensOf } from '#search/tokens.ts';
import type { Lookup } from './lookups.ts';
import type { Query } from './query.ts';
import type { Hit } from './rank.ts';

/** A question is asked (问的就是这一问) where the query holds so much of it, and it nearly as much of the query as the first hit. */
const asked = { ofQuestion: 0.45, ofFirst: 0.7 };
/** A figure is asked for (问的是数) where its label shares so many bits with the query beyond the name of its page. */
const figureBits = 8;

/** What an answer is found with. */
export interface Reader {
  query: Query;
  lookup: Lookup;
  surprisal: Surprisal;
}

/** The question of an explainer that the query asks, among the hits. */
export function askedQuestion(reader: Reader, hits: readonly Hit[]): Hit | undefined {
  const least = asked.ofFirst * (hits[0]?.score ?? 0);
  const isAsked = ({ entry, kind, score }: Hit) =>
    kind === 'question' && score >= least && share(reader, reader.lookup.words(entry)) >= asked.ofQuestion;
  return hits.find(isAsked);
}

/** The figure of a page that the query asks for. */
export function askedFigure(reader: Reader, { kind, title, figures = [] }: Card): Figure | undefined {
  const name = kind === 'place' ? tokensOf(title) : [];
  let best: Figure | undefined;
  let most = figureBits;
  for (const figure of figures) {
    const { spoken } = bitsIn(reader, figure.label, new Set(bigrams(name).map(({ key }) => key)));
    if (spoken > most) [best, most] = [figure, spoken];
  }
  return best;
}

function share(reader: Reader, text: string): number {
  const { spoken, all } = bitsIn(reader, text);
  return all === 0 ? 0 : spoken / all;
}

/** Bits of a text, and those of them that the query says too, in the same words or in words that mean the same. */
function bitsIn({ query, lookup, surprisal }: Reader, text: string, except: ReadonlySet<string> = new Set()) {
  const keys = new Set([...query.pairs, ...query.bridges, ...lookup.meaningsIn(query.tokens)].map(({ key }) => key));
  const tokens = tokensOf(text);
  const isSaid: boolean[] = Array.from({ length: text.length }, () => false);
  for (const { key, start, end } of [...bigrams(tokens), ...bridges(tokens, text), ...lookup.meaningsIn(tokens)]) {
    if (keys.has(key) && !except.has(key)) isSaid.fill(true, start, end);
  }
  const silent = silenceOf(text);
  const bits = bitsOf(text, surprisal).map((each, n) => (silent[n] ? 0 : each));
  const sum = (counts: (n: number) => boolean | undefined) =>
    bits.reduce((total, each, n) => total + (counts(n) ? each : 0), 0);
  return { spoken: sum((n) => isSaid[n]), all: sum(() => true) };
}
