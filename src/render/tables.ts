import type { Catalog } from '#domain/model/catalog.ts';
import { formatValue } from '#domain/model/facts.ts';
import type { Urls } from '#domain/site/urls.ts';
import { type Cell, joined } from './csv.ts';
import { casesTable } from '#render/tables/cases.ts';
import { clausesTable } from '#render/tables/clauses.ts';
import { placesTable } from '#render/tables/places.ts';
import { sourcesTable } from '#render/tables/sources.ts';
import type { Column, Table } from '#render/tables/table.ts';
import { targetsTable } from '#render/tables/targets.ts';

export type { Column, FieldType, Table } from '#render/tables/table.ts';
export { casesTable };

export type TableName = 'places' | 'cases' | 'targets' | 'clauses' | 'sources';

/** The published tables (数据表). Each is defined once: CSV, JSON, GeoJSON, schemas and the field list on /data/ derive from here. */
export function createTables(
  catalog: Catalog,
  urls: Urls,
  absolute: (path: string) => string,
): Record<TableName, Table> {
  const context = { catalog, urls, absolute };
  return {
    places: placesTable(context),
    cases: casesTable(context),
    targets: targetsTable(context),
    clauses: clausesTable(context),
    sources: sourcesTable(context),
  };
}

/** What people open: the columns for them, each cell one text or number. */
export function sheetOf(table: Pick<Table, 'columns' | 'rows'>): { columns: Column[]; rows: Cell[][] } {
  const [columns, rows] = without('json', table);
  return {
    columns,
    rows: rows.map((row) =>
      row.map((cell, n) => {
        if (cell === null || typeof cell === 'number') return cell;
        if (typeof cell !== 'string') return joined(cell) || null;
        return columns[n]?.type === 'date' ? wholeDate(cell) : cell;
      }),
    ),
  };
}

/** What programs read: rows as objects keyed by column name. */
export function toRecords(table: Pick<Table, 'columns' | 'rows'>): Record<string, Cell>[] {
  const [columns, rows] = without('sheet', table);
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
}

/** The columns that programs read. */
export const jsonColumns = (table: Pick<Table, 'columns'>): Column[] => without('sheet', { ...table, rows: [] })[0];

function without(only: Column['only'], { columns, rows }: Pick<Table, 'columns' | 'rows'>): [Column[], Cell[][]] {
  const isIn = columns.map((column) => column.only !== only);
  return [columns.filter((_, n) => isIn[n]), rows.map((row) => row.filter((_, n) => isIn[n]))];
}

/**
 * A date in the one form of its column: 2023-09-XX where the day is not known, 2023-XX-XX where the month is not either
 * (ISO 8601-2). A spreadsheet would make 1 September 2023 of 2023-09.
 */
export function wholeDate(date: string): string {
  const [year = '', month = 'XX', day = 'XX'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** RFC 7946. A place without a known point has a null geometry; precision and origin travel with the point. */
export function placesGeoJson(catalog: Catalog, table: Table): object {
  const records = toRecords(table);
  return {
    type: 'FeatureCollection',
    features: catalog.places.map(({ id, data }, index) => ({
      type: 'Feature',
      id,
      geometry:
        data.latitude === undefined || data.longitude === undefined
          ? null
          : { type: 'Point', coordinates: [data.longitude, data.latitude] },
      properties: records[index] ?? {},
    })),
  };
}

/** Explainers as data: what each says in a sentence and which clauses it explains. */
export function policyRecords(catalog: Catalog, urls: Urls, absolute: (path: string) => string): object[] {
  return catalog.policies.map(({ id, data }) => ({
    id,
    title: data.title,
    short: data.short,
    summary: data.summary,
    clauses: data.clauses,
    questions: data.questions,
    facts: data.facts.map((fact) => ({ ...fact, text: formatValue(fact) })),
    published: data.published,
    updated: data.updated,
    url: absolute(urls.policy(id)),
  }));
}
