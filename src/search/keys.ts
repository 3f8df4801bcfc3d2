import { about, fields } from './fields.ts';
import type { Phrase } from './files.ts';
import type { Pinyin } from './pinyin.ts';
import {
  initialsKey,
  nearKeys,
  bigrams,
  sayingKey,
  unigrams,
  syllablePairs,
  syllableKey,
  syllablesOf,
  wholeKey,
} from './ngrams.ts';
import { tokensOf } from './tokens.ts';

/** Key → entry → weight. */
export type Keys = Map<string, Map<number, number>>;

/** The keys by which entries are found. Made at build for a large site, in the browser for a small one. */
export function keysFor(entries: readonly (readonly Phrase[])[], pinyin: Pinyin): Keys {
  const keys: Keys = new Map();
  entries.forEach((phrases, entry) => {
    const own = new Map<string, { weight: number; times: number }>();
    const add = (key: string, weight: number) => {
      const known = own.get(key);
      if (!known) own.set(key, { weight, times: 1 });
      else {
        known.weight = Math.max(known.weight, weight);
        known.times++;
      }
    };
    const sayings = new Map<string, number>();
    for (const { text, field, rank = 1 } of phrases) {
      const { weight, whole, sound, initials, single, near } = fields[field];
      const tokens = tokensOf(text);
      for (const { key } of bigrams(tokens)) add(key, weight * rank);
      if (weight >= about) {
        for (const { text: character, kind } of new Set(tokens))
          if (kind === 'han') count(sayings, sayingKey(character));
      }
      if (whole > 0 && tokens.length <= 12) add(wholeKey(tokens), whole * rank);
      if (single) for (const { key } of unigrams(tokens)) add(key, (weight * rank) / Math.sqrt(tokens.length));
      if (!sound || tokens.length > 12) continue;
      for (const stretch of syllablesOf(text, pinyin)) {
        for (const { key } of syllablePairs(stretch)) add(key, weight * rank);
        const wholly =
          stretch[0]?.start === tokens[0]?.start && stretch[stretch.length - 1]?.end === tokens[tokens.length - 1]?.end;
        if (stretch.length < 2 || !wholly) continue;
        add(syllableKey(stretch), whole * rank);
        if (stretch.length >= initials) add(initialsKey(stretch), whole * rank);
        if (near && stretch.length <= 6)
          for (const key of nearKeys(stretch.map(({ folded }) => folded).join(''))) add(key, weight * rank);
      }
    }
    for (const [key, times] of sayings) put(keys, key, entry, times);
    for (const [key, { weight, times }] of own) {
      // What an entry says again and again is a little more its own.
      put(keys, key, entry, weight * (1 + 0.05 * Math.min(4, times - 1)));
    }
  });
  dropMentions(keys, entries.length);
  return keys;
}

function put(keys: Keys, key: string, entry: number, weight: number): void {
  let list = keys.get(key);
  if (!list) keys.set(key, (list = new Map<number, number>()));
  list.set(entry, Math.min(26, Math.max(1, Math.round(weight))));
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What many entries merely mention finds nothing. */
function dropMentions(keys: Keys, entries: number): void {
  for (const [key, list] of keys) {
    if (list.size <= Math.max(12, entries / 6) || key.startsWith('.')) continue;
    for (const [entry, weight] of list) if (weight < about) list.delete(entry);
    if (list.size === 0) keys.delete(key);
  }
}
