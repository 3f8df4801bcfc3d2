import { placesGeoJson } from '#outputs/tables.ts';
import { catalog } from '#catalog';
import { tables } from './_tables.ts';

export const GET = () =>
  new Response(JSON.stringify(placesGeoJson(catalog, tables.places)), {
    headers: { 'content-type': 'application/geo+json; charset=utf-8' },
  });
