import type { PermitOption, PermitQuestion } from '#schemas/permit.ts';
import { type Known, placeOf } from './answers.ts';
import { type Vertex, questionsFrom } from './decision-diagram.ts';
import { phrase } from './wording.ts';

/** One of 「您的回答」 on a page. */
export interface Answered {
  question: PermitQuestion;
  /** More than one where it makes no difference here which it was. */
  options: PermitOption[];
  text: string;
  /** The page that asks this question, the answers before it kept. */
  ask: string;
  /** Every other option, the other answers kept where that can be done. */
  changes: Change[];
}

export interface Change {
  option: PermitOption;
  /** Set where the page does not know an answer that makes a difference after the change: with this one, it leads there. */
  given?: PermitOption;
  /** 孩子要中考、高考（户口在外省） */
  text: string;
  to: string;
  /** Answers already given that have to be given again; to be said beside the link. */
  again: PermitQuestion[];
}

/** Makes the trail of a page from what is known there: in the order of asking, with the ways to change each answer. */
export function createTrails(start: Vertex, order: readonly PermitQuestion[], idOf: (vertex: Vertex) => string) {
  const stillAsked = questionsFrom(start);
  const leadingTo = (known: Known, text: string): Omit<Change, 'option'> => {
    const target = placeOf(known, start);
    const asked = stillAsked.get(target) ?? new Set();
    return { text, to: idOf(target), again: order.filter((other) => known.has(other) && asked.has(other)) };
  };
  const changesTo = (known: Known, question: PermitQuestion, option: PermitOption): Change[] => {
    const changed = new Map(known).set(question, [option]);
    const target = placeOf(changed, start);
    const unsure = 'to' in target ? target.question : question;
    const shared = changed.get(unsure) ?? [];
    if (unsure === question || shared.length < 2) return [{ option, ...leadingTo(changed, option.short) }];
    return shared.map((given) => {
      const text = `${option.short}（${given.short}）`;
      return { option, given, ...leadingTo(new Map(changed).set(unsure, [given]), text) };
    });
  };
  return (known: Known): Answered[] =>
    order.flatMap((question, place) => {
      const options = known.get(question);
      if (!options) return [];
      const before = new Map([...known].filter(([other]) => order.indexOf(other) < place));
      const others = question.options.filter((option) => !options.includes(option));
      return [
        {
          question,
          options: [...options],
          text: phrase(question, options),
          ask: idOf(placeOf(before, start)),
          changes: others.flatMap((option) => changesTo(known, question, option)),
        },
      ];
    });
}
