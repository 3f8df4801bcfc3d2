import type { PageKind } from '#schemas/kinds.ts';
import type { APIRoute, GetStaticPaths } from 'astro';
import { sections, site, urls } from '#site';
import { feed } from '../_feed.ts';

/** Clusters are part of the column of places (镇村). */
const kinds = { policies: ['policies'], places: ['places', 'clusters'], cases: ['cases'] } as const satisfies Record<
  string,
  PageKind[]
>;
type Section = keyof typeof kinds;

export const getStaticPaths: GetStaticPaths = () => Object.keys(kinds).map((section) => ({ params: { section } }));

export const GET: APIRoute<Record<string, unknown>, { section: Section }> = ({ params: { section } }) =>
  feed(`${site.name}：${sections[section].label}`, sections[section].about, urls.fixed(section), kinds[section]);
