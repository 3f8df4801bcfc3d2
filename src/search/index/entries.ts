import type { Case, Cluster, Place, Policy, Written } from '#domain/model/types.ts';
import { blocksOf } from '#domain/model/body.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import type { IndexEntry } from './build-index.ts';
import type { Phrase } from '#search/files.ts';
import type { Field } from '#search/fields.ts';
import { type FixedPage, createUrls } from '#domain/site/urls.ts';
import type { Clause, GlossaryTerm } from '#schemas/entries.ts';
import { type PageKind, pageKindNames } from '#schemas/kinds.ts';

/** A page that is no entry of the content: lists, the checker, data. */
export interface PageText {
  id: FixedPage;
  title: string;
  about: string;
}

/** Everything that can be found, with the words it can be found by. */
export function searchEntries(catalog: Catalog, pages: readonly PageText[]): IndexEntry[] {
  const said = everydayPhrases(catalog);
  const urls = createUrls('/');
  // What stands on a page that is no entry, one thing each.
  const told = new Map([['permit', catalog.permit.entitlements.map(({ name }) => name)]]);
  const withWords = (entry: IndexEntry, address: string): IndexEntry => ({
    ...entry,
    phrases: [...entry.phrases, ...(said.get(address) ?? [])],
  });
  const ofKind = (kind: PageKind): IndexEntry[] => {
    const entry = entryOf[kind] as (catalog: Catalog, item: Written[PageKind][number]) => IndexEntry;
    return catalog[kind].map((item) => withWords(entry(catalog, item), urls.entry(kind, item.id)));
  };
  return [
    ...pageKindNames.flatMap((kind) => ofKind(kind)),
    ...pages
      .filter(({ id }) => catalog.has(id))
      .map((page) => withWords(pageEntry(page, told.get(page.id) ?? []), urls.fixed(page.id))),
    ...catalog.clauses.map((clause) => clauseEntry(catalog, clause)),
    ...catalog.glossary.map(termEntry),
  ];
}

/** How an entry of each kind of page is found. */
const entryOf: { [K in PageKind]: (catalog: Catalog, item: Written[K][number]) => IndexEntry } = {
  policies: policyEntry,
  places: placeEntry,
  clusters: clusterEntry,
  cases: caseEntry,
};

const phrases = (field: Field, texts: readonly (string | undefined)[], rank = 1): Phrase[] =>
  texts.flatMap((text) => (text ? { text, field, ...(rank < 1 && { rank }) } : []));

/** The first page of an entry is meant most. */
function everydayPhrases(catalog: Catalog): Map<string, Phrase[]> {
  const said = new Map<string, Phrase[]>();
  for (const { synonyms, term, pages } of catalog.everydayWords) {
    pages.forEach((page, index) => {
      const rank = Math.max(0.6, 1 - 0.12 * index);
      const list = said.get(page) ?? [];
      said.set(page, [...list, ...phrases('synonym', synonyms, rank), ...phrases('term', [term], rank)]);
    });
  }
  return said;
}

function policyEntry(catalog: Catalog, { id, data, body }: Policy): IndexEntry {
  const clauses = data.clauses.map((clause) => catalog.clause(clause));
  // 三(一) is told on two pages: neither owns its words alone.
  const rank = (clause: Clause) => (catalog.policiesOn(clause.id).length > 1 ? 0.6 : 1);
  const terms = catalog.glossary.filter((term) => term.clauses.some((clause) => data.clauses.includes(clause)));
  return {
    card: {
      kind: 'policy',
      id,
      title: data.title,
      summary: data.summary,
      lines: data.questions.map(({ q }) => [q, 'questions']),
    },
    facets: { types: [], themes: [id] },
    phrases: [
      ...phrases('title', [data.title, data.short]),
      ...phrases('ask', data.asks),
      ...phrases(
        'question',
        data.questions.map(({ q }) => q),
      ),
      ...phrases('gist', [data.summary, data.notice]),
      ...clauses.flatMap((clause) => [
        ...phrases('synonym', [bareLabel(clause)], rank(clause)),
        ...phrases('term', [clause.heading, ...clause.terms], rank(clause)),
        ...phrases('gist', [clause.gist]),
      ]),
      ...terms.flatMap((term) =>
        // A term that many clauses use belongs to none of them.
        term.clauses.length > 2
          ? phrases('synonym', [term.term], 0.6)
          : phrases('synonym', [term.term, ...term.aliases], 0.8),
      ),
      ...bodyPhrases(body),
    ],
  };
}

function placeEntry(catalog: Catalog, { id, data, body }: Place): IndexEntry {
  const { title, officialName, level, county } = data;
  const short = title.replace(/[县市镇乡村]$|街道$/u, '');
  const held = [...new Set(data.roles.map(({ role }) => catalog.role(role).label))];
  return {
    card: {
      kind: 'place',
      id,
      title,
      summary: data.summary,
      lines: data.facts.flatMap(({ value }) => (typeof value === 'string' ? [[value, 'facts']] : [])),
      notes: [catalog.level(level).label, ...(county ? [catalog.county(county).label] : []), ...held],
    },
    facets: {
      ...(county && { county }),
      types: data.roles.flatMap(({ role }) => (catalog.role(role).family === 'type' ? role : [])),
      themes: [...new Set(data.roles.flatMap(({ role }) => catalog.role(role).policy ?? []))],
    },
    phrases: [
      ...phrases('title', [title, ...(short.length >= 2 ? [short] : [])]),
      ...phrases('alias', [officialName, ...data.aliases, data.pinyin]),
      ...phrases('ask', data.asks),
      ...phrases('gist', [data.summary, ...held, ...(county ? [catalog.county(county).label] : [])]),
      ...catalog.casesIn(id).flatMap((item) => phrases('gist', [item.data.title, ...item.data.asks])),
      ...bodyPhrases(body),
    ],
  };
}

function clusterEntry(catalog: Catalog, { id, data, body }: Cluster): IndexEntry {
  const members = catalog.withRole(data.role).map((place) => place.data.title);
  return {
    card: { kind: 'cluster', id, title: data.title, summary: data.summary, lines: [], notes: members },
    facets: { types: [], themes: [catalog.role(data.role).policy ?? ''].filter(Boolean) },
    phrases: [
      ...phrases('title', [data.title, catalog.role(data.role).label]),
      ...phrases('ask', data.asks),
      ...phrases('gist', [data.summary, ...members]),
      ...bodyPhrases(body),
    ],
  };
}

function caseEntry(catalog: Catalog, { id, data, body }: Case): IndexEntry {
  const places = data.places.map((place) => catalog.place(place).data);
  const [county] = places.flatMap((place) => place.county ?? []);
  return {
    card: {
      kind: 'case',
      id,
      title: data.title,
      summary: data.summary,
      lines: data.actions.map((text) => [text, 'done']),
    },
    facets: { ...(county && { county }), types: [], themes: data.themes },
    phrases: [
      ...phrases('synonym', [data.title]),
      ...phrases('ask', data.asks),
      ...phrases('gist', [...places.map(({ title }) => title)]),
      ...bodyPhrases(body),
    ],
  };
}

function pageEntry({ id, title, about }: PageText, told: readonly string[]): IndexEntry {
  return {
    card: { kind: 'page', id, title, summary: about, lines: told.map((text) => [text, 'all']) },
    facets: { types: [], themes: [] },
    phrases: [...phrases('synonym', [title]), ...phrases('ask', told), ...phrases('gist', [about])],
  };
}

/** Found by who takes the lead too: 住建局牵头的有哪些. */
function clauseEntry({ unit }: Catalog, { id, label, heading, gist, terms, leads }: Clause): IndexEntry {
  const names = leads.map(unit).flatMap(({ name, aliases }) => [name, ...aliases]);
  return {
    card: { kind: 'clause', id, title: `${label}　${heading}`, summary: gist, lines: [] },
    facets: { types: [], themes: [] },
    phrases: [
      ...phrases('synonym', [bareLabel({ label }), heading]),
      ...phrases(
        'ask',
        names.map((name) => `${name}牵头`),
      ),
      ...phrases('gist', terms),
    ],
  };
}

/** As a query is understood: 三八. */
const bareLabel = ({ label }: Pick<Clause, 'label'>) => label.replaceAll(/[()]/gu, '');

function termEntry({ id, term, plain, aliases }: GlossaryTerm): IndexEntry {
  return {
    card: { kind: 'term', id, title: term, summary: plain, lines: [] },
    facets: { types: [], themes: [] },
    phrases: [...phrases('synonym', [term]), ...phrases('ask', aliases)],
  };
}

function bodyPhrases(body: Policy['body']): Phrase[] {
  return blocksOf(body).flatMap(({ tagName, text }) => {
    if (tagName !== 'h3') return [];
    return { text, field: 'gist' as const };
  });
}
