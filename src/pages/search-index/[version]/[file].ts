import type { APIRoute, GetStaticPaths } from 'astro';
import { manifestFile } from '#search/files.ts';
import { files, version } from '../_files.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...files].flatMap(([file, text]) => (file === manifestFile ? [] : { params: { version, file }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
