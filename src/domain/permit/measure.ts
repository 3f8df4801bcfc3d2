import type { Answers } from './judge.ts';
import type { NeedPages, PermitPage } from './pages.ts';
import { combinations } from './table.ts';

/** The pages someone with these answers goes through from the first page of a need, the result last. */
export function walk({ pages }: Pick<NeedPages, 'pages'>, answers: Answers, from = ''): PermitPage[] {
  const path: PermitPage[] = [];
  for (let page = pages.get(from); page;) {
    path.push(page);
    if (page.kind === 'result') return path;
    const { question, choices } = page;
    const taken = choices.find(({ option }) => answers[question.id] === option.id);
    page = taken && pages.get(taken.to);
  }
  throw new Error(`没有合适的选项：${JSON.stringify(answers)}`);
}

/** Taps from the first page of a need to a result: over all combinations of its answers, each as likely as any other. */
export function taps(need: NeedPages): { most: number; mean: number } {
  const counts = combinations(need.order).map((answers) => walk(need, answers).length - 1);
  return { most: Math.max(...counts), mean: counts.reduce((sum, count) => sum + count, 0) / counts.length };
}
