import type { City, County, GuidanceDocument, Level, Role, Settings, Unit, Words } from '#schemas/city.ts';
import { byId } from './by-id.ts';

/** What differs from city to city, looked up by id; handed down as part of the catalogue. */
export interface Vocabulary {
  city: City;
  /** The guidance. */
  document: GuidanceDocument;
  words: Words;
  /** In the order they were written in. */
  roles: readonly Role[];
  counties: readonly County[];
  levels: readonly Level[];
  /** Who takes the lead in clauses (牵头单位). */
  units: readonly Unit[];
  role: (id: string) => Role;
  county: (id: string) => County;
  level: (id: string) => Level;
  unit: (id: string) => Unit;
}

export function createVocabulary(
  settings: Settings,
  { roles, counties, levels, units }: Pick<Vocabulary, 'roles' | 'counties' | 'levels' | 'units'>,
): Vocabulary {
  const { city, document, words } = settings;
  return {
    city,
    document,
    words,
    roles,
    counties,
    levels,
    units,
    role: byId(roles, '角色'),
    county: byId(counties, '县（市、区）'),
    level: byId(levels, '层级'),
    unit: byId(units, '单位'),
  };
}
