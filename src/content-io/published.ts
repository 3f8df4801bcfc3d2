import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Published, notNeeds } from '#domain/checks/published.ts';
import type { Fault, Located } from '#domain/model/types.ts';
import type { PermitQuestion } from '#schemas/permit.ts';
import { faultAt, readText, shownPath } from './files.ts';
import { readOn } from './strays.ts';

/** Addresses that were published, one a line, and what the checker's mean: letter, question, its options in their order. */
export const addressesFile = 'addresses.txt';
export const answersFile = 'permit-answers.txt';

/** No ledger is longer: an address a line, tens of thousands of pages. */
const mostBytes = 50_000_000;
const forms = {
  [addressesFile]: /^\/\S*$/,
  [answersFile]: /^[a-z] [a-z\d-]+(?: [a-z\d-]+)+$/,
};

/** What the checker was published with, nothing where a city has published none; and what cannot be read of it. */
export function readPublished(
  dataDir: string,
  redirects: Readonly<Record<string, string>>,
): { published: Published; faults: Fault[] } {
  const faults: Fault[] = [];
  const linesOf = (name: keyof typeof forms) => {
    const file = join(dataDir, name);
    if (!existsSync(file)) return [];
    const found = readText(file, mostBytes);
    if (typeof found !== 'string') {
      faults.push(found);
      return [];
    }
    const path = shownPath(file);
    const { text, faults: strays } = readOn(found, path);
    faults.push(...strays);
    return text.split('\n').flatMap((line, index) => {
      const written = line.trim();
      if (written === '' || (name === answersFile && written.startsWith('#'))) return [];
      if (forms[name].test(written)) return { written, at: { path, lineOf: () => index + 1 } };
      const problem = `「${written.slice(0, 40)}」读不懂`;
      const remedy = '这个文件由 npm run addresses 写，照发布时的样子改回来';
      faults.push({ ...faultAt(file, '文件', problem, remedy), line: index + 1 });
      return [];
    });
  };
  const questions = linesOf(answersFile).map(({ written, at }) => {
    const [letter = '', id = '', ...options] = written.split(' ');
    return { ...at, id, letter, options };
  });
  const pages = linesOf(addressesFile).flatMap(({ written, at }): (Located & { need: string })[] => {
    const [, need, id = ''] = /^\/residence-permit\/([a-z-]+)\/(?:([a-z]\d[a-z\d]*)\/)?$/.exec(written) ?? [];
    if (need === undefined || notNeeds.has(need) || written in redirects) return [];
    return [{ ...at, need, id }];
  });
  return { published: { questions, pages }, faults };
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
