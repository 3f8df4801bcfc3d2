import type { PermitQuestion } from '#schemas/permit.ts';
import type { Known } from './answers.ts';

export const startId = 'start';

/**
 * The address of a page says what is known on it: h23p4 is 户口 option 2 or 3, 居住证 option 4.
 * It is made from the answers only, so a new rule or another wording moves no page that it does not split or join.
 */
export function nodeId(known: Known, questions: readonly PermitQuestion[]): string {
  const parts = questions.map((question) => {
    const options = known.get(question);
    return options ? question.letter + options.map((option) => question.options.indexOf(option) + 1).join('') : '';
  });
  return parts.join('') || startId;
}

/** The answers an address stands for; undefined where it is no address of ours. */
export function knownFromId(id: string, questions: readonly PermitQuestion[]): Known | undefined {
  if (id === startId) return new Map();
  if (!/^([a-z][1-9]+)+$/.test(id)) return undefined;
  const known = new Map<PermitQuestion, PermitQuestion['options']>();
  for (const [, letter, digits] of id.matchAll(/([a-z])(\d+)/g)) {
    const question = questions.find((each) => each.letter === letter);
    const options = question?.options.filter((_, index) => digits?.includes(String(index + 1)));
    if (!question || options?.length !== digits?.length) return undefined;
    known.set(question, options ?? []);
  }
  return known;
}
