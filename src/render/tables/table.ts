import type { Catalog } from '#domain/model/catalog.ts';
import type { Urls } from '#domain/site/urls.ts';
import type { Cell } from '../csv.ts';

/**
 * Kinds of value. `any`: a source writes figures and words alike; `date`: as exact as its source, 2023, 2023-09 or
 * 2023-09-13; `list`: several texts.
 */
export type FieldType = 'string' | 'number' | 'datetime' | 'any' | 'date' | 'list';

export interface Column {
  name: string;
  title: string;
  meaning: string;
  unit?: string;
  type: FieldType;
  /** Never empty. */
  required: boolean;
  /** The values a text may have. */
  values?: readonly string[];
  /** Its values are sources by their ids. */
  isSource?: boolean;
  /** Programs read it and people do not, or the other way round. */
  only?: 'json' | 'sheet';
}

export interface Table {
  id: string;
  title: string;
  /** Column whose value names a row for people, where one does. */
  key?: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

export interface TableContext {
  catalog: Catalog;
  urls: Urls;
  absolute: (path: string) => string;
}

type Options = Partial<Pick<Column, 'unit' | 'type' | 'required' | 'values' | 'isSource' | 'only'>>;

/** A column (列) and its value in the row of an item; nothing there is an empty cell. */
export type ColumnOf<T> = readonly [
  name: string,
  title: string,
  meaning: string,
  value: (item: T) => Cell | undefined,
  options?: Options,
];

/** A table with a row for each item. Cells are text that may be empty unless the options of their column say otherwise. */
export function tableOf<T>(
  head: Pick<Table, 'id' | 'title' | 'key'>,
  items: readonly T[],
  columns: readonly ColumnOf<T>[],
): Table {
  return {
    ...head,
    columns: columns.map(([name, title, meaning, , options]) => ({
      name,
      title,
      meaning,
      type: 'string',
      required: false,
      ...options,
    })),
    rows: items.map((item) => columns.map(([, , , value]) => value(item) ?? null)),
  };
}

export const partialDate = { type: 'date' } as const;
export const required = { required: true } as const;
export const list = { type: 'list' } as const;
export const measured = (unit: string): Options => ({ type: 'number', unit });
