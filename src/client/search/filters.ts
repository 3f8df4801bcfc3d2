import type { Facets } from '#search/files.ts';
import { resultKinds } from '#search/kinds.ts';

/** What the reader narrowed the list to (筛选). Empty: everything. */
export interface Choice {
  kind: string;
  county: string;
  type: string;
  theme: string;
}
export const choiceNames = ['kind', 'county', 'type', 'theme'] as const;
type ChoiceName = (typeof choiceNames)[number];

const held: Record<ChoiceName, (facets: Facets) => readonly string[]> = {
  kind: ({ kind }) => [resultKinds[kind].label],
  county: ({ county }) => (county === undefined ? [] : [county]),
  type: ({ types }) => types,
  theme: ({ themes }) => themes,
};

export function passes(facets: Facets, choice: Choice): boolean {
  return choiceNames.every((name) => choice[name] === '' || held[name](facets).includes(choice[name]));
}

/** How many results each option of a filter would leave, the other filters as they are. */
export function countsFor(name: ChoiceName, all: readonly Facets[], choice: Choice): Map<string, number> {
  const counts = new Map<string, number>([['', 0]]);
  for (const facets of all) {
    if (!passes(facets, { ...choice, [name]: '' })) continue;
    for (const value of ['', ...held[name](facets)]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
