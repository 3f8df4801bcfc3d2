import type { Entitlement, LegalBasis, PermitModel, PermitRule, Step } from '#schemas/permit.ts';
import type { Heading, Outcome } from './judge.ts';

/** A result with its rows looked up and in the order a page shows them. */
export interface ResultView extends Record<Heading, Entitlement[]> {
  /** What comes of these answers; all that the need has where nothing depends on them. */
  now: Entitlement[];
  /** 不管怎么答都可能用上的 */
  common: Entitlement[];
  /** What the office itself has to do: those of `now` that are `owed`. */
  owed: Entitlement[];
  /** 下一步, the most urgent first. */
  steps: Step[];
  say: string[];
  rules: PermitRule[];
}

export function viewOf(model: PermitModel, outcome: Outcome): ResultView {
  const all = pick(model.entitlements, outcome.now);
  const now = all.filter(({ owed }) => !owed);
  const forEveryone = new Set(model.decisions.flatMap(({ when, now }) => (Object.keys(when).length === 0 ? now : [])));
  const own = now.filter(({ id }) => !forEveryone.has(id));
  return {
    now: own.length > 0 ? own : now,
    common: own.length > 0 ? now.filter(({ id }) => forEveryone.has(id)) : [],
    owed: all.filter(({ owed }) => owed),
    later: pick(model.entitlements, outcome.later),
    maybe: pick(model.entitlements, outcome.maybe),
    steps: pick(model.steps, outcome.next),
    say: outcome.say,
    rules: pick(model.rules, outcome.rules),
  };
}

/** Characters of everything a sheet says: what decides the size of its letters, so that it stays one page. */
export function lengthOf({ now, common, later, maybe, owed, steps, say }: ResultView): number {
  const texts = [
    ...say,
    ...steps.flatMap(({ text, where, papers, when }) => [text, where, ...papers, when]),
    ...[...now, ...later, ...maybe].flatMap(({ conditions, where, papers, fee, time, unknown }) => [
      ...conditions,
      where,
      ...papers,
      fee ?? '',
      time ?? '',
      ...unknown,
    ]),
    ...[...now, ...later, ...maybe, ...common, ...owed].flatMap(({ name, gets, basis }) => [
      name,
      ...gets,
      // 《title》 is some ten characters.
      ...basis.map(({ article }) => `${'《》'.repeat(5)}${article}`),
    ]),
  ];
  return texts.join('').length;
}

/** Everything that belongs to a need, in the order of the table, whatever the answers. */
export function entitlementsOf(model: PermitModel, need: string): Entitlement[] {
  const decisions = model.decisions.filter((decision) => decision.need === need);
  const named = new Set(decisions.flatMap(({ now, later, maybe }) => [...now, ...later, ...maybe]));
  return model.entitlements.filter(({ id }) => named.has(id));
}

export interface Basis {
  /** Name of the law without its number. */
  title: string;
  article: string;
  /** Id of the source that holds the text. */
  source: string;
}

/** The laws something rests on (依据), by name. */
export function basisOf({ docs }: Pick<PermitModel, 'docs'>, basis: readonly LegalBasis[]): Basis[] {
  return basis.map(({ doc, article }) => {
    const law = docs.find(({ id }) => id === doc);
    return { title: law?.title.replace(/（.*/u, '') ?? doc, article, source: law?.source ?? doc };
  });
}

/** Rows in the order of the ids. */
function pick<T extends { id: string }>(rows: readonly T[], ids: readonly string[]): T[] {
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
