import type { Condition, Decision, PermitModel } from '#schemas/permit.ts';

/** Question id → option id; a question not answered yet is left out. */
export type Answers = Readonly<Partial<Record<string, string>>>;
export type Verdict = 'yes' | 'no' | 'unknown';

/** What the answers lead to. Lists of ids; `say` holds the sentences themselves. */
export interface Outcome {
  /** 现在可能用得上 */
  now: string[];
  /** 有证或者补齐条件以后 */
  later: string[];
  /** 本地没查到、要先问 */
  maybe: string[];
  /** 下一步, the most urgent first */
  next: string[];
  say: string[];
  rules: string[];
}

type Model = Pick<PermitModel, 'decisions' | 'entitlements' | 'rules' | 'steps'>;

/** One unmet condition is a no; an unanswered one, with nothing unmet, leaves it unknown. */
export function verdict(when: Condition, answers: Answers): Verdict {
  let result: Verdict = 'yes';
  for (const [question, oneOf] of Object.entries(when)) {
    const answer = answers[question];
    if (answer === undefined) result = 'unknown';
    else if (!oneOf.includes(answer)) return 'no';
  }
  return result;
}

/**
 * Everything that is sure, given the answers; with all questions answered, that is the whole result.
 * now outranks later, later outranks maybe: what may still turn out to be 现在可能用得上 is not promised for later.
 */
export function judge(model: Model, answers: Answers): Outcome {
  const sure = model.decisions.filter(({ when }) => verdict(when, answers) === 'yes');
  const possible = model.decisions.filter(({ when }) => verdict(when, answers) !== 'no');
  const now = named(sure, 'now');
  const later = without(named(sure, 'later'), named(possible, 'now'));
  const maybe = without(named(sure, 'maybe'), named(possible, 'now'), named(possible, 'later'));
  const next = inTableOrder(
    model.steps.toSorted((a, b) => a.rank - b.rank),
    named(sure, 'next'),
  );
  return {
    now: inTableOrder(model.entitlements, now),
    later: inTableOrder(model.entitlements, later),
    maybe: inTableOrder(model.entitlements, maybe),
    next,
    say: [...new Set(sure.flatMap(({ say }) => say ?? []))],
    rules: inTableOrder(model.rules, named(sure, 'rules')),
  };
}

export type Heading = 'now' | 'later' | 'maybe';

function named(decisions: readonly Decision[], key: 'now' | 'later' | 'maybe' | 'next' | 'rules'): Set<string> {
  return new Set(decisions.flatMap((decision) => decision[key]));
}

function without(ids: ReadonlySet<string>, ...others: ReadonlySet<string>[]): Set<string> {
  return new Set([...ids].filter((id) => !others.some((other) => other.has(id))));
}

/** Equal sets become equal lists, whichever decisions they came from. */
function inTableOrder(rows: readonly { id: string }[], ids: ReadonlySet<string>): string[] {
  return rows.flatMap(({ id }) => (ids.has(id) ? [id] : []));
}
