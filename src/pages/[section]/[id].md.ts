import type { PageKind } from '#schemas/vocabulary.ts';
import type { Case, Cluster, Place, Policy } from '#domain/catalog.ts';
import { pageKinds } from '#domain/content.ts';
import { markdownPage } from '#outputs/markdown-page.ts';
import { catalog } from '#catalog';
import { absolute, site, urls } from '#site';

/** The Markdown twin of each page, for programs and for people who copy text. */
export function getStaticPaths() {
  return pageKinds.flatMap((section) =>
    catalog[section].map((entry) => ({ params: { section, id: entry.id }, props: { entry } })),
  );
}

interface Context {
  params: { section: PageKind };
  props: { entry: Place | Policy | Cluster | Case };
}

export const GET = ({ params: { section }, props: { entry } }: Context) =>
  new Response(markdownPage({ catalog, urls, absolute, siteName: site.name }, section, entry), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
