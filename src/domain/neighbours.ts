import { type Role, roles } from '#schemas/vocabulary.ts';
import type { Catalog, Place } from './catalog.ts';

export interface Neighbours {
  label: string;
  /** Page about the group. */
  role?: Role;
  places: Place[];
}

/** Others in the same cluster, of the same type or in the same county (邻居), derived from roles. */
export function neighboursOf(catalog: Catalog, place: Place): Neighbours[] {
  const others = (places: readonly Place[]) => places.filter((other) => other.id !== place.id);
  const byRole = place.data.roles.map(({ role }) => ({
    label: `同是${roles[role].label}`,
    role,
    places: others(catalog.withRole(role)),
  }));
  const { county } = place.data;
  const byCounty = county
    ? [
        {
          label: '同在一个县（市、区）',
          places: others(catalog.places.filter((other) => other.data.county === county)),
        },
      ]
    : [];
  return [...byRole, ...byCounty].filter(({ places }) => places.length > 0);
}
