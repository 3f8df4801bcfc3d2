import type { Located, PermitRows } from '#domain/model/types.ts';
import type { NeedPages } from '#domain/permit/pages.ts';
import type { Report } from './report.ts';

/** Other pages below /residence-permit/: no need may have their names. */
export const notNeeds: ReadonlySet<string> = new Set(['review', 'for', 'dates']);

/** What the addresses of the checker were printed with: /residence-permit/permit/h3/ is option 3 of the question with the letter h. */
export interface Published {
  /** Questions with their letters and options, in their order, each with its line of the ledger. */
  questions: readonly (Located & { letter: string; options: readonly string[] })[];
  /** Pages of needs, `need/id`, that were published and lead nowhere else now (redirects.json). */
  pages: readonly (Located & { need: string })[];
}

/** An address on paper keeps its meaning: letters stay with their questions, options keep their places, new ones go last. */
export function checkPublishedOptions(rows: PermitRows, published: Published, report: Report): void {
  const now = new Map(rows.questions.map((row) => [row.id, row]));
  const letters = new Map(published.questions.map(({ letter, id }) => [letter, id]));
  for (const row of rows.questions) {
    const first = letters.get(row.data.letter);
    if (first !== undefined && first !== row.id)
      report.error(
        row,
        ['letter'],
        `字母「${row.data.letter}」发布时是题目「${first}」的，印出去的网址里用着`,
        '换一个没有用过的字母',
      );
  }
  for (const was of published.questions) {
    const row = now.get(was.id);
    if (!row) {
      report.error(was, [], `题目「${was.id}」发布过，现在没有了`, '补回来；印出去的网址里有这一题的答案');
      continue;
    }
    if (row.data.letter !== was.letter)
      report.error(row, ['letter'], `字母发布时是「${was.letter}」，印出去的网址里用着`, `改回「${was.letter}」`);
    const options = row.data.options.map(({ id }) => id);
    const order = `改回发布时的次序：${was.options.join('、')}；新的选项加在最后`;
    const gone = was.options.filter((id) => !options.includes(id));
    for (const id of gone) report.error(row, ['options'], `选项「${id}」发布过，现在没有了`, order);
    const moved = was.options.findIndex((id, index) => options[index] !== id);
    if (gone.length > 0 || moved < 0) continue;
    const problem = `第 ${moved + 1} 个选项发布时是「${was.options[moved] ?? ''}」，现在是「${options[moved] ?? ''}」，印出去的网址就变了意思`;
    report.error(row, ['options', moved, 'id'], problem, order);
  }
}

/** Pages that were published are still there: answers that nothing handles any more, or others now, lose theirs. */
export function checkPublishedPages(
  compiled: ReadonlyMap<string, NeedPages>,
  published: Published,
  report: Report,
): void {
  for (const [need, pages] of Map.groupBy(published.pages, (page) => page.need)) {
    const gone = pages.filter(({ id }) => !compiled.get(need)?.pages.has(id));
    const [first] = gone;
    if (!first) continue;
    const address = ['', 'residence-permit', need, ...(first.id === '' ? [] : [first.id]), ''].join('/');
    const more = gone.length > 1 ? `，这件事里另有 ${gone.length - 1} 页也是` : '';
    const remedy = '把去掉的判断或选项补回来；确实不要的，在 redirects.json 里写明换到哪里';
    report.error(first, [], `${address} 发布过，现在没有这一页${more}`, remedy);
  }
}
