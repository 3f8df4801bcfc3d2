import type { APIRoute, GetStaticPaths } from 'astro';
import { policyRecords, toRecords } from '#outputs/tables.ts';
import { catalog } from '#catalog';
import { urls } from '#site';
import { absolute, json, tables } from './_tables.ts';

const contents = {
  places: toRecords(tables.places),
  cases: toRecords(tables.cases),
  targets: toRecords(tables.targets),
  clauses: catalog.clauses,
  policies: policyRecords(catalog, urls, absolute),
};

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(contents).map(([table, content]) => ({ params: { table }, props: { content } }));

export const GET: APIRoute<{ content: unknown }> = ({ props: { content } }) => json(content);
