import type { Root } from 'hast';
import type { CaseData, ClusterData, PageData, PlaceData, PolicyData, SourceData } from '#schemas/entries.ts';
import type { PermitModel, PermitTable } from '#schemas/permit.ts';
import type { Settings, SettingsName } from '#schemas/city.ts';
import type { PageKind } from '#schemas/kinds.ts';
import type { TableData } from '#schemas/tables.ts';

/** Shapes that everything in the domain shares. Types only, so that nobody has to import behaviour for them. */

/**
 * The prose of an entry as an HTML tree. The few tags writers may use
 * (条款、出处、背景资料、事实、名词) stand in it as elements named in body.ts.
 */
export type Body = Root;

/** A page that somebody wrote: its header, checked, and its prose. */
export interface Entry<T> {
  id: string;
  /** File it was read from, below the folder the command runs in. */
  path: string;
  data: T;
  body: Body;
}

/** Where a thing stands in the files, so that a fault can name it. */
export interface Located {
  id: string;
  path: string;
  /** Line of a field of the front matter, e.g. ['roles', 0, 'clause']; the nearest parent's where it is missing. */
  lineOf: (field: readonly PropertyKey[]) => number;
}

export type LocatedEntry<T> = Entry<T> & Located;

/** One row of a table, or one source. */
export interface Row<T> extends Located {
  data: T;
}

export type Place = Entry<PlaceData>;
export type Policy = Entry<PolicyData>;
export type Cluster = Entry<ClusterData>;
export type Case = Entry<CaseData>;
export type Source = SourceData & { id: string };

/** The pages of each kind. */
export type PageEntries = { [K in PageKind]: Entry<PageData[K]>[] };

/** The rows of each table. */
export type TableRows = { [K in keyof TableData]: TableData[K][] };

/** Everything that was written, well formed one by one: what the catalogue is made of. */
export type Written = PageEntries &
  TableRows & {
    settings: Settings;
    sources: Source[];
    permit: PermitModel;
  };

/** Tables of the residence-permit checker (居住证自查), each row with its place in its file. */
export type PermitRows = { [K in PermitTable]: Row<PermitModel[K][number]>[] };

/** The same with the place of everything in the files; whether it agrees is for the checks to say. */
export type Content = { [K in PageKind]: LocatedEntry<PageData[K]>[] } & {
  [K in keyof TableData]: Row<TableData[K]>[];
} & {
  /** Files of one thing each; without those that could not be read. */
  settings: { [K in SettingsName]?: Row<Settings[K]> };
  sources: Row<SourceData>[];
  permit: PermitRows;
  /** Files that are there but could not be read; pointing at them is no fault of its own. */
  unreadable: Unreadable[];
};

export type ContentKind = Exclude<keyof Content, 'unreadable'>;

export interface Unreadable {
  kind: ContentKind;
  /** undefined where a whole table could not be read. */
  id?: string;
}

/** Something wrong in what was written (差错): where it is, what is wrong and what to write instead. */
export interface Fault {
  /** `warning` is told and stops nothing. */
  severity: 'error' | 'warning';
  path: string;
  /** 1-based; 1 where no line is known. */
  line: number;
  field: string;
  problem: string;
  remedy: string;
}

/** A page by its kind and id, with its title. */
export interface PageRef {
  kind: PageKind;
  id: string;
  title: string;
}
