import { manifestFile } from '#search/files.ts';
import { files } from './_files.ts';

/** Read first; it names the version of the other files. */
export const GET = () =>
  new Response(files.get(manifestFile), { headers: { 'content-type': 'application/json; charset=utf-8' } });
