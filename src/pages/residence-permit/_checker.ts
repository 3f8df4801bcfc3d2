import { type PageRef, compile } from '#domain/permit/pages.ts';
import { catalog } from '#catalog';
import { urls } from '#site';

/** The checker's pages, compiled once for a build. */
export const checker = compile(catalog.permit);

export const addressOf = ({ need, id }: PageRef) => urls.permit(...[need, id].filter(Boolean));
