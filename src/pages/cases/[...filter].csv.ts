import type { APIRoute, GetStaticPaths } from 'astro';
import { caseFilters } from '#domain/cases/filters.ts';
import { type Table, casesTable } from '#render/tables.ts';
import { catalog } from '#catalog';
import { absolute, urls } from '#site';
import { csv } from '../data/_tables.ts';

export const getStaticPaths: GetStaticPaths = () =>
  caseFilters(catalog)
    .flatMap(({ filters }) => filters)
    .map(({ path, cases }) => ({
      params: { filter: path.join('/') },
      props: { table: casesTable({ catalog, urls, absolute }, cases) },
    }));

export const GET: APIRoute<{ table: Table }> = ({ props: { table } }) =>
  new Response(csv(table), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
