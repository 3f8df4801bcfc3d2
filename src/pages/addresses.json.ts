import type { KnownPage } from '#domain/site/near-address.ts';
import { pageKindNames } from '#schemas/kinds.ts';
import { createUrls } from '#domain/site/urls.ts';
import { catalog } from '#catalog';
import { listPages } from '#site';

const urls = createUrls('');

/** Pages by their address, for the one that is shown where there is none. */
const known: KnownPage[] = [
  ...pageKindNames.flatMap((kind) =>
    catalog[kind].map(({ id, data }) => ({ path: urls.entry(kind, id), title: data.title })),
  ),
  ...listPages.map(({ id, title }) => ({ path: urls.fixed(id), title })),
];

export const GET = () => Response.json(known);
