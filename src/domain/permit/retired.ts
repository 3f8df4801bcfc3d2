import type { PermitGraph, PermitNode } from './graph.ts';

/** A page of the checker that was published once and is no more (停用的页): printed codes still lead to it. */
export interface Retired {
  id: string;
  /** Where its reader goes on. */
  to: PermitNode;
}

/** Of all addresses ever published, those of checker pages that the rules no longer make. */
export function retiredNodes(published: readonly string[], graph: PermitGraph): Retired[] {
  return published
    .flatMap((address) => /^\/residence-permit\/((?:[a-z]\d+)+)\/$/.exec(address)?.[1] ?? [])
    .filter((id) => !graph.nodes.has(id))
    .map((id) => ({ id, to: graph.nearest(id) }));
}
