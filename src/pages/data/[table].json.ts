import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonFiles, jsonText } from './_tables.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(jsonFiles).map(([table, content]) => ({ params: { table }, props: { content } }));

export const GET: APIRoute<{ content: object }> = ({ props: { content } }) =>
  new Response(jsonText(content), { headers: { 'content-type': 'application/json; charset=utf-8' } });
