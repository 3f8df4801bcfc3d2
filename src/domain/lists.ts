import { type County, type Role, counties, roles } from '#schemas/vocabulary.ts';
import type { Catalog, PageRef } from './catalog.ts';
import type { Urls } from './urls.ts';

/**
 * How much a page lists before it sends the reader to the whole list: pages stay as light, and as quick to make,
 * on a site a hundred times the size. Today's site stays below all of them but for none of its pages.
 */
export const most = { neighbours: 24, places: 60, cases: 100, rows: 200, titles: 300, sources: 350 } as const;

/** A whole list (完整名单), cut into pages of `most.titles`. Only a site with more places or cases than that has any. */
export interface FullList {
  /** Steps of the address below /sitemap/: ['places', 'yongji']. */
  path: string[];
  label: string;
  items: PageRef[];
}

export function fullLists(catalog: Catalog): FullList[] {
  const { cases } = catalog;
  const refs = (kind: PageRef['kind'], items: readonly { id: string; data: { title: string } }[]): PageRef[] =>
    items.map(({ id, data }) => ({ kind, id, title: data.title }));
  const byPlace = hasPlaceLists(catalog)
    ? [
        ...(Object.keys(counties) as County[]).map((id) => ({
          path: ['places', id],
          label: counties[id].label,
          items: refs('places', catalog.inCounty(id)),
        })),
        ...(Object.keys(roles) as Role[]).map((id) => ({
          path: ['places', id],
          label: roles[id].label,
          items: refs('places', catalog.withRole(id)),
        })),
      ]
    : [];
  const byCase = cases.length <= most.titles ? [] : [{ path: ['cases'], label: '案例', items: refs('cases', cases) }];
  return [...byPlace, ...byCase].filter(({ items }) => items.length > 0);
}

/** Address of all places of a county or a role: a list of its own where there are such lists, else the list of all places. */
export function wholePlaces(catalog: Catalog, urls: Urls, key: County | Role): string {
  return hasPlaceLists(catalog) ? urls.list(['places', key]) : urls.fixed('places');
}

const hasPlaceLists = ({ places }: Catalog) => places.length > most.titles;

/** Pages of a list, numbered from 1. */
export function pagesOf<T>(items: readonly T[], size: number = most.titles): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}

/** On how many pages the sources (出处) stand: one, until they are too many for it. */
export function sourcePages(count: number): number {
  return count <= most.sources ? 1 : Math.ceil(count / (most.sources * 0.6));
}

/** The page, numbered from 1, a source stands on: told by its id alone, so that a new source moves no other. */
export function sourcePage(id: string, pages: number): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < id.length; n++) hash = Math.imul(hash ^ id.charCodeAt(n), 0x01000193);
  return ((hash >>> 0) % pages) + 1;
}
