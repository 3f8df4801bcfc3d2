import { type Role, counties, levels, roles } from '#schemas/vocabulary.ts';
import type { Catalog, Place } from './catalog.ts';

/** Roles as columns of the matrix (关系表), in the order of the closed list. A cluster without a list of members has no column. */
export function matrixColumns(catalog: Catalog): { role: Role; label: string; places: number }[] {
  return (Object.keys(roles) as Role[])
    .map((role) => ({ role, label: roles[role].label, places: catalog.withRole(role).length }))
    .filter(({ places }) => places > 0);
}

/** One place as a sentence: what a row of the matrix says, in words. */
export function inWords({ data }: Pick<Place, 'data'>): string {
  const where = data.county ? `在${counties[data.county].label}` : '不是行政区划';
  return `${data.title}：${levels[data.level].label}，${where}；${data.roles.map(({ role }) => roles[role].label).join('、')}。`;
}
