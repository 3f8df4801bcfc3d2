import type { Division } from '#schemas/divisions.ts';
import { counties, roles } from '#schemas/vocabulary.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Policy } from '../model/types.ts';

/** A town, township or subdistrict that the guidance does not name (文件没有点名的地方), with the county or zone it lies in. */
export interface UnnamedTown {
  town: Division;
  area: Division | undefined;
}

/** Six digits: a county, district or zone. */
const isArea = ({ id }: Division) => id.length === 6;

/** Towns of the city that no page is about, by the order of their codes. */
export function unnamedTowns({ divisions, places }: Pick<Catalog, 'divisions' | 'places'>): UnnamedTown[] {
  const areas = new Map(divisions.filter(isArea).map((area) => [area.id, area]));
  const countyCodes: ReadonlySet<string> = new Set(Object.values(counties).map(({ code }) => code));
  const isNamed = ({ id, name }: Division) =>
    places.some(({ data }) => {
      if (data.code === id) return true;
      const isSame = [data.title, data.officialName, ...data.aliases].includes(name);
      const code = id.slice(0, 6);
      // A zone is counted by itself in the statistics, whatever county its town belongs to.
      return isSame && (!countyCodes.has(code) || (data.county !== undefined && counties[data.county].code === code));
    });
  return divisions
    .filter((division) => !isArea(division) && !isNamed(division))
    .map((town) => ({ town, area: areas.get(town.id.slice(0, 6)) }));
}

/**
 * Explainers whose clauses hold for every county seat and small town, named or not: those of part three (三) that are not
 * about places with a role of their own.
 */
export function policiesForAll({ policies }: Pick<Catalog, 'policies'>): Policy[] {
  const special: ReadonlySet<string> = new Set(Object.values(roles).map(({ policy }) => policy));
  return policies.filter(({ id, data }) => data.clauses.some((clause) => clause.startsWith('3-')) && !special.has(id));
}
