import type { APIRoute, GetStaticPaths } from 'astro';
import { type ShareText, shareTexts } from '#domain/site/share.ts';
import { catalog } from '#catalog';
import { site } from '#site';
import { sharePng } from './_picture.ts';

export const getStaticPaths: GetStaticPaths = () =>
  shareTexts(catalog, site).map((share) => ({ params: { page: `${share.kind}/${share.id}` }, props: { share } }));

export const GET: APIRoute<{ share: ShareText }> = async ({ props: { share } }) =>
  new Response(await sharePng(share, site.name), { headers: { 'content-type': 'image/png' } });
