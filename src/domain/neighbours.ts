import { type County, type Role, counties, roles } from '#schemas/vocabulary.ts';
import type { Catalog, Place } from './catalog.ts';
import { most } from './lists.ts';

export interface Neighbours {
  label: string;
  /** Page about the group. */
  role?: Role;
  county?: County;
  places: Place[];
}

/** Others of the same type or in the same county (邻居), derived from roles. Members of a cluster stand on its line of the picture. */
export function neighboursOf(catalog: Catalog, place: Place): Neighbours[] {
  const others = (places: readonly Place[]) => {
    const at = places.findIndex(({ id }) => id === place.id);
    const after = places.slice(at + 1);
    const before = places.slice(0, at);
    // A page shows the first of a long list: each place then begins with those that come after it.
    return places.length > most.neighbours + 1 ? [...after, ...before] : [...before, ...after];
  };
  const byRole = place.data.roles
    .filter(({ role }) => roles[role].family !== 'cluster')
    .map(({ role }) => ({
      label: `同是${roles[role].label}`,
      role,
      places: others(catalog.withRole(role)),
    }));
  const { county } = place.data;
  const byCounty = county
    ? [{ label: `同在${counties[county].label}`, county, places: others(catalog.inCounty(county)) }]
    : [];
  return [...byRole, ...byCounty].filter(({ places }) => places.length > 0);
}
