import { type County, type Role, counties, roles } from '#schemas/vocabulary.ts';
import type { Catalog, Place } from './catalog.ts';
import { most } from './lists.ts';

export interface Neighbours {
  label: string;
  /** The group. */
  key: Role | County;
  /** The first of them, as many as a page shows. */
  places: Place[];
  total: number;
}

/** Others of the same type or in the same county (邻居), derived from roles. Members of a cluster stand on its line of the picture. */
export function neighboursOf(catalog: Catalog, place: Place): Neighbours[] {
  const others = (places: readonly Place[]) => {
    const at = places.indexOf(place);
    const total = places.length - 1;
    // Of a long list a page shows those that come after the place, so that each page shows others.
    const from = total > most.neighbours ? at + 1 : 0;
    const shown = [
      ...places.slice(from, from + most.neighbours + 1),
      ...places.slice(0, Math.min(from, most.neighbours)),
    ];
    return { places: shown.filter((other) => other !== place).slice(0, most.neighbours), total };
  };
  const byRole = place.data.roles
    .filter(({ role }) => roles[role].family !== 'cluster')
    .map(({ role }) => ({ label: `同是${roles[role].label}`, key: role, ...others(catalog.withRole(role)) }));
  const { county } = place.data;
  const byCounty = county
    ? [{ label: `同在${counties[county].label}`, key: county, ...others(catalog.inCounty(county)) }]
    : [];
  return [...byRole, ...byCounty].filter(({ total }) => total > 0);
}
