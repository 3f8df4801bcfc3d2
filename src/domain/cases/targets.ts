import type { Target } from '#schemas/entries.ts';
import type { Catalog } from '#domain/model/catalog.ts';

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
  asOf: string;
  source: string;
  note?: string;
}

/** Residents (普查常住人口) of the places a target is about, from the facts of their pages. */
export function census(catalog: Catalog, target: Target): CensusRow[] {
  return target.census.flatMap(({ place: id, fact, name }): CensusRow[] => {
    const { value, source, note, asOf = '' } = catalog.fact(`${id}/${fact}`);
    if (typeof value !== 'number' || source === undefined) return [];
    return [{ place: name ?? catalog.place(id).data.title, id, people: value, asOf, source, ...(note && { note }) }];
  });
}
