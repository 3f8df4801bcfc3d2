import { catalog } from '#catalog';
import { geoJson } from './_tables.ts';

/** Without a place there is nothing to send, and no file is made. */
export const GET = () =>
  new Response(catalog.places.length > 0 ? geoJson() : null, {
    headers: { 'content-type': 'application/geo+json; charset=utf-8' },
  });
