import { type Manifest, kindOf } from '#search/files.ts';
import { resultKinds } from '#search/kinds.ts';
import type { Lookup } from './lookups.ts';
import { sayingKey } from '#search/ngrams.ts';
import type { Query } from './query.ts';
import type { Hit } from './rank.ts';

/**
 * Single characters carry meaning (泥 is of roads, 焊 of training). Where no word is known, the entry in whose sayings
 * the characters asked for gather is a fair guess (按单字猜), if it stands out; otherwise there is no answer.
 */
const enough = { gathered: 1.2, share: 0.28, ahead: 1.4 };

export function fallback(query: Query, lookup: Lookup, manifest: Manifest): Hit[] {
  // Only pages that speak for a whole subject or place are guessed.
  const mayBe = (entry: number) => resultKinds[kindOf(entry, manifest)].prior > 0.9;
  const asked = query.singles.filter(({ start }) => (query.importance[start] ?? 0) === 1);
  const gathered = new Map<number, number>();
  for (const { key } of asked) {
    const list = lookup(sayingKey(key.slice(1)));
    const all = list.reduce((sum, [, times]) => sum + times, 0);
    for (const [entry, times] of list) {
      if (!mayBe(entry)) continue;
      const sure = Math.min(1, Math.log2(1 + times) / 1.5);
      gathered.set(entry, (gathered.get(entry) ?? 0) + (times / all) * sure);
    }
  }
  const [first, second] = [...gathered].sort(([, a], [, b]) => b - a);
  if (!first) return [];
  const [entry, score] = first;
  const share = score / asked.length;
  const standsOut = score >= enough.gathered && share >= enough.share && score >= enough.ahead * (second?.[1] ?? 0);
  return standsOut ? [{ entry, kind: kindOf(entry, manifest), score, coverage: share }] : [];
}
