import type { Division } from '#schemas/divisions.ts';
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
export function unnamedTowns({
  divisions,
  places,
  counties,
}: Pick<Catalog, 'divisions' | 'places' | 'counties'>): UnnamedTown[] {
  const areas = new Map(divisions.filter(isArea).map((area) => [area.id, area]));
  const codeOf = new Map(counties.map(({ id, code }) => [id, code]));
  const countyCodes = new Set(codeOf.values());
  const isNamed = ({ id, name }: Division) =>
    places.some(({ data }) => {
      if (data.code === id) return true;
      const isSame = [data.title, data.officialName, ...data.aliases].includes(name);
      const code = id.slice(0, 6);
      // A zone is counted by itself in the statistics, whatever county its town belongs to.
      return isSame && (!countyCodes.has(code) || (data.county !== undefined && codeOf.get(data.county) === code));
    });
  return divisions
    .filter((division) => !isArea(division) && !isNamed(division))
    .map((town) => ({ town, area: areas.get(town.id.slice(0, 6)) }));
}

/**
 * Explainers whose clauses hold for every county seat and small town, named or not: those of one part of the guidance
 * (`forAll`) that are not about places with a role of their own.
 */
export function policiesForAll({
  policies,
  roles,
  document: { forAll },
}: Pick<Catalog, 'policies' | 'roles' | 'document'>): Policy[] {
  const special: ReadonlySet<string> = new Set(roles.flatMap(({ policy }) => policy ?? []));
  const isForAll = (clause: string) => forAll !== undefined && clause.startsWith(`${forAll}-`);
  return policies.filter(({ id, data }) => data.clauses.some(isForAll) && !special.has(id));
}
