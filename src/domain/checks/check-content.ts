import type { Content, Fault } from '#domain/model/types.ts';
import { knownIds } from '#domain/model/content.ts';
import { checkPermit } from './permit.ts';
import { permitModel, permitSources } from '#domain/permit/model.ts';
import { checkDiagram } from './diagram.ts';
import { checkFigures } from './figures.ts';
import { checkPlaceFigures } from './place-figures.ts';
import { checkProse } from './prose.ts';
import { checkRadio } from './radio.ts';
import { checkReferences } from './references.ts';
import { Report } from './report.ts';
import { checkSources } from './sources.ts';
import { checkUnknown } from './unknown.ts';
import { checkWhole } from './whole.ts';

export interface CheckOptions {
  /** Beijing time, 2026-11-24 09:00; dates after it are in the future. */
  now: string;
}

/** Do all the things that were written agree? Every disagreement, not the first one. */
export function checkContent(content: Content, { now }: CheckOptions): Fault[] {
  const report = new Report();
  checkReferences(content, report);
  checkWhole(content, now, permitSources(permitModel(content.permit)), report);
  checkSources(content, now, report);
  checkUnknown(content, now, report);
  checkProse(content, report);
  checkFigures(content, report);
  checkPlaceFigures(content, report);
  checkRadio(content, report);
  checkDiagram(content, report);
  const outside = { sources: knownIds(content, 'sources'), clauses: knownIds(content, 'clauses') };
  return [...report.faults, ...checkPermit(content.permit, outside)];
}
