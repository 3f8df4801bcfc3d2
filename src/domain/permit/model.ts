import type { PermitRows } from '#domain/model/types.ts';
import { type PermitModel, type PermitTable, permitTables } from '#schemas/permit.ts';

/** The tables without their places in the files. */
export function permitModel(rows: PermitRows): PermitModel {
  const tables = Object.keys(permitTables) as PermitTable[];
  const data = tables.map((table) => [table, rows[table].map((row) => row.data)]);
  return Object.fromEntries(data) as PermitModel;
}

/** What one need asks and leads to: its decisions, and the questions that they look at. */
export function modelOf(model: PermitModel, need: string): PermitModel {
  const decisions = model.decisions.filter((decision) => decision.need === need);
  const questions = model.questions.filter(({ id }) => decisions.some(({ when }) => id in when));
  return { ...model, decisions, questions };
}

/** Ids of every source the checker rests on, so that they do not count as unused. */
export function permitSources(model: PermitModel): Set<string> {
  const { entitlements, rules, steps, hotlines, changes, edgeCases, docs } = model;
  const rows = [...entitlements, ...rules, ...steps, ...hotlines, ...changes, ...edgeCases];
  return new Set([...rows.flatMap(({ sources }) => sources), ...docs.map(({ source }) => source)]);
}
