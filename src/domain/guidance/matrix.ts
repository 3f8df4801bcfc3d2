import type { Place } from '#domain/model/types.ts';
import { type Role, counties, levels, roles } from '#schemas/vocabulary.ts';
import type { Catalog } from '#domain/model/catalog.ts';

/** Roles as columns of the matrix (关系表), in the order of the closed list; those for which the guidance lists nobody stand apart. */
export function matrixColumns(catalog: Catalog): {
  columns: { role: Role; label: string; places: number }[];
  unlisted: string[];
} {
  const all = (Object.keys(roles) as Role[]).map((role) => ({
    role,
    label: roles[role].label,
    places: catalog.withRole(role).length,
  }));
  return {
    columns: all.filter(({ places }) => places > 0),
    unlisted: all.filter(({ places }) => places === 0).map(({ label }) => label),
  };
}

/** One place as a sentence: what a row of the matrix says, in words. */
export function inWords({ data }: Pick<Place, 'data'>): string {
  const where = data.county ? `，在${counties[data.county].label}` : data.level === 'zone' ? '，不是行政区划' : '';
  return `${data.title}：${levels[data.level].label}${where}；${data.roles.map(({ role }) => roles[role].label).join('、')}。`;
}
