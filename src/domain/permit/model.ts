import type { PermitRows } from '#domain/model/types.ts';
import type { PermitModel } from '#schemas/permit.ts';

/** The tables without their places in the files. */
export function permitModel(rows: PermitRows): PermitModel {
  return {
    questions: rows.questions.map(({ data }) => data),
    decisions: rows.decisions.map(({ data }) => data),
    entitlements: rows.entitlements.map(({ data }) => data),
    rules: rows.rules.map(({ data }) => data),
    steps: rows.steps.map(({ data }) => data),
    hotlines: rows.hotlines.map(({ data }) => data),
    changes: rows.changes.map(({ data }) => data),
    edgeCases: rows.edgeCases.map(({ data }) => data),
    unknown: rows.unknown.map(({ data }) => data),
    docs: rows.docs.map(({ data }) => data),
  };
}

/** Ids of every source the checker rests on, so that they do not count as unused. */
export function permitSources(model: PermitModel): Set<string> {
  const { entitlements, rules, steps, hotlines, changes, edgeCases, docs } = model;
  const rows = [...entitlements, ...rules, ...steps, ...hotlines, ...changes, ...edgeCases];
  return new Set([...rows.flatMap(({ sources }) => sources), ...docs.map(({ source }) => source)]);
}
