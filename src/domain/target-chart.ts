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

/**
 * Residents of the five counties (cities) at the census of 2020 (普查常住人口), from the facts of the place pages.
 * 岔路河 is counted apart as 中新食品区, and so stands beside the five.
 */
export function census(catalog: Catalog): CensusRow[] {
  return catalog.places.flatMap(({ id, data }) => {
    const fact = data.facts.find(
      ({ asOf, unit, label, value }) =>
        asOf === censusMonth && unit === '人' && label.includes('常住人口') && typeof value === 'number',
    );
    if (typeof fact?.value !== 'number' || fact.source === undefined) return [];
    return [{ place: data.title, id, people: fact.value, source: fact.source, ...(fact.note && { note: fact.note }) }];
  });
}
