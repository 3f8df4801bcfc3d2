import type {
  CaseData,
  Clause,
  ClusterData,
  GlossaryTerm,
  PlaceData,
  PolicyData,
  SourceData,
  Target,
} from '#schemas/entries.ts';
import type { DiagramLine, DiagramStation } from '#schemas/diagram.ts';
import type { Fact } from '#schemas/fact.ts';
import { type PageKind, type Role, roles } from '#schemas/vocabulary.ts';
import { clausesCitedBy, sourcesCitedBy } from './citing.ts';
import { compareClauseIds } from './clauses.ts';
import { type Content, type Entry, pageEntries } from './content.ts';
import { type Strip, stripsOf } from './diagram.ts';

export type Place = Entry<PlaceData>;
export type Policy = Entry<PolicyData>;
export type Cluster = Entry<ClusterData>;
export type Case = Entry<CaseData>;
export type Source = SourceData & { id: string };

export interface PageRef {
  kind: PageKind;
  id: string;
  title: string;
}

export interface Catalog {
  clauses: Clause[];
  places: Place[];
  policies: Policy[];
  clusters: Cluster[];
  cases: Case[];
  sources: Source[];
  glossary: GlossaryTerm[];
  targets: Target[];
  /** Lines of the picture with their stations. */
  strips: Strip[];
  diagramLines: DiagramLine[];
  diagramStations: DiagramStation[];
  clause(id: string): Clause;
  place(id: string): Place;
  policy(id: string): Policy;
  case(id: string): Case;
  source(id: string): Source;
  term(id: string): GlossaryTerm;
  /** A fact by `<entry id>/<fact id>`. */
  fact(key: string): Fact;
  /** Places with a role, in the guidance's order. */
  withRole(role: Role): Place[];
  /** Pages that cite a clause, in the order policies, places, clusters, cases. */
  citing(clauseId: string): PageRef[];
  /** Pages that cite a source. */
  usingSource(sourceId: string): PageRef[];
  casesIn(placeId: string): Case[];
  casesAbout(policyId: string): Case[];
  policiesOn(clauseId: string): Policy[];
}

/** The catalogue (总目录): everything sorted and joined. Content must have passed the checks. */
export function createCatalog(content: Content): Catalog {
  const clauses = content.clauses.map((row) => row.data).toSorted((a, b) => compareClauseIds(a.id, b.id));
  const places = content.places.toSorted(byGuidanceOrder(clauses));
  const policies = content.policies.toSorted(
    (a, b) => compareClauseIds(a.data.clauses[0] ?? '', b.data.clauses[0] ?? '') || (a.id < b.id ? -1 : 1),
  );
  const clusterOrder = Object.keys(roles);
  const clusters = content.clusters.toSorted(
    (a, b) => clusterOrder.indexOf(a.data.role) - clusterOrder.indexOf(b.data.role),
  );
  // Newest report first; undated ones last.
  const cases = content.cases.toSorted(
    (a, b) => compareText(b.data.date ?? '', a.data.date ?? '') || compareText(a.id, b.id),
  );
  const sources = content.sources.map(({ id, data }) => ({ id, ...data })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const glossary = content.glossary.map((row) => row.data);
  const targets = content.targets.map((row) => row.data);

  const withRole = (role: Role) => holders(role, places, clauses);
  const diagramLines = content.diagramLines.map((row) => row.data);

  const sorted: Content = { ...content, places, policies, clusters, cases };
  const citing = new Map<string, PageRef[]>();
  const usingSource = new Map<string, PageRef[]>();
  for (const page of pageEntries(sorted)) {
    const ref = { kind: page.kind, id: page.entry.id, title: page.entry.data.title };
    for (const id of clausesCitedBy(page)) append(citing, id, ref);
    for (const id of sourcesCitedBy(page)) append(usingSource, id, ref);
  }
  const facts = new Map(
    [...places, ...policies, ...cases].flatMap((entry) =>
      entry.data.facts.map((fact) => [`${entry.id}/${fact.id}`, fact] as [string, Fact]),
    ),
  );

  return {
    clauses,
    places,
    policies,
    clusters,
    cases,
    sources,
    glossary,
    targets,
    strips: stripsOf(diagramLines, places, withRole),
    diagramLines,
    diagramStations: content.diagramStations.map((row) => row.data),
    clause: finder(clauses, '条款'),
    place: finder(places, '地方'),
    policy: finder(policies, '导读'),
    case: finder(cases, '案例'),
    source: finder(sources, '出处'),
    term: finder(glossary, '名词'),
    fact: (key) => required(facts.get(key), '事实', key),
    withRole,
    citing: (id) => citing.get(id) ?? [],
    usingSource: (id) => usingSource.get(id) ?? [],
    casesIn: (placeId) => cases.filter((item) => item.data.places.includes(placeId)),
    casesAbout: (policyId) => cases.filter((item) => item.data.themes.includes(policyId)),
    policiesOn: (clauseId) => policies.filter((policy) => policy.data.clauses.includes(clauseId)),
  };
}

/** By code unit, which for our ids and dates is what people expect. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where a clause names a place among the others; places it does not name come last. */
function placeInClause(clause: Clause | undefined, { data }: Place): number {
  const index = (clause?.terms ?? []).findIndex((term) => data.title.startsWith(term) || term.startsWith(data.title));
  return index < 0 ? Infinity : index;
}

/** By the first clause that gives a place a role, then by where the clause names it. */
function byGuidanceOrder(clauses: readonly Clause[]): (a: Place, b: Place) => number {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const firstClause = ({ data }: Place) => data.roles.map(({ clause }) => clause).toSorted(compareClauseIds)[0] ?? '';
  return (a, b) => {
    const first = firstClause(a);
    const clause = byId.get(first);
    return (
      compareClauseIds(first, firstClause(b)) ||
      placeInClause(clause, a) - placeInClause(clause, b) ||
      (a.id < b.id ? -1 : 1)
    );
  };
}

/** Places with a role, in the order in which the role's clause names them. */
function holders(role: Role, places: readonly Place[], clauses: readonly Clause[]): Place[] {
  const isHeld = (place: Place) => place.data.roles.find((held) => held.role === role);
  // The clause that says most of the role names its places in the order people know.
  const first = places.map(isHeld).find((held) => held !== undefined);
  const clause = clauses.find(({ id }) => id === (first?.also.at(-1) ?? first?.clause));
  return places
    .filter(isHeld)
    .map((place) => ({ place, at: placeInClause(clause, place) }))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ place }) => place);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function finder<T extends { id: string }>(items: readonly T[], what: string): (id: string) => T {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (id) => required(byId.get(id), what, id);
}

/** The checks make sure that everything pointed at exists; getting here without it is a defect of ours. */
function required<T>(item: T | undefined, what: string, id: string): T {
  if (item === undefined) throw new Error(`${what}「${id}」不在总目录里`);
  return item;
}
