import type { Condition, PermitModel, PermitQuestion } from '#schemas/permit.ts';
import type { Known } from './known.ts';
import type { Heading } from './judge.ts';
import { phrase } from './wording.ts';

/** When an entitlement stands under each heading of a result: one phrase for each way, any of which is enough. */
export type Description = Record<Heading, string[]>;

type Model = Pick<PermitModel, 'questions' | 'decisions'>;

/** The conditions of an entitlement as sentences (什么情况下), for the page that explains everything at once. */
export function describe(model: Model, entitlement: string): Description {
  const under = (heading: Heading) => {
    const ways = model.decisions
      .filter((decision) => decision[heading].includes(entitlement))
      .map(({ when }) => knownFrom(model.questions, when));
    return join(ways).map((way) => sentence(model.questions, way));
  };
  return { now: under('now'), later: under('later'), maybe: under('maybe') };
}

/** One condition as a phrase, for the table of all rules. */
export function describeCondition(questions: readonly PermitQuestion[], when: Condition): string {
  return sentence(questions, knownFrom(questions, when));
}

function sentence(questions: readonly PermitQuestion[], way: Known): string {
  const parts = questions.flatMap((question) => {
    const options = way.get(question);
    return options ? [phrase(question, options)] : [];
  });
  return parts.join('，') || '来办这件事的都可能用上';
}

/** A question that allows every option says nothing and is left out. */
function knownFrom(questions: readonly PermitQuestion[], when: Condition): Known {
  return new Map(
    questions.flatMap((question) => {
      const allowed = when[question.id];
      const options = question.options.filter(({ id }) => allowed?.includes(id));
      return allowed && options.length < question.options.length ? [[question, options] as const] : [];
    }),
  );
}

/** Ways that differ in one question only become one, until none do: with a permit, or without one → either way. */
function join(ways: readonly Known[]): Known[] {
  for (const [index, way] of ways.entries()) {
    for (const [place, other] of ways.entries()) {
      if (place <= index) continue;
      const joined = joinTwo(way, other);
      if (joined) return join([...ways.filter((each) => each !== way && each !== other), joined]);
    }
  }
  return [...ways];
}

function joinTwo(a: Known, b: Known): Known | undefined {
  const questions = [...new Set([...a.keys(), ...b.keys()])];
  const different = questions.filter((question) => String(ids(a, question)) !== String(ids(b, question)));
  const [question, ...others] = different;
  if (!question) return a;
  if (others.length > 0) return undefined;
  const either = new Set([...ids(a, question), ...ids(b, question)]);
  const options = question.options.filter(({ id }) => either.has(id));
  const joined = new Map(a).set(question, options);
  if (options.length === question.options.length) joined.delete(question);
  return joined;
}

function ids(way: Known, question: PermitQuestion): string[] {
  return (way.get(question) ?? question.options).map(({ id }) => id);
}
