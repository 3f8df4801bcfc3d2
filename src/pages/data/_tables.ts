import { createTables } from '#outputs/tables.ts';
import { catalog } from '#catalog';
import { urls } from '#site';

export const absolute = (path: string) => new URL(path, import.meta.env.SITE).href;
export const tables = createTables(catalog, urls, absolute);
export const json = (value: unknown) =>
  new Response(`${JSON.stringify(value, null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
