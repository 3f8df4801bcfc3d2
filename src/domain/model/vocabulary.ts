import type { City, County, GuidanceDocument, Level, Role, Settings, Words } from '#schemas/city.ts';
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
  role: (id: string) => Role;
  county: (id: string) => County;
  level: (id: string) => Level;
}

export function createVocabulary(
  settings: Settings,
  { roles, counties, levels }: Pick<Vocabulary, 'roles' | 'counties' | 'levels'>,
): Vocabulary {
  const { city, document, words } = settings;
  return {
    city,
    document,
    words,
    roles,
    counties,
    levels,
    role: byId(roles, '角色'),
    county: byId(counties, '县（市、区）'),
    level: byId(levels, '层级'),
  };
}
