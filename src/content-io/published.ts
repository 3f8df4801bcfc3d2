import { join } from 'node:path';
import { type Published, notNeeds } from '#domain/checks/published.ts';
import type { Located } from '#domain/model/types.ts';
import type { PermitQuestion } from '#schemas/permit.ts';
import { readText, shownPath } from './files.ts';

/** Addresses that were published, one a line, and what the checker's mean: letter, question, its options in their order. */
export const addressesFile = 'addresses.txt';
export const answersFile = 'permit-answers.txt';

/** What the checker was published with; nothing where a city has published none. */
export function readPublished(dataDir: string, redirects: Readonly<Record<string, string>>): Published {
  const linesOf = (name: string) => {
    const file = join(dataDir, name);
    const text = readText(file);
    const lines = typeof text === 'string' ? text.split('\n') : [];
    return lines.flatMap((written, index) => {
      const at = { path: shownPath(file), lineOf: () => index + 1 };
      return written.trim() === '' || written.startsWith('#') ? [] : { written: written.trim(), at };
    });
  };
  return {
    questions: linesOf(answersFile).flatMap(({ written, at }) => {
      const [letter = '', id = '', ...options] = written.split(' ');
      return { ...at, id, letter, options };
    }),
    pages: linesOf(addressesFile).flatMap(({ written, at }): (Located & { need: string })[] => {
      const [, need, id = ''] = /^\/residence-permit\/([a-z-]+)\/(?:([a-z]\d[a-z\d]*)\/)?$/.exec(written) ?? [];
      if (need === undefined || notNeeds.has(need) || written in redirects) return [];
      return [{ ...at, need, id }];
    }),
  };
}

/** The lines of the ledger of answers, for questions as they are now. */
export function answersLedger(questions: readonly PermitQuestion[]): string {
  const head = '# 居住证自查发布过的题目和选项：字母和先后都在印出去的网址里，不能改。npm run addresses 写成。';
  return [
    head,
    ...questions.map(({ letter, id, options }) => [letter, id, ...options.map((option) => option.id)].join(' ')),
    '',
  ].join('\n');
}
