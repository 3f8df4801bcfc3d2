import type { PermitModel, PermitQuestion } from '#schemas/permit.ts';
import { type Answers, type Outcome, judge } from './judge.ts';

/** The outcome of every combination of answers (全部组合): few enough to be written out whole. */
export interface Table {
  questions: readonly PermitQuestion[];
  /** Different outcomes only. */
  outcomes: readonly Outcome[];
  /** Place in `outcomes` for each combination. */
  at: readonly number[];
  /** What one option further adds to the place of a combination, question by question. */
  strides: ReadonlyMap<string, number>;
}

export function tabulate(model: PermitModel): Table {
  const strides = new Map<string, number>();
  let size = 1;
  for (const { id, options } of model.questions) {
    strides.set(id, size);
    size *= options.length;
  }
  const outcomes: Outcome[] = [];
  const places = new Map<string, number>();
  const at = combinations(model.questions).map((answers) => {
    const outcome = judge(model, answers);
    const key = JSON.stringify(outcome);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, outcomes.length);
    return outcomes.push(outcome) - 1;
  });
  return { questions: model.questions, outcomes, at, strides };
}

/** All combinations of answers; the first question turns fastest, as the strides have it. */
export function combinations(questions: readonly PermitQuestion[]): Answers[] {
  return questions.reduce<Answers[]>(
    (list, { id, options }) => options.flatMap((option) => list.map((answers) => ({ ...answers, [id]: option.id }))),
    [{}],
  );
}
