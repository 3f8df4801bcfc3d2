import type { Question } from '#schemas/entries.ts';
import type { Policy } from '#domain/model/types.ts';
import { questionId } from '#domain/model/questions.ts';

/** A question with the explainer it stands on and its id there. */
export interface PlacedQuestion extends Question {
  policy: Policy;
  at: string;
}

/** The questions of all explainers (问答), in their order. */
export const allQuestions = ({ policies }: { policies: readonly Policy[] }): PlacedQuestion[] =>
  policies.flatMap((policy) => policy.data.questions.map((one) => ({ ...one, policy, at: questionId(one.q) })));

/**
 * Stylesheet by which a list shows the parts of one class alone once the element with that id is the target of the address:
 * sections that hold none of them, and items that are not of it, are hidden.
 */
export const onlyAbout = (ids: readonly string[]): string =>
  ids.length === 0
    ? ''
    : `${ids.flatMap((id) => [`#${id}:target~section:not(.${id})`, `#${id}:target~section li:not(.${id})`]).join()}{display:none}`;
