import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { photoFile } from '#content-io/photos.ts';
import { catalog } from '#catalog';

/** Recordings of the operator, those there are. */
export const getStaticPaths: GetStaticPaths = () =>
  catalog.policies.flatMap(({ id, path, data: { recording } }) =>
    recording ? [{ params: { id }, props: { file: photoFile(path, recording.file) } }] : [],
  );

export const GET: APIRoute<{ file: string }> = ({ props: { file } }) =>
  new Response(readFileSync(file), { headers: { 'content-type': 'audio/mpeg' } });
