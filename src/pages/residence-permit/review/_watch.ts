import { createWatch } from '#domain/permit/stands-on.ts';
import { entitlementsOf } from '#domain/permit/view.ts';
import { catalog } from '#catalog';

/** Who stands on which rule, law and article. */
export const watch = createWatch(catalog);

/** Rules by need; those that no entitlement stands on have a page of their own. */
export type RuleGroup = string;
const others: RuleGroup = 'other';
export const ruleGroupLabel = (group: RuleGroup): string =>
  catalog.permit.needs.find(({ id }) => id === group)?.title ?? '别的';

/** The page (要点) a rule is told on: that of the first need with an entitlement that stands on it. */
export function groupOf(rule: string): RuleGroup {
  const standsOn = (need: string) => entitlementsOf(catalog.permit, need).some(({ rules }) => rules.includes(rule));
  return catalog.permit.needs.find(({ id }) => standsOn(id))?.id ?? others;
}
