import { geoJson } from './_tables.ts';

export const GET = () =>
  new Response(geoJson(), { headers: { 'content-type': 'application/geo+json; charset=utf-8' } });
