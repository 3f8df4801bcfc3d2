import type { Target } from '#schemas/entries.ts';
import type { Catalog } from './catalog.ts';

/** How an outcome is drawn and said. Unknown is hatched, never a bar of no length: not found is not zero. */
export const outcomes = {
  known: { label: '查到了同口径的数字' },
  partial: { label: '查到的数字口径不同，不能直接比' },
  unknown: { label: '未查到公开结果' },
} as const satisfies Record<Target['outcomeStatus'], { label: string }>;

export interface CensusRow {
  place: string;
  id: string;
  people: number;
  source: string;
  note?: string;
}

const censusMonth = '2020-11';

/** Counted apart from 永吉 in the census, so it stands beside the five; the only one that bears another name there. */
const apart = '中新食品区';

/**
 * Residents of the five counties (cities) at the census of 2020 (普查常住人口), from the facts of the place pages.
 * Towns also quote the figure of their county; those are not counted again.
 */
export function census(catalog: Catalog): CensusRow[] {
  const poles = new Set(catalog.withRole('pole').map(({ id }) => id));
  return catalog.places.flatMap(({ id, data }) =>
    data.facts.flatMap(({ asOf, unit, label, value, source, note }): CensusRow[] => {
      const own = label.startsWith(`${apart}常住人口`) || (poles.has(id) && label.includes('常住人口'));
      if (!own || asOf !== censusMonth || unit !== '人' || typeof value !== 'number' || !source) return [];
      return [{ place: poles.has(id) ? data.title : apart, id, people: value, source, ...(note && { note }) }];
    }),
  );
}
