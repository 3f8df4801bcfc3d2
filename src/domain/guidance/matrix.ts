import type { Place } from '#domain/model/types.ts';
import type { Vocabulary } from '#domain/model/vocabulary.ts';
import type { Catalog } from '#domain/model/catalog.ts';

/** Roles as columns of the matrix (关系表), in the order of the closed list; those for which the guidance lists nobody stand apart. */
export function matrixColumns(catalog: Catalog): {
  columns: { role: string; label: string; places: number }[];
  unlisted: string[];
} {
  const all = catalog.roles.map(({ id, label }) => ({ role: id, label, places: catalog.withRole(id).length }));
  return {
    columns: all.filter(({ places }) => places > 0),
    unlisted: all.filter(({ places }) => places === 0).map(({ label }) => label),
  };
}

/** One place as a sentence: what a row of the matrix says, in words. */
export function inWords(of: Vocabulary, { data }: Pick<Place, 'data'>): string {
  const level = of.level(data.level);
  const where = data.county ? `，在${of.county(data.county).label}` : level.is === 'zone' ? '，不是行政区划' : '';
  return `${data.title}：${level.label}${where}；${data.roles.map(({ role }) => of.role(role).label).join('、')}。`;
}
