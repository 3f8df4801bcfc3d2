import { withoutUnseen } from '#domain/model/characters.ts';
import { ContentError } from '#domain/model/faults.ts';
import type { Fault } from '#domain/model/types.ts';
import { clauseTexts } from '#domain/guidance/clause-texts.ts';
import type { Clause } from '#schemas/entries.ts';
import { readText, shownPath } from './files.ts';

const file = () => process.env['GUIDANCE_TEXT'] ?? '';

/** The operator's own copy of the guidance, when GUIDANCE_TEXT names one. */
export function guidanceText(): string | undefined {
  if (file() === '') return undefined;
  const text = readText(file());
  if (typeof text !== 'string') throw new ContentError([text]);
  return withoutUnseen(text);
}

/** What is wrong with that copy, which is no content: told with everything else before a build. */
export function checkGuidance(clauses: readonly Clause[]): Fault[] {
  try {
    guidanceClauses(clauses);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return [...error.faults];
    throw error;
  }
}

/** That copy, clause by clause. Another text, or one numbered in another way, would show nothing and say nothing. */
export function guidanceClauses(clauses: readonly Clause[]): Map<string, string[]> | undefined {
  const text = guidanceText();
  if (text === undefined) return undefined;
  const found = clauseTexts(text, clauses);
  if ([...found.keys()].some((id) => id !== '0')) return found;
  const [problem, remedy] = [
    '里面没有找到条款',
    '核对 GUIDANCE_TEXT 是不是这份文件；编号写成「一、」「（一）」「1.」「（1）」，或者「第一章」「第一条」',
  ];
  throw new ContentError([{ severity: 'error', path: shownPath(file()), line: 1, field: '文件', problem, remedy }]);
}
