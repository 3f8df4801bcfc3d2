import { type UnknownGroup, unknownGroups } from '#domain/site/urls.ts';
import { catalog } from '#catalog';
import { sections } from '#site';

const labels = {
  policies: sections.policies.label,
  places: sections.places.label,
  cases: sections.cases.label,
  permit: sections.permit.label,
  targets: '目标和结果',
} as const satisfies Record<UnknownGroup, string>;

/** Groups in which there is something unknown. */
export const groups = unknownGroups
  .map((id) => ({ id, label: labels[id], rows: catalog.unknown.filter(({ page }) => page.group === id) }))
  .filter(({ rows }) => rows.length > 0);
