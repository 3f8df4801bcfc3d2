import type { Content } from '#domain/content.ts';
import type { Fault } from '#domain/faults.ts';
import { checkDiagram } from './diagram.ts';
import { checkFigures } from './figures.ts';
import { checkProse } from './prose.ts';
import { checkRadio } from './radio.ts';
import { checkReferences } from './references.ts';
import { Report } from './report.ts';
import { checkWhole } from './whole.ts';

export interface CheckOptions {
  /** Beijing time, 2026-11-24 09:00; dates after it are in the future. */
  now: string;
  /** Ids of sources used outside the content, e.g. by the residence-permit rules. */
  usedElsewhere: ReadonlySet<string>;
}

/** Do all the things that were written agree? Every disagreement, not the first one. */
export function checkContent(content: Content, { now, usedElsewhere }: CheckOptions): Fault[] {
  const report = new Report();
  checkReferences(content, report);
  checkWhole(content, now, usedElsewhere, report);
  checkProse(content, report);
  checkFigures(content, report);
  checkRadio(content, report);
  checkDiagram(content, report);
  return report.faults;
}
