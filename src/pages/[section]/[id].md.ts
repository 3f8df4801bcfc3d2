import type { APIRoute, GetStaticPaths } from 'astro';
import { type PageEntry, pageEntries } from '#domain/model/content.ts';
import { markdownPage } from '#render/markdown-page.ts';
import { catalog } from '#catalog';
import { absolute, site, urls } from '#site';

/** Each page as Markdown, for programs and for people who copy text. */
export const getStaticPaths: GetStaticPaths = () =>
  pageEntries(catalog).map((page) => ({ params: { section: page.kind, id: page.entry.id }, props: { page } }));

export const GET: APIRoute<{ page: PageEntry }> = ({ props: { page } }) =>
  new Response(markdownPage({ catalog, urls, absolute, siteName: site.name, guidance: site }, page), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
