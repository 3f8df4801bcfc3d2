import type { PermitQuestion } from '#schemas/permit.ts';
import type { Table } from './table.ts';

/**
 * The order of questions (提问次序) with the fewest taps over all combinations.
 * Whether a question is asked depends on which others were answered before it, not on their order,
 * so sets of questions are enough to look at: 2^7 of them, not 7! orders.
 * Among equally good orders the one closest to questions.yaml wins, so that a writer decides what reads well.
 */
export function bestOrder(table: Table): PermitQuestion[] {
  const { questions } = table;
  const everything = (1 << questions.length) - 1;
  const fewest = new Array<number>(everything + 1).fill(0);
  const best = new Array<number>(everything + 1).fill(-1);
  const asked = questions.map((question) => timesAsked(table, question));
  for (let answered = everything - 1; answered >= 0; answered--) {
    let least = Infinity;
    questions.forEach((_, index) => {
      if (answered & (1 << index)) return;
      const taps = (asked[index]?.(answered) ?? 0) + (fewest[answered | (1 << index)] ?? 0);
      if (taps < least) [least, best[answered]] = [taps, index];
    });
    fewest[answered] = least;
  }
  const order: PermitQuestion[] = [];
  for (let answered = 0; answered !== everything;) {
    const index = best[answered] ?? -1;
    const question = questions[index];
    if (!question) break;
    order.push(question);
    answered |= 1 << index;
  }
  return order;
}

/** In how many combinations a question still matters once a set of others (one bit each) is answered. */
function timesAsked(table: Table, question: PermitQuestion): (answered: number) => number {
  const { questions, at, strides } = table;
  const stride = strides.get(question.id) ?? 0;
  const digit = (place: number, { id, options }: PermitQuestion) =>
    Math.floor(place / (strides.get(id) ?? 1)) % options.length;
  const mattering = [...at.keys()].filter(
    (place) =>
      digit(place, question) === 0 && question.options.some((_, option) => at[place + option * stride] !== at[place]),
  );
  return (answered) => {
    const known = questions.filter((_, index) => answered & (1 << index));
    const seen = new Set(
      mattering.map((place) => known.reduce((sum, each) => sum + digit(place, each) * (strides.get(each.id) ?? 0), 0)),
    );
    const ways = known.reduce((product, { options }) => product * options.length, 1);
    return seen.size * (at.length / ways);
  };
}
