import type { Posting } from '#search/postings.ts';
import { Evidence } from './evidence.ts';
import type { Lookup } from './lookups.ts';
import type { Query } from './query.ts';

/** What people ask of an entry tells of it nearly as much as words that lead there; a word of one ask alone two thirds of that. */
const asked = 0.8;
const few = 0.5;

/** Everything of a query that asks are found by. */
const ngramsOf = (query: Query, lookup: Lookup) => [
  ...query.pairs,
  ...query.bridges,
  ...lookup.meaningsIn(query.tokens),
];

/** What is asked of entries (问法) speaks for them as their own words do: the more of their asks hold a word, the more. */
export function addAsks(query: Query, lookup: Lookup, evidence: Evidence): void {
  for (const ngram of ngramsOf(query, lookup)) {
    if (evidence.bitsOf(ngram) === 0) continue;
    const times = new Map<number, number>();
    for (const ask of lookup.asks(ngram.key)) {
      const { entry } = lookup.ask(ask);
      times.set(entry, (times.get(entry) ?? 0) + 1);
    }
    const postings = Array.from(times, ([entry, count]): Posting => [entry, (asked * count) / (count + few)]);
    evidence.add(ngram, postings, 1);
  }
}

/**
 * How near the nearest ask of each entry comes to the query: what both say, in bits, and the less the more either says
 * besides.
 */
export function nearestAsks(query: Query, lookup: Lookup): Map<number, number> {
  const evidence = new Evidence(query.bits);
  for (const ngram of ngramsOf(query, lookup)) {
    evidence.add(
      ngram,
      lookup.asks(ngram.key).map((ask) => [ask, 1]),
      1,
    );
  }
  const all = query.bits.reduce((sum, each) => sum + each, 0);
  const nearest = new Map<number, number>();
  for (const { entry: ask, spoken } of evidence.results()) {
    const { entry, bits: own } = lookup.ask(ask);
    const near = Math.min(spoken, own) ** 2 / Math.max(all, own);
    nearest.set(entry, Math.max(near, nearest.get(entry) ?? 0));
  }
  return nearest;
}
