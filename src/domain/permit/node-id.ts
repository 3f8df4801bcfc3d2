import type { PermitQuestion } from '#schemas/permit.ts';
import type { Known } from './known.ts';

/**
 * The last part of a page's address says what is known on it: h3p4 is 户口 option 3, 居住证 option 4; empty where nothing is.
 * It is made from the answers only, so a new rule or another wording moves no page that it does not split or join.
 */
export function nodeId(known: Known, questions: readonly PermitQuestion[]): string {
  const parts = questions.map((question) => {
    const options = known.get(question);
    return options ? question.letter + options.map((option) => question.options.indexOf(option) + 1).join('') : '';
  });
  return parts.join('');
}
