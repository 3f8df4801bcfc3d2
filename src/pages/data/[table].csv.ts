import type { APIRoute, GetStaticPaths } from 'astro';
import type { Table } from '#render/tables.ts';
import { csv, published } from './_tables.ts';

export const getStaticPaths: GetStaticPaths = () =>
  published.map((table) => ({ params: { table: table.id }, props: { table } }));

export const GET: APIRoute<{ table: Table }> = ({ props: { table } }) =>
  new Response(csv(table), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
