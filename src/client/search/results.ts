import { addressOf } from '#search/addresses.ts';
import type { Card, Facets } from '#search/files.ts';
import type { Found, SearchIndex } from '#search/query/search-index.ts';
import type { ResultKind } from '#search/kinds.ts';
import type { Urls } from '#domain/site/urls.ts';
import { searchText } from './full-text.ts';
import {
  answerItem,
  closestItem,
  figureItem,
  isAnswering,
  passageItem,
  questionItem,
  resultItem,
  textItem,
  unnamedCard,
} from './result-view.ts';

/** A result that may be shown (待列的一条): what filters ask of it, and how it is made when its turn comes. */
export interface Shown {
  /** Number among the entries; undefined for what only the full text found. */
  entry?: number;
  facets: Facets;
  item: () => Promise<HTMLLIElement>;
}

/** So many at first, and so many more at each press of 「再看」. */
export const step = 10;
/** Figures are looked for on so many pages. */
const figurePages = 3;

/** First step: what the index found, an answer first. Filters know the kind only until `addFacets`. */
export async function fromIndex(found: Found, searchIndex: SearchIndex, urls: Urls): Promise<Shown[]> {
  const { hits, question, named, query } = found;
  // All that the first results need is asked for at once, and found there when their turn comes.
  const cards = searchIndex.cards(hits.slice(0, step).map(({ entry }) => entry));
  const passage = found.passage?.();
  Promise.all([cards, passage]).catch(() => undefined);
  const shown = hits.map(({ entry, kind }, n): Shown => ({
    entry,
    facets: kindOnly(kind),
    item: async () => {
      const [card] = (await searchIndex.cards([entry])) as [Card];
      const isFirst = n === 0 && !question && found.verdict === 'answer';
      if (isFirst && found.closest) {
        const [closest] = (await searchIndex.cards([found.closest.entry])) as [Card];
        return closestItem(card, closest, query, urls);
      }
      const quoted = n === 0 ? await passage : undefined;
      if (quoted) return passageItem(card, quoted, query, urls);
      return (isFirst && isAnswering(card, named) ? answerItem : resultItem)(card, query, urls);
    },
  }));
  if (question) {
    const [card] = await searchIndex.cards([question.entry]);
    shown.unshift({
      entry: question.entry,
      facets: kindOnly(question.kind),
      item: () => Promise.resolve(questionItem(card as Card, query, urls)),
    });
  }
  const asked = await figureAmong(found, searchIndex);
  if (asked) {
    const item = () => Promise.resolve(figureItem(asked.card, asked.figure, query, urls));
    shown.unshift({ facets: kindOnly('figure'), item });
  }
  return shown;
}

/** The figure that is asked for, on the first pages found. */
async function figureAmong({ hits, figure }: Found, searchIndex: SearchIndex) {
  const entries = hits.slice(0, figurePages).map(({ entry }) => entry);
  const cards = await searchIndex.cards(entries);
  const found = await Promise.all(
    cards.map(async (card, n) => {
      const asked = await figure(entries[n] as number, card);
      return asked ? [{ card, ...asked }] : [];
    }),
  );
  return found.flat().sort((a, b) => b.bits - a.bits)[0];
}

/** Towns that the query names and the guidance does not. */
export async function unnamedCards({ unnamed }: Found, searchIndex: SearchIndex, urls: Urls): Promise<HTMLElement[]> {
  if (unnamed.length === 0) return [];
  const about = await searchIndex.aboutUnnamed();
  return Promise.all(
    unnamed.map(async (town) => {
      const entry = town.area?.entry;
      const [county] = entry === undefined ? [] : await searchIndex.cards([entry]);
      return unnamedCard(town, about, county, urls);
    }),
  );
}

export async function addFacets(shown: readonly Shown[], searchIndex: SearchIndex): Promise<void> {
  const known = shown.filter(({ entry }) => entry !== undefined);
  if (known.length === 0) return;
  const facets = await searchIndex.facets(known.map(({ entry = 0 }) => entry));
  known.forEach((each, n) => {
    each.facets = facets[n] ?? each.facets;
  });
}

/** Second step: pages that only the full text finds. */
export async function fromText({ hits, query }: Found, searchIndex: SearchIndex, urls: Urls): Promise<Shown[]> {
  const pages = await searchText(query, urls);
  if (pages.length === 0) return [];
  const cards = await searchIndex.cards(hits.map(({ entry }) => entry));
  const path = (address: string) => address.replace(/[?#].*/, '');
  const known = new Set(cards.map((card) => path(addressOf(card, urls))));
  return pages
    .filter(({ url }) => !known.has(path(url)))
    .map((hit) => ({ facets: kindOnly(hit.kind), item: () => Promise.resolve(textItem(hit)) }));
}

function kindOnly(kind: ResultKind): Facets {
  return { kind, types: [], themes: [] };
}
