import { about, fields } from './fields.ts';
import type { Phrase } from './files.ts';
import type { Sounds } from './sounds.ts';
import {
  initialsKey,
  nearKeys,
  pairTokens,
  singleTokens,
  soundPairs,
  soundWhole,
  soundsOf,
  wholeKey,
} from './tokens.ts';
import { unitsOf } from './units.ts';

/** Key → entry → weight. */
export type Keys = Map<string, Map<number, number>>;

/** The keys by which entries are found. Made at build for a large site, in the browser for a small one. */
export function keysFor(entries: readonly (readonly Phrase[])[], sounds: Sounds): Keys {
  const keys: Keys = new Map();
  entries.forEach((phrases, entry) => {
    const add = (key: string, weight: number) => {
      const list = keys.get(key) ?? new Map<number, number>();
      keys.set(key, list);
      const rounded = Math.min(26, Math.max(1, Math.round(weight)));
      if ((list.get(entry) ?? 0) < rounded) list.set(entry, rounded);
    };
    for (const { text, field, rank = 1 } of phrases) {
      const { weight, whole, sound, initials, single, near } = fields[field];
      const units = unitsOf(text);
      for (const { key } of pairTokens(units)) add(key, weight * rank);
      if (whole > 0 && units.length <= 12) add(wholeKey(units), whole * rank);
      if (single) for (const { key } of singleTokens(units)) add(key, (weight * rank) / Math.sqrt(units.length));
      if (!sound || units.length > 12) continue;
      for (const stretch of soundsOf(text, sounds)) {
        for (const { key } of soundPairs(stretch)) add(key, weight * rank);
        const wholly = stretch[0]?.start === units[0]?.start && stretch.at(-1)?.end === units.at(-1)?.end;
        if (stretch.length < 2 || !wholly) continue;
        add(soundWhole(stretch), whole * rank);
        if (initials) add(initialsKey(stretch), whole * rank);
        if (near && stretch.length <= 6)
          for (const key of nearKeys(stretch.map(({ folded }) => folded).join(''))) add(key, weight * rank);
      }
    }
  });
  dropMentions(keys, entries.length);
  return keys;
}

/** What many entries merely mention finds nothing. */
function dropMentions(keys: Keys, entries: number): void {
  for (const [key, list] of keys) {
    if (list.size <= Math.max(12, entries / 6)) continue;
    for (const [entry, weight] of list) if (weight < about) list.delete(entry);
    if (list.size === 0) keys.delete(key);
  }
}
