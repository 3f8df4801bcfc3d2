import { about } from './fields.ts';
import type { Manifest, Posting } from './files.ts';
import { resultKinds } from './kinds.ts';
import type { Query } from './query.ts';
import type { Token } from './tokens.ts';

export interface Hit {
  entry: number;
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

type Lookup = (key: string) => readonly Posting[];

/** How much a kind of evidence is worth beside a plain pair of characters. */
const worth = {
  pair: 1,
  whole: 1.5,
  sound: 0.8,
  homophone: 0.45,
  soundWhole: 1.3,
  initials: 1.4,
  single: 0.6,
  near: 0.8,
} as const;
/** Nobody reads further. */
const longest = 60;
/** Of what was asked, so much must be spoken of; less where the evidence is strong. */
const enough = { coverage: 0.5, besideElsewhere: 0.6, strongCoverage: 0.15, strongScore: 1.6 };

export function rank(query: Query, lookup: Lookup, { entries, facets, facetOf, absent }: Manifest): Ranking {
  const importance = [...query.importance];
  const evidence = new Map<number, { score: number; covered: number[] }>();
  const rarity = (list: readonly Posting[]) => Math.log(1 + entries / list.length) / Math.log(1 + entries);
  const stress = ({ start, end }: Token) => Math.max(0, ...importance.slice(start, end));

  const apply = (token: Token, list: readonly Posting[], factor: number) => {
    const value = factor * rarity(list) * stress(token);
    if (value === 0) return;
    for (const [entry, weight] of list) {
      const found = evidence.get(entry) ?? { score: 0, covered: importance.map(() => 0) };
      evidence.set(entry, found);
      found.score += (value * weight) / 10;
      const share = weight >= about ? 1 : 0.5;
      for (let n = token.start; n < token.end; n++) found.covered[n] = Math.max(found.covered[n] ?? 0, share);
    }
  };

  // Names and sayings found whole, the longest first; what they hold is not a question word any more.
  const taken: Token[] = [];
  const overlaps = (token: Token) => taken.some((other) => token.start < other.end && other.start < token.end);
  const notHere = new Map(absent.flatMap(([sayings, note]) => sayings.map((key) => [key, note] as [string, string])));
  let missing: string | undefined;
  /** What was asked of things that are not here. */
  let elsewhere = 0;
  const claim = (tokens: readonly Token[], factor: number) => {
    for (const token of tokens.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
      const note = notHere.get(token.key);
      const list = lookup(token.key);
      if ((list.length === 0 && note === undefined) || overlaps(token)) continue;
      const weight = stress(token);
      if (weight === 0 && token.end - token.start < 3) continue;
      taken.push(token);
      if (note !== undefined && list.length === 0) {
        missing = note;
        importance.fill(0, token.start, token.end);
        elsewhere += 1.5 * (token.end - token.start);
        continue;
      }
      for (let n = token.start; n < token.end; n++) importance[n] = Math.max(importance[n] ?? 0, weight, 0.6);
      apply(token, list, factor * Math.sqrt((token.end - token.start) / 2));
    }
  };
  claim(
    query.wholes.filter(({ key }) => key.length > 2 || notHere.has(key)),
    worth.whole,
  );
  claim(query.initials, worth.initials);
  claim(
    query.soundWholes.filter((token) => lookupNone(query, token, lookup)),
    worth.soundWhole,
  );

  const before = evidence.size;
  for (const token of query.pairs) {
    const list = lookup(token.key);
    if (list.length === 0) continue;
    apply(token, list, worth.pair);
  }
  for (const token of query.sounds) {
    const literal = query.pairs.some(
      (pair) => pair.start === token.start && pair.end === token.end && lookup(pair.key).length > 0,
    );
    const typed = /[a-z]/iu.test(query.text.slice(token.start, token.end));
    if (!literal) applyIfAny(token, typed ? worth.sound : worth.homophone);
  }
  const short = query.units.length <= 6;
  if (short) for (const token of query.singles) applyIfAny(token, query.units.length === 1 ? 1 : worth.single);
  function applyIfAny(token: Token, factor: number) {
    const list = lookup(token.key);
    if (list.length > 0) apply(token, list, factor);
  }

  // A slip in pinyin, when the letters as typed name nothing.
  if (before === 0 && taken.length === 0) for (const token of query.near) applyIfAny(token, worth.near);

  const asked = importance.reduce((sum, value) => sum + value, elsewhere);
  const all = [...evidence].map(([entry, { score, covered }]): Hit => {
    const kind = facets[facetOf[entry] ?? 0]?.kind ?? 'page';
    const coverage = asked === 0 ? 0 : covered.reduce((sum, share, n) => sum + share * (importance[n] ?? 0), 0) / asked;
    return { entry, score: score * (0.4 + 0.6 * coverage) * resultKinds[kind].prior, coverage };
  });
  all.sort((a, b) => b.score - a.score || a.entry - b.entry);
  const best = all[0]?.score ?? 0;
  const answers = ({ score, coverage }: Hit) =>
    coverage >= (elsewhere > 0 ? enough.besideElsewhere : enough.coverage) ||
    (coverage >= enough.strongCoverage && score >= enough.strongScore);
  const hits = all.filter((hit) => hit.score >= best * (answers(hit) ? 0.12 : 0.4)).slice(0, longest);
  const first = all[0];
  const found = first !== undefined && answers(first);
  return {
    hits: found ? hits : [],
    near: found ? [] : all.slice(0, 4),
    named:
      found &&
      first.coverage > 0.95 &&
      taken.length > 0 &&
      taken.some((t) => t.end - t.start >= query.text.length * 0.8),
    ...(missing !== undefined && { absent: missing }),
  };
}

/** A sound is a repair: it counts where the characters as typed are no name or saying. */
function lookupNone(query: Query, token: Token, lookup: Lookup): boolean {
  return !query.wholes.some(
    ({ key, start, end }) => start === token.start && end === token.end && lookup(key).length > 0,
  );
}
