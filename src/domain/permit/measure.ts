import type { Choice, PermitGraph, PermitNode } from './graph.ts';
import type { Answers } from './judge.ts';
import { combinations } from './table.ts';

/** The pages someone with these answers goes through, the result last. */
export function walk(graph: PermitGraph, answers: Answers): PermitNode[] {
  const path: PermitNode[] = [];
  for (let node: PermitNode | undefined = graph.start; node;) {
    path.push(node);
    if (node.kind === 'result') return path;
    const own: string | undefined = answers[node.question.id];
    const taken: Choice | undefined = node.choices.find(
      ({ question, option, after }) => answers[question.id] === option.id && (!after || after.id === own),
    );
    node = taken && graph.nodes.get(taken.to);
  }
  throw new Error(`没有合适的选项：${JSON.stringify(answers)}`);
}

export interface Measure {
  questionPages: number;
  resultPages: number;
  combinations: number;
  fewestTaps: number;
  meanTaps: number;
  mostTaps: number;
  /** How many combinations take how many taps. */
  byTaps: ReadonlyMap<number, number>;
}

/** How large the checker is and how many taps it takes, over all combinations of answers. */
export function measure(graph: PermitGraph): Measure {
  const pages = [...graph.nodes.values()];
  const taps = combinations(graph.order).map((answers) => walk(graph, answers).length - 1);
  const byTaps = new Map<number, number>();
  for (const count of taps.toSorted((a, b) => a - b)) byTaps.set(count, (byTaps.get(count) ?? 0) + 1);
  return {
    questionPages: pages.filter(({ kind }) => kind === 'question').length,
    resultPages: pages.filter(({ kind }) => kind === 'result').length,
    combinations: taps.length,
    fewestTaps: Math.min(...byTaps.keys()),
    meanTaps: taps.reduce((sum, count) => sum + count, 0) / taps.length,
    mostTaps: Math.max(...byTaps.keys()),
    byTaps,
  };
}
