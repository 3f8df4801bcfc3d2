import type { APIRoute, GetStaticPaths } from 'astro';
import { toCsv } from '#outputs/csv.ts';
import type { Table } from '#outputs/tables.ts';
import { tables } from './_tables.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.values(tables).map((table) => ({ params: { table: table.id }, props: { table } }));

export const GET: APIRoute<{ table: Table }> = ({ props: { table } }) =>
  new Response(
    toCsv(
      table.columns.map(({ title }) => title),
      table.rows,
    ),
    {
      headers: { 'content-type': 'text/csv; charset=utf-8' },
    },
  );
