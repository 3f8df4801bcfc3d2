import { type Role, counties, roles } from '#schemas/vocabulary.ts';
import type { Catalog, Place } from './catalog.ts';

export interface Neighbours {
  label: string;
  /** Page about the group. */
  role?: Role;
  places: Place[];
}

/** Others of the same type or in the same county (邻居), derived from roles. Members of a cluster stand on its line of the picture. */
export function neighboursOf(catalog: Catalog, place: Place): Neighbours[] {
  const others = (places: readonly Place[]) => places.filter((other) => other.id !== place.id);
  const byRole = place.data.roles
    .filter(({ role }) => roles[role].family !== 'cluster')
    .map(({ role }) => ({
      label: `同是${roles[role].label}`,
      role,
      places: others(catalog.withRole(role)),
    }));
  const { county } = place.data;
  const inCounty = catalog.places.filter((other) => other.data.county === county);
  const byCounty = county ? [{ label: `同在${counties[county].label}`, places: others(inCounty) }] : [];
  return [...byRole, ...byCounty].filter(({ places }) => places.length > 0);
}
