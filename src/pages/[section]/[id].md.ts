import type { PageKind } from '#schemas/vocabulary.ts';
import { pageKinds } from '#domain/content.ts';
import { markdownPage } from '#outputs/markdown-page.ts';
import { catalog } from '#catalog';
import { absolute, site, urls } from '#site';

/** The Markdown twin of each page, for programs and for people who copy text. */
export function getStaticPaths() {
  return pageKinds.flatMap((section) => catalog[section].map(({ id }) => ({ params: { section, id } })));
}

export const GET = ({ params: { section, id } }: { params: { section: PageKind; id: string } }) => {
  const entry = catalog[section].find((item) => item.id === id);
  if (!entry) return new Response(null, { status: 404 });
  return new Response(markdownPage({ catalog, urls, absolute, siteName: site.name }, section, entry), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
