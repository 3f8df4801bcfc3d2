import type { APIRoute, GetStaticPaths } from 'astro';
import type { Table } from '#render/tables.ts';
import { published, xlsx } from './_tables.ts';

export const getStaticPaths: GetStaticPaths = () =>
  published.map((table) => ({ params: { table: table.id }, props: { table } }));

export const GET: APIRoute<{ table: Table }> = async ({ props: { table } }) =>
  new Response(await xlsx(table), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
