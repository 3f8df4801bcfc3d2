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
import type { EverydayWords } from '#schemas/everyday-words.ts';
import type { PageKind } from '#schemas/vocabulary.ts';
import type { Body } from './body.ts';
import type { PermitRows } from './permit/checks.ts';

/** Where a thing stands in the files, so that a fault can name it. */
export interface Located {
  id: string;
  path: string;
  /** Line of a field of the front matter, e.g. ['roles', 0, 'clause']; the nearest parent's where it is missing. */
  lineOf: (field: readonly PropertyKey[]) => number;
}

export interface Entry<T> extends Located {
  data: T;
  body: Body;
  /** Changes with the text of the file. */
  stamp?: string;
}

export interface Row<T> extends Located {
  data: T;
}

/** All that was written, well formed one by one; whether it agrees is for the checks to say. */
export interface Content {
  places: Entry<PlaceData>[];
  clusters: Entry<ClusterData>[];
  policies: Entry<PolicyData>[];
  cases: Entry<CaseData>[];
  sources: Row<SourceData>[];
  clauses: Row<Clause>[];
  glossary: Row<GlossaryTerm>[];
  targets: Row<Target>[];
  everydayWords: Row<EverydayWords>[];
  diagramLines: Row<DiagramLine>[];
  diagramStations: Row<DiagramStation>[];
  /** Tables of the residence-permit checker (居住证自查). */
  permit: PermitRows;
  /** Files that are there but could not be read; pointing at them is no fault of its own. */
  unreadable: Unreadable[];
}

export type ContentKind = Exclude<keyof Content, 'unreadable'>;

export interface Unreadable {
  kind: ContentKind;
  /** undefined where a whole table could not be read. */
  id?: string;
}

/** Ids one may point at, whether or not the file could be read. */
export function knownIds(content: Content, kind: Exclude<ContentKind, 'permit'>): Set<string> {
  const broken = content.unreadable.flatMap((file) => (file.kind === kind ? (file.id ?? []) : []));
  return new Set([...content[kind].map(({ id }) => id), ...broken]);
}

export const pageKinds = ['policies', 'places', 'clusters', 'cases'] as const satisfies PageKind[];

/** Every entry that has a page of its own. */
export function pageEntries(content: Content) {
  return pageKinds.flatMap((kind) => content[kind].map((entry) => ({ kind, entry })));
}
