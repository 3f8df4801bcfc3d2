import type { PermitQuestion } from '#schemas/permit.ts';
import type { PermitGraph } from './graph.ts';

/** Pages and links of the checker, counted by question: what the picture of the graph shows. */
export interface GraphCounts {
  /** Questions in the order of asking, with the number of pages that ask each. */
  stops: { question: PermitQuestion; pages: number }[];
  results: number;
  /** Links from the pages of one question to those of another, or to results (to undefined). */
  links: { from: PermitQuestion; to: PermitQuestion | undefined; count: number }[];
}

export function countGraph({ nodes, order }: PermitGraph): GraphCounts {
  const asking = [...nodes.values()].flatMap((node) => (node.kind === 'question' ? [node] : []));
  const links = new Map<PermitQuestion, Map<PermitQuestion | undefined, number>>();
  for (const { question, choices } of asking) {
    const own = links.get(question) ?? new Map<PermitQuestion | undefined, number>();
    for (const { to } of choices) {
      const next = nodes.get(to);
      const target = next?.kind === 'question' ? next.question : undefined;
      own.set(target, (own.get(target) ?? 0) + 1);
    }
    links.set(question, own);
  }
  const asked = order.filter((question) => links.has(question));
  return {
    stops: asked.map((question) => ({ question, pages: asking.filter((node) => node.question === question).length })),
    results: nodes.size - asking.length,
    links: asked.flatMap((from) => [...(links.get(from) ?? [])].map(([to, count]) => ({ from, to, count }))),
  };
}
