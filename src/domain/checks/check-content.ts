import type { Content, Fault } from '#domain/model/types.ts';
import { isUnread, knownIds } from '#domain/model/content.ts';
import { checkPermit } from './permit.ts';
import { permitModel, permitSources } from '#domain/permit/model.ts';
import { checkDates } from './dates.ts';
import { checkDistances } from './distances.ts';
import { checkDiagram } from './diagram.ts';
import type { Published } from './published.ts';
import { checkFigures } from './figures.ts';
import { checkPoints } from './points.ts';
import { checkPlaceFigures } from './place-figures.ts';
import { checkProse } from './prose.ts';
import { checkRadio } from './radio.ts';
import { checkReferences } from './references.ts';
import { Report } from './report.ts';
import { checkSources } from './sources.ts';
import { checkClauseTree, checkTwins } from './twins.ts';
import { checkUnknown } from './unknown.ts';
import { checkWhole } from './whole.ts';

export interface CheckOptions {
  /** Beijing time, 2026-11-24 09:00; dates after it are in the future. */
  now: string;
  /** What addresses of the checker were printed with (the ledger); none where nothing was published. */
  published?: Published;
}

/**
 * Do all the things that were written agree? Every disagreement, not the first one. What could not be read is no
 * disagreement: each check passes over what it cannot know.
 */
export function checkContent(content: Content, { now, published }: CheckOptions): Fault[] {
  const report = new Report();
  checkReferences(content, report);
  checkTwins(content, report);
  checkClauseTree(content, report);
  checkWhole(content, now, permitSources(permitModel(content.permit)), report);
  checkDates(content, now, report);
  checkSources(content, now, report);
  checkUnknown(content, now, report);
  checkProse(content, report);
  checkFigures(content, report);
  checkPlaceFigures(content, report);
  checkDistances(content, report);
  checkPoints(content, report);
  checkRadio(content, report);
  checkDiagram(content, report);
  const outside = { sources: knownIds(content, 'sources'), clauses: knownIds(content, 'clauses') };
  const permit = isUnread(content, 'permit') ? [] : checkPermit(content.permit, { ...outside, now, published });
  return [...report.faults, ...permit];
}
