import type { Place } from '#domain/model/types.ts';
import { counties, roles } from '#schemas/vocabulary.ts';
import type { Catalog } from '../model/catalog.ts';

export interface Related {
  label: string;
  places: Place[];
}

/** Others of the same type or in the same county (有关的地方), derived from roles. Members of a cluster stand on its line of the picture. */
export function relatedPlaces(catalog: Catalog, place: Place): Related[] {
  const others = (places: readonly Place[]) => places.filter((other) => other !== place);
  const byRole = place.data.roles
    .filter(({ role }) => roles[role].family !== 'cluster')
    .map(({ role }) => ({ label: `同是${roles[role].label}`, places: others(catalog.withRole(role)) }));
  const { county } = place.data;
  const byCounty = county ? [{ label: `同在${counties[county].label}`, places: others(catalog.inCounty(county)) }] : [];
  return [...byRole, ...byCounty].filter(({ places }) => places.length > 0);
}
