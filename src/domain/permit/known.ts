import type { PermitOption, PermitQuestion } from '#schemas/permit.ts';
import type { Outcome } from './judge.ts';
import type { Table } from './table.ts';

/**
 * What a page knows of the answers (你的回答): for each question the options that lead to the same page. A question that is
 * left out may have had any answer or none.
 */
export type Known = ReadonlyMap<PermitQuestion, readonly PermitOption[]>;

/**
 * The same answers as the address of a page says them. Answers of other needs are dropped, and so is one that may be this
 * or that where it matters which it was. Each of the others stands with all options that lead to the very same pages, and
 * is left out where every option does, unless it travels.
 */
export function settle(table: Table, known: Known): Known {
  const given = table.questions.flatMap((question) => {
    const options = known.get(question);
    return options ? [{ question, options }] : [];
  });
  const answers = new Map<PermitQuestion, PermitOption>();
  for (const { question, options } of given) if (options.length === 1) set(answers, question, options[0]);
  for (const { question, options } of given) {
    if (options.length > 1 && same(table, answers, question, options)) set(answers, question, options[0]);
  }

  const wide = new Map<PermitQuestion, readonly PermitOption[]>();
  for (const [question, answer] of answers) {
    const alike = (option: PermitOption) => every(wide, answers, (all) => same(table, all, question, [answer, option]));
    wide.set(question, question.travels ? [answer] : question.options.filter(alike));
  }
  return new Map([...wide].filter(([{ options, travels }, alike]) => travels || alike.length < options.length));
}

/** The first question of an order that still makes a difference. */
export function nextQuestion(table: Table, order: readonly PermitQuestion[], known: Known): PermitQuestion | undefined {
  const answers = firsts(known);
  return order.find((question) => !known.has(question) && !same(table, answers, question, question.options));
}

/** What answers lead to that leave no question open. */
export function outcomeOf(table: Table, known: Known): Outcome {
  const [place = 0] = places(table, firsts(known));
  const outcome = table.outcomes[table.at[place] ?? 0];
  if (!outcome) throw new Error('这件事一条判断也没有，这是程序的差错');
  return outcome;
}

type Answered = ReadonlyMap<PermitQuestion, PermitOption>;

/** Any of the options of each answer stands for all of them. */
function firsts(known: Known): Answered {
  const answers = new Map<PermitQuestion, PermitOption>();
  for (const [question, [first]] of known) set(answers, question, first);
  return answers;
}

/** Whether it makes no difference, now or later, which of these options is the answer. */
function same(table: Table, answers: Answered, question: PermitQuestion, options: readonly PermitOption[]): boolean {
  const rests = options.map((option) =>
    places(table, new Map(answers).set(question, option))
      .map((place) => table.at[place])
      .join(),
  );
  return rests.every((rest) => rest === rests[0]);
}

/** Whether something holds whichever options of `wide` were the answers. */
function every(wide: Known, answers: Answered, holds: (answers: Answered) => boolean): boolean {
  const ways = [...wide].reduce<Answered[]>(
    (list, [question, options]) => list.flatMap((way) => options.map((option) => new Map(way).set(question, option))),
    [answers],
  );
  return ways.every(holds);
}

/** Places in the table of all combinations that agree with the answers. */
function places({ questions, strides }: Table, answers: Answered): number[] {
  return questions.reduce<number[]>(
    (list, question) => {
      const answer = answers.get(question);
      const stride = strides.get(question.id) ?? 0;
      const options = answer ? [question.options.indexOf(answer)] : question.options.keys();
      return [...options].flatMap((option) => list.map((place) => place + option * stride));
    },
    [0],
  );
}

function set(answers: Map<PermitQuestion, PermitOption>, question: PermitQuestion, option?: PermitOption): void {
  if (option) answers.set(question, option);
}
