import type { PermitOption, PermitQuestion } from '#schemas/permit.ts';

/** Several answers to one question as one phrase: 户口不在本地; without a name of their own, joined by 或. */
export function phrase(question: PermitQuestion, options: readonly PermitOption[]): string {
  const ids = new Set(options.map(({ id }) => id));
  const group = question.groups.find(({ of }) => of.length === ids.size && of.every((id) => ids.has(id)));
  return group?.short ?? options.map(({ short }) => short).join('或');
}
