import type { Case, Cluster, Place, Policy, Written } from '#domain/model/types.ts';
import { blocksOf } from '#domain/model/body.ts';
import { allCorrections } from '#domain/site/corrections.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import type { IndexEntry } from './build-index.ts';
import type { FixedPage } from '#domain/site/urls.ts';
import type { Clause, GlossaryTerm } from '#schemas/entries.ts';
import { type PageKind, pageKindNames } from '#schemas/kinds.ts';
import { figureWords, figuresOf, passagesOf, permitEntries, phrases, questionEntries, targetEntries } from './parts.ts';

/** A page that is no entry of the content: lists, the checker, data. */
export interface PageText {
  id: FixedPage;
  title: string;
  about: string;
}

/** Everything that can be found, with the words it can be found by. Entries of a kind stand together. */
export function searchEntries(catalog: Catalog, pages: readonly PageText[]): IndexEntry[] {
  const ofKind = (kind: PageKind): IndexEntry[] => {
    const entry = entryOf[kind] as (catalog: Catalog, item: Written[PageKind][number]) => IndexEntry;
    return catalog[kind].map((item) => ({ ...entry(catalog, item), passages: passagesOf(catalog, kind, item) }));
  };
  return [
    ...pageKindNames.flatMap((kind) => ofKind(kind)),
    ...pages.filter(({ id }) => catalog.has(id)).map((page) => pageEntry(page, pageText(catalog, page.id))),
    ...catalog.policies.flatMap((policy) => questionEntries(catalog, policy)),
    ...permitEntries(catalog),
    ...targetEntries(catalog),
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
      questions: data.questions.map(({ q }) => q),
      ...(id === catalog.document.permitPolicy && catalog.has('permit') && { leadsToChecker: true }),
    },
    figures: figuresOf(catalog, data.facts),
    facets: { types: [], themes: [id] },
    phrases: [
      ...phrases('title', [data.title, data.short]),
      ...clauses.flatMap((clause) => [
        ...phrases('synonym', [bareLabel(clause)], rank(clause)),
        ...phrases('term', [clause.heading, ...clause.terms], rank(clause)),
      ]),
      ...terms.flatMap((term) =>
        // A term that many clauses use belongs to none of them.
        term.clauses.length > 2
          ? phrases('synonym', [term.term], 0.6)
          : phrases('synonym', [term.term, ...term.aliases], 0.8),
      ),
    ],
    asks: data.asks,
    text: [data.summary, data.notice, ...clauses.map(({ gist }) => gist), ...figureWords(data.facts), ...textOf(body)],
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
      notes: [catalog.level(level).label, ...(county ? [catalog.county(county).label] : []), ...held],
    },
    figures: figuresOf(catalog, data.facts),
    facets: {
      ...(county && { county }),
      types: data.roles.flatMap(({ role }) => (catalog.role(role).family === 'type' ? role : [])),
      themes: [...new Set(data.roles.flatMap(({ role }) => catalog.role(role).policy ?? []))],
    },
    phrases: [
      ...phrases('title', [title, ...(short.length >= 2 ? [short] : [])]),
      ...phrases('alias', [officialName, ...data.aliases, data.pinyin]),
    ],
    asks: data.asks,
    text: [
      data.summary,
      ...held,
      ...(county ? [catalog.county(county).label] : []),
      ...figureWords(data.facts),
      ...catalog.casesIn(id).flatMap((item) => [item.data.title, ...item.data.asks]),
      ...textOf(body),
    ],
  };
}

function clusterEntry(catalog: Catalog, { id, data, body }: Cluster): IndexEntry {
  const members = catalog.withRole(data.role).map((place) => place.data.title);
  return {
    card: { kind: 'cluster', id, title: data.title, summary: data.summary, notes: members },
    facets: { types: [], themes: [catalog.role(data.role).policy ?? ''].filter(Boolean) },
    phrases: phrases('title', [data.title, catalog.role(data.role).label]),
    asks: data.asks,
    text: [data.summary, ...members, ...textOf(body)],
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
    figures: figuresOf(catalog, data.results),
    facets: { ...(county && { county }), types: [], themes: data.themes },
    phrases: phrases('synonym', [data.title]),
    asks: data.asks,
    text: [
      data.summary,
      ...data.actions,
      ...places.map(({ title }) => title),
      ...figureWords(data.results),
      ...textOf(body),
    ],
  };
}

/** What else a list says that its entries do not. */
function pageText(catalog: Catalog, id: FixedPage): string[] {
  if (id === 'corrections') return allCorrections(catalog).flatMap(({ text, was }) => [text, ...(was ? [was] : [])]);
  if (id === 'sources') return catalog.sources.flatMap(({ title, outlet }) => [title, outlet]);
  return [];
}

function pageEntry({ id, title, about }: PageText, text: readonly string[]): IndexEntry {
  return {
    card: { kind: 'page', id, title, summary: about, ...(id === 'permit' && { leadsToChecker: true }) },
    facets: { types: [], themes: [] },
    phrases: phrases('synonym', [title]),
    text: [about, ...text],
  };
}

/** Found by who takes the lead too: 住建局牵头的有哪些. */
function clauseEntry({ unit }: Catalog, { id, label, heading, gist, terms, leads }: Clause): IndexEntry {
  const names = leads.map(unit).flatMap(({ name, aliases }) => [name, ...aliases]);
  return {
    card: { kind: 'clause', id, title: `${label}　${heading}`, summary: gist },
    facets: { types: [], themes: [] },
    phrases: phrases('synonym', [bareLabel({ label }), heading]),
    asks: names.map((name) => `${name}牵头`),
    text: [...terms, gist],
  };
}

/** As a query is understood: 三八. */
const bareLabel = ({ label }: Pick<Clause, 'label'>) => label.replaceAll(/[()]/gu, '');

function termEntry({ id, term, plain, aliases }: GlossaryTerm): IndexEntry {
  return {
    card: { kind: 'term', id, title: term, summary: plain },
    facets: { types: [], themes: [] },
    phrases: phrases('synonym', [term]),
    asks: aliases,
    text: [plain],
  };
}

const textOf = (body: Policy['body']): string[] => blocksOf(body).map(({ text }) => text);
