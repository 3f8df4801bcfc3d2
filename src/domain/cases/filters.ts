import type { Case } from '#domain/model/types.ts';
import { type Catalog, gather } from '#domain/model/catalog.ts';

export interface CaseFilter {
  /** Steps of the address below /cases/: ['theme', 'land']. */
  path: string[];
  label: string;
  cases: Case[];
}
export interface CaseFilterGroup {
  id: string;
  label: string;
  filters: CaseFilter[];
}

/** First steps of their addresses below /cases/, which no case may have. */
export const caseFilterSteps: readonly string[] = ['theme', 'county', 'type', 'year', 'with-figures'];

/**
 * Ways to narrow the list of cases (筛选). Each is a page of its own, so that it works without script;
 * a filter nothing falls under is not offered.
 */
export function caseFilters(catalog: Catalog): CaseFilterGroup[] {
  let groups = known.get(catalog);
  if (!groups) known.set(catalog, (groups = groupsOf(catalog)));
  return groups;
}

/** Every list offers all the others: they are worked out once. */
const known = new WeakMap<Catalog, CaseFilterGroup[]>();

function groupsOf(catalog: Catalog): CaseFilterGroup[] {
  const { cases } = catalog;
  const placesOf = ({ data }: Case) => data.places.map((id) => catalog.place(id).data);
  const group = (
    id: string,
    label: string,
    options: readonly (readonly [key: string, label: string])[],
    keysOf: (item: Case) => Iterable<string>,
  ) => {
    const under = gather(cases, (item) => new Set(keysOf(item)));
    return {
      id,
      label,
      filters: options
        .map(([key, name]) => ({ path: [id, key], label: name, cases: under(key) }))
        .filter((filter) => filter.cases.length > 0),
    };
  };
  const typeName = (role: string) => role.replace('type-', '');
  const types = catalog.roles.filter(({ family }) => family === 'type');
  const yearOf = ({ data }: Case) => (data.date ? [data.date.slice(0, 4)] : []);
  const years = [...new Set(cases.flatMap(yearOf))].toSorted().toReversed();
  const figures = cases.filter(({ data }) => data.results.length > 0);
  return [
    group(
      'theme',
      '主题',
      catalog.policies.map(({ id, data }) => [id, data.short]),
      ({ data }) => data.themes,
    ),
    group(
      'county',
      '县（市、区）',
      catalog.counties.map(({ id, label }) => [id, label]),
      (item) => placesOf(item).flatMap(({ county }) => county ?? []),
    ),
    group(
      'type',
      '镇的类型',
      types.map(({ id, label }) => [typeName(id), label]),
      (item) => placesOf(item).flatMap((place) => place.roles.map(({ role }) => typeName(role))),
    ),
    group(
      'year',
      '最早报道',
      years.map((year) => [year, `${year}年`]),
      yearOf,
    ),
    {
      id: 'figures',
      label: '数字',
      filters: figures.length > 0 ? [{ path: ['with-figures'], label: '有数字的', cases: figures }] : [],
    },
  ].filter(({ filters }) => filters.length > 0);
}
