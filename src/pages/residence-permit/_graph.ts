import published from '#data/addresses.txt?raw';
import { compile } from '#domain/permit/graph.ts';
import { retiredNodes } from '#domain/permit/retired.ts';
import { catalog } from '#catalog';
import { urls } from '#site';

/** The checker's pages, compiled once for a build. */
export const graph = compile(catalog.permit);

/** The first page is /residence-permit/ itself. */
export const addressOf = (id: string) => (id === graph.start.id ? urls.fixed('permit') : urls.permit(id));

/** Only our own content has addresses that were published. */
export const retired = process.env['CONTENT_DIR'] ? [] : retiredNodes(published.split(/\r?\n/), graph);
