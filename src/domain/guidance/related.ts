import type { Catalog } from '../model/catalog.ts';
import type { Place } from '../model/types.ts';

export interface Related {
  label: string;
  /** At most `mostShown` of them: those that come after the place in its group, so that each page shows others. */
  places: Place[];
  /** All there are. */
  total: number;
}
const mostShown = 24;

/** Others of the same type or in the same county (有关的地方), derived from roles. Members of a cluster stand on its line of the picture. */
export function relatedPlaces(catalog: Catalog, place: Place): Related[] {
  const others = (group: readonly Place[]) => {
    const at = group.indexOf(place);
    const all = group.length - 1 > mostShown ? [...group.slice(at + 1), ...group.slice(0, at)] : group;
    return { places: all.filter((other) => other !== place).slice(0, mostShown), total: group.length - 1 };
  };
  const byRole = place.data.roles
    .filter(({ role }) => catalog.role(role).family !== 'cluster')
    .map(({ role }) => ({ label: `同是${catalog.role(role).label}`, ...others(catalog.withRole(role)) }));
  const { county } = place.data;
  const byCounty = county
    ? [{ label: `同在${catalog.county(county).label}`, ...others(catalog.inCounty(county)) }]
    : [];
  return [...byRole, ...byCounty].filter(({ total }) => total > 0);
}
