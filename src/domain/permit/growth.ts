import type { Need, PermitModel, PermitQuestion } from '#schemas/permit.ts';
import { modelOf } from './model.ts';
import { type NeedPages, compile } from './pages.ts';

/** Every page of the checker is kept on a reader's phone, at some 21 KB each: 500 are 10 MB. */
export const pageLimits = { warn: 250, most: 500 };
/** All combinations of the answers of a need are worked out one by one; five thousand take about a second. */
export const mostCombinations = 5000;

export interface NeedSize {
  need: Need;
  questions: number;
  results: number;
}

/** How large the checker is, need by need. */
export function sizes(compiled: ReadonlyMap<string, NeedPages>): NeedSize[] {
  return [...compiled.values()].map(({ need, pages }) => {
    const questions = [...pages.values()].filter(({ kind }) => kind === 'question').length;
    return { need, questions, results: pages.size - questions };
  });
}

export const pagesIn = (list: readonly NeedSize[]): number =>
  list.reduce((sum, { questions, results }) => sum + questions + results, 0);

export const combinationsOf = (model: PermitModel, need: string): number =>
  modelOf(model, need).questions.reduce((product, { options }) => product * options.length, 1);

/** The question of a need that makes most pages (最费页数的题): as many fewer there would be if it had only its first option. */
export function heaviest(model: PermitModel): { need: Need; question: PermitQuestion; pages: number } | undefined {
  const all = pagesIn(sizes(compile(model)));
  return model.needs
    .flatMap((need) =>
      modelOf(model, need.id).questions.map((question) => {
        const pages = all - pagesIn(sizes(compile(without(model, need.id, question))));
        return { need, question, pages };
      }),
    )
    .toSorted((a, b) => b.pages - a.pages)[0];
}

/** The rules of one need as they are for those who give a question its first answer. */
function without(model: PermitModel, need: string, { id, options }: PermitQuestion): PermitModel {
  const first = options[0]?.id ?? '';
  const decisions = model.decisions.flatMap((decision) => {
    const allowed = decision.need === need ? decision.when[id] : undefined;
    if (!allowed) return [decision];
    const when = Object.fromEntries(Object.entries(decision.when).filter(([asked]) => asked !== id));
    return allowed.includes(first) ? [{ ...decision, when }] : [];
  });
  return { ...model, decisions };
}
