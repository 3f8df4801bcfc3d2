import type { APIRoute, GetStaticPaths } from 'astro';
import { pageKindNames, pageKinds } from '#schemas/kinds.ts';
import { catalog } from '#catalog';
import { sections, site, urls } from '#site';
import { feed } from '../_feed.ts';

type Section = (typeof pageKinds)[keyof typeof pageKinds]['section'];

/** A feed for each column that kinds of page belong to; clusters are part of the column of places (镇村). */
export const getStaticPaths: GetStaticPaths = () =>
  [...new Set(pageKindNames.map((kind) => pageKinds[kind].section))]
    .filter(catalog.has)
    .map((section) => ({ params: { section } }));

export const GET: APIRoute<Record<string, unknown>, { section: Section }> = ({ params: { section } }) =>
  feed(
    `${section}/rss.xml`,
    `${site.name}：${sections[section].label}`,
    sections[section].about,
    urls.fixed(section),
    pageKindNames.filter((kind) => pageKinds[kind].section === section),
  );
