import { createWatch } from '#domain/permit/stands-on.ts';
import { type PermitCategory, permitCategories } from '#schemas/permit.ts';
import { catalog } from '#catalog';

/** Who stands on which rule, law and article. */
export const watch = createWatch(catalog);

/** Rules that no entitlement stands on have a page of their own. */
export type RuleGroup = PermitCategory | 'other';
export const ruleGroups: Record<RuleGroup, { label: string }> = { ...permitCategories, other: { label: '别的' } };

/** The page (要点) a rule is told on: that of the first entitlement that stands on it. */
export function groupOf(rule: string): RuleGroup {
  return catalog.permit.entitlements.find(({ rules }) => rules.includes(rule))?.category ?? 'other';
}
