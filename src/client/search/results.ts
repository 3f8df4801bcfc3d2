import type { Card, Facets } from '#search/files.ts';
import type { Found, SearchIndex } from '#search/query/search-index.ts';
import type { ResultKind } from '#search/kinds.ts';
import type { Urls } from '#domain/site/urls.ts';
import { type TextHit, searchText } from './full-text.ts';
import { answerItem, resultItem, textItem } from './result-view.ts';

/** A result that may be shown (待列的一条): what filters ask of it, and how it is made when its turn comes. */
export interface Shown {
  facets: Facets;
  item: () => Promise<HTMLLIElement>;
}

/** First step: what the index found. Filters know the kind only until `addFacets`. */
export function fromIndex({ hits, named, query }: Found, searchIndex: SearchIndex, urls: Urls): Shown[] {
  return hits.map(({ entry, kind }, index) => ({
    facets: kindOnly(kind),
    item: async () => {
      const [card] = await searchIndex.cards([entry]);
      return (index === 0 && named ? answerItem : resultItem)(card as Card, query, urls);
    },
  }));
}

export async function addFacets(shown: readonly Shown[], { hits }: Found, searchIndex: SearchIndex): Promise<void> {
  if (hits.length === 0) return;
  const facets = await searchIndex.facets(hits.map(({ entry }) => entry));
  facets.forEach((own, n) => {
    const item = shown[n];
    if (item) item.facets = own;
  });
}

/** Second step: pages that only the full text finds. Without it the index's answer stands. */
export async function fromText({ hits, query }: Found, searchIndex: SearchIndex, urls: Urls): Promise<Shown[]> {
  const pages = await searchText(query, urls).catch(() => [] as TextHit[]);
  if (pages.length === 0) return [];
  const cards = await searchIndex.cards(hits.map(({ entry }) => entry));
  const known = new Set(cards.map(({ kind, id }) => `${kind} ${id}`));
  return pages.flatMap((hit) => {
    if (known.has(`${hit.page.kind} ${hit.page.id}`)) return [];
    return { facets: kindOnly(hit.page.kind), item: () => Promise.resolve(textItem(hit)) };
  });
}

function kindOnly(kind: ResultKind): Facets {
  return { kind, types: [], themes: [] };
}
