import type { Entitlement, PermitModel, PermitRule, Step } from '#schemas/permit.ts';
import type { Outcome } from './judge.ts';

/** A result with its rows looked up and in the order a page shows them. */
export interface ResultView {
  /** Stand out for everyone: unpaid wages, legal aid (讨薪、法律援助). */
  urgent: Entitlement[];
  /** 现在可能用得上, because of these answers. */
  own: Entitlement[];
  /** 现在可能用得上, whatever was answered: the same on every result. */
  common: Entitlement[];
  /** 有证或者补齐条件以后 */
  later: Entitlement[];
  /** 本地没查到、要先问 */
  maybe: Entitlement[];
  /** 下一步, the most urgent first. */
  steps: Step[];
  /** Papers for the first step (这一趟要带的). */
  papers: string[];
  /** Sentences about these answers; the one for everyone is left out. */
  say: string[];
  rules: PermitRule[];
}

export function viewOf(model: PermitModel, outcome: Outcome): ResultView {
  const forEveryone = model.decisions.filter(({ when }) => Object.keys(when).length === 0);
  const common = new Set(forEveryone.flatMap(({ now }) => now));
  const commonSay = new Set(forEveryone.map(({ say }) => say));
  const now = pick(model.entitlements, outcome.now);
  const steps = pick(model.steps, outcome.next);
  return {
    urgent: now.filter(({ urgent }) => urgent),
    own: now.filter(({ id, urgent }) => !urgent && !common.has(id)),
    common: now.filter(({ id, urgent }) => !urgent && common.has(id)),
    later: pick(model.entitlements, outcome.later),
    maybe: pick(model.entitlements, outcome.maybe),
    steps,
    papers: steps[0]?.papers ?? [],
    say: outcome.say.filter((text) => !commonSay.has(text)),
    rules: pick(model.rules, outcome.rules),
  };
}

export interface Basis {
  /** Name of the law without its number. */
  title: string;
  article: string;
  /** Id of the source that holds the text. */
  source: string;
}

/** The laws an entitlement rests on (依据), by name. */
export function basisOf({ docs }: Pick<PermitModel, 'docs'>, { basis }: Entitlement): Basis[] {
  return basis.map(({ doc, article }) => {
    const law = docs.find(({ id }) => id === doc);
    return { title: law?.title.replace(/（.*/u, '') ?? doc, article, source: law?.source ?? doc };
  });
}

/** Rows in the order of the ids. */
function pick<T extends { id: string }>(rows: readonly T[], ids: readonly string[]): T[] {
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
