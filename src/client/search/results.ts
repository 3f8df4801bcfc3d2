import type { Card, Facets } from '#domain/search/files.ts';
import type { Finder, Found } from '#domain/search/finder.ts';
import type { ResultKind } from '#domain/search/kinds.ts';
import type { Urls } from '#domain/urls.ts';
import { type TextHit, searchText } from './full-text.ts';
import { answerItem, resultItem, textItem } from './result-view.ts';

/** A result that may be shown (待列的一条): what filters ask of it, and how it is made when its turn comes. */
export interface Shown {
  facets: Facets;
  item: () => Promise<HTMLLIElement>;
}

/** First step: what the finder found. Filters know the kind only until `addFacets`. */
export function fromFinder({ hits, named, query }: Found, finder: Finder, urls: Urls): Shown[] {
  return hits.map(({ entry, kind }, index) => ({
    facets: kindOnly(kind),
    item: async () => {
      const [card] = await finder.cards([entry]);
      return (index === 0 && named ? answerItem : resultItem)(card as Card, query, urls);
    },
  }));
}

export async function addFacets(shown: readonly Shown[], { hits }: Found, finder: Finder): Promise<void> {
  if (hits.length === 0) return;
  const facets = await finder.facets(hits.map(({ entry }) => entry));
  facets.forEach((own, n) => {
    const item = shown[n];
    if (item) item.facets = own;
  });
}

/** Second step: pages that only the full text finds. Without it the finder's answer stands. */
export async function fromText({ hits, query }: Found, finder: Finder, urls: Urls): Promise<Shown[]> {
  const pages = await searchText(query, urls).catch(() => [] as TextHit[]);
  if (pages.length === 0) return [];
  const cards = await finder.cards(hits.map(({ entry }) => entry));
  const known = new Set(cards.map(({ kind, id }) => `${kind} ${id}`));
  return pages.flatMap((hit) => {
    if (known.has(`${hit.page.kind} ${hit.page.id}`)) return [];
    return { facets: kindOnly(hit.page.kind), item: () => Promise.resolve(textItem(hit)) };
  });
}

function kindOnly(kind: ResultKind): Facets {
  return { kind, types: [], themes: [] };
}
