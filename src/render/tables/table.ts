import type { Catalog } from '#domain/model/catalog.ts';
import type { Urls } from '#domain/site/urls.ts';
import type { Cell } from '#render/csv.ts';

/** Kinds of value as Frictionless Table Schema names them; `any` where a source writes figures and words alike. */
export type FieldType = 'string' | 'number' | 'datetime' | 'any';

export interface Column {
  name: string;
  title: string;
  meaning: string;
  unit?: string;
  type: FieldType;
  /** Never empty. */
  required: boolean;
  /** Form of a text, e.g. of a partial date. */
  pattern?: string;
}

export interface Table {
  id: string;
  title: string;
  /** Column whose value names a row, where one does. */
  key?: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

export interface TableContext {
  catalog: Catalog;
  urls: Urls;
  absolute: (path: string) => string;
}

type Options = Partial<Pick<Column, 'unit' | 'type' | 'required' | 'pattern'>>;

/** A column (列); text that may be empty unless said otherwise. */
export function column(name: string, title: string, meaning: string, options: Options = {}): Column {
  return { name, title, meaning, type: 'string', required: false, ...options };
}

/** 2023, 2023-09 or 2023-09-13: dates are as exact as their source. */
export const partialDate = { pattern: String.raw`^\d{4}(-\d{2}){0,2}$` } as const;
export const required = { required: true } as const;
export const measured = (unit: string): Options => ({ type: 'number', unit });

/** Several values in one cell. */
export const joined = (values: readonly string[]): string => values.join('；');
