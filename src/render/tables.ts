import type { Catalog } from '#domain/model/catalog.ts';
import { formatValue } from '#domain/model/facts.ts';
import type { Urls } from '#domain/site/urls.ts';
import type { Cell } from './csv.ts';
import { casesTable } from '#render/tables/cases.ts';
import { clausesTable } from '#render/tables/clauses.ts';
import { placesTable } from '#render/tables/places.ts';
import { sourcesTable } from '#render/tables/sources.ts';
import type { Table } from '#render/tables/table.ts';
import { targetsTable } from '#render/tables/targets.ts';

export type { Column, Table } from '#render/tables/table.ts';
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

/** Rows as objects keyed by column name. */
export function toRecords({ columns, rows }: Pick<Table, 'columns' | 'rows'>): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
}

/** RFC 7946. A place without a known point has a null geometry; precision and origin travel with the point. */
export function placesGeoJson(catalog: Catalog, table: Table): object {
  const records = toRecords(table);
  return {
    type: 'FeatureCollection',
    features: catalog.places.map(({ data }, index) => ({
      type: 'Feature',
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
