import type { Clause, GlossaryTerm, Target } from '#schemas/entries.ts';
import type { DiagramLine, DiagramStation } from '#schemas/diagram.ts';
import type { Asks } from '#schemas/asks.ts';
import type { EverydayWords } from '#schemas/everyday-words.ts';
import type { PermitModel } from '#schemas/permit.ts';
import type { HardCharacter } from '#schemas/hard-characters.ts';
import type { Fact } from '#schemas/fact.ts';
import type { PageChange } from '#schemas/page-changes.ts';
import { type PageKind, pageKindNames } from '#schemas/kinds.ts';
import type { UnknownStatus } from '#schemas/unknown.ts';
import type { Division } from '#schemas/divisions.ts';
import { type Strip, stripsOf } from '../guidance/diagram.ts';
import { placesSpokenOf } from '../guidance/mentions.ts';
import { byFirstClause, byGuidanceOrder, byReport, byRole, compareText, holders } from '../guidance/order.ts';
import { type DistanceLine, distancesOf } from '../places/distances.ts';
import { type Todo, todoOf } from '../site/todo.ts';
import { isPresent } from '../site/present.ts';
import type { FixedPage } from '../site/urls.ts';
import { type Unknown, unknownRows } from '../site/unknown.ts';
import { byId, required } from './by-id.ts';
import { byName } from './by-name.ts';
import { clausesCitedBy, sourcesCitedBy } from './cited.ts';
import { compareClauseIds } from './clauses.ts';
import { pageEntries } from './content.ts';
import type { Case, PageEntries, PageRef, Place, Policy, Source, Written } from './types.ts';
import { type Vocabulary, createVocabulary } from './vocabulary.ts';

export interface Catalog extends PageEntries, Vocabulary {
  /** What is still to be written. */
  todo: Todo[];
  /** Whether a page that a city may do without has anything to show. */
  has: (page: FixedPage) => boolean;
  clauses: Clause[];
  sources: Source[];
  glossary: GlossaryTerm[];
  targets: Target[];
  /** Everything the residence-permit checker knows. */
  permit: PermitModel;
  everydayWords: EverydayWords[];
  asks: Asks[];
  /** Characters that get their reading (注音). */
  hardCharacters: HardCharacter[];
  /** What is not known (没查到的), page by page. */
  unknown: Unknown[];
  /** What is not known on a page, by its key: policies-land, permit, targets. */
  unknownOn: (key: string) => Unknown[];
  /** What became of a question, by the number of its row. */
  unknownStatus: (id: string) => UnknownStatus | undefined;
  /** Lines of the picture with their stations. */
  strips: Strip[];
  /** How far the places are from the centre of the city. */
  distances: DistanceLine | undefined;
  diagramLines: DiagramLine[];
  diagramStations: DiagramStation[];
  /** Counties and towns of the city, named in the guidance or not. */
  divisions: Division[];
  /** What changed on pages drawn from tables. */
  pageChanges: PageChange[];
  /** When anything was last changed: the version of pages that gather many. */
  newest: string;
  clause: (id: string) => Clause;
  place: (id: string) => Place;
  policy: (id: string) => Policy;
  case: (id: string) => Case;
  source: (id: string) => Source;
  term: (id: string) => GlossaryTerm;
  /** A fact by `<entry id>/<fact id>`. */
  fact: (key: string) => Fact;
  /** Places with a role, in the guidance's order. */
  withRole: (role: string) => Place[];
  /** Pages that cite a clause, in the order policies, places, clusters, cases. */
  citing: (clauseId: string) => PageRef[];
  /** Pages that cite a source. */
  usingSource: (sourceId: string) => PageRef[];
  inCounty: (county: string) => Place[];
  casesIn: (placeId: string) => Case[];
  casesAbout: (policyId: string) => Case[];
  policiesOn: (clauseId: string) => Policy[];
  /** Places that an explainer speaks of, and the explainers that speak of a place. */
  placesIn: (policyId: string) => Place[];
  policiesAbout: (placeId: string) => Policy[];
}

/** The catalogue (总目录): everything sorted and joined. Content must have passed the checks. */
export function createCatalog(written: Written): Catalog {
  const clauses = written.clauses.toSorted((a, b) => compareClauseIds(a.id, b.id));
  const orders: { [K in PageKind]?: (a: Written[K][number], b: Written[K][number]) => number } = {
    policies: byFirstClause,
    places: byGuidanceOrder(clauses),
    clusters: byRole(written.roles),
    cases: byReport,
  };
  const sorted = byName<PageEntries>(pageKindNames, <K extends PageKind>(kind: K) =>
    (written[kind] as Written[K][number][]).toSorted(orders[kind] ?? ((a, b) => compareText(a.id, b.id))),
  );
  const { places, policies, cases } = sorted;
  const sources = written.sources.toSorted((a, b) => compareText(a.id, b.id));

  const { glossary, targets, everydayWords, hardCharacters, diagramLines, diagramStations, divisions, permit } =
    written;
  const { asks, pageChanges } = written;

  const byRoleHeld = new Map(written.roles.map(({ id }) => [id, holders(id, places, clauses)]));
  const withRole = (role: string) => byRoleHeld.get(role) ?? [];
  // The picture and its strips hold the places that have a station, however many others there are.
  const stationIds = new Set(diagramStations.map(({ id }) => id));
  const isDrawn = ({ id }: Place) => stationIds.has(id);

  const pages = pageEntries(sorted).map((page) => ({
    page,
    ref: { kind: page.kind, id: page.entry.id, title: page.entry.data.title },
  }));
  const citing = gather(pages, ({ page }) => clausesCitedBy(page));
  const usingSource = gather(pages, ({ page }) => sourcesCitedBy(page));
  const inCounty = gather(places, ({ data }) => (data.county ? [data.county] : []));
  const casesIn = gather(cases, ({ data }) => data.places);
  const casesAbout = gather(cases, ({ data }) => data.themes);
  const policiesOn = gather(policies, ({ data }) => data.clauses);
  const spokenOf = new Map(policies.map((policy) => [policy, placesSpokenOf(policy, clauses, places)]));
  const policiesAbout = gather(policies, (policy) => (spokenOf.get(policy) ?? []).map(({ id }) => id));
  const times = [...pages.map(({ page }) => page.entry.data.updated), ...pageChanges.map(({ date }) => date)];
  const newest = times.reduce((last, time) => (time > last ? time : last), '');
  const unknown = unknownRows({ ...sorted, targets, permit, counties: written.counties });
  const statuses = new Map(written.unknownStatus.map((status) => [status.id, status]));
  const facts = new Map(
    [...places, ...policies, ...cases].flatMap((entry) =>
      entry.data.facts.map((fact) => [`${entry.id}/${fact.id}`, fact] as [string, Fact]),
    ),
  );

  return {
    ...createVocabulary(written.settings, written),
    ...sorted,
    todo: todoOf(written),
    has: (page) => isPresent(written, page),
    clauses,
    sources,
    glossary,
    targets,
    permit,
    everydayWords,
    asks,
    hardCharacters,
    unknown,
    unknownOn: gather(unknown, ({ page }) => [page.key]),
    unknownStatus: (id) => statuses.get(id),
    strips: stripsOf(diagramLines, places.filter(isDrawn), (role) => withRole(role).filter(isDrawn)),
    distances: distancesOf(places, sorted.clusters),
    diagramLines,
    diagramStations,
    divisions,
    pageChanges,
    clause: byId(clauses, '条款'),
    place: byId(places, '地方'),
    policy: byId(policies, '导读'),
    case: byId(cases, '案例'),
    source: byId(sources, '出处'),
    term: byId(glossary, '名词'),
    fact: (key) => required(facts.get(key), '事实', key),
    withRole,
    citing: (id) => citing(id).map(({ ref }) => ref),
    usingSource: (id) => usingSource(id).map(({ ref }) => ref),
    inCounty,
    casesIn,
    newest,
    casesAbout,
    policiesOn,
    placesIn: (id) => policies.flatMap((policy) => (policy.id === id ? (spokenOf.get(policy) ?? []) : [])),
    policiesAbout,
  };
}

/** Items by each of their keys, looked up without searching: a page costs the same however many pages there are. */
export function gather<T>(items: readonly T[], keysOf: (item: T) => Iterable<string>): (key: string) => T[] {
  const byKey = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = byKey.get(key);
      if (list) list.push(item);
      else byKey.set(key, [item]);
    }
  }
  return (key) => byKey.get(key) ?? [];
}
