import type { PermitRows } from '#domain/model/types.ts';
import type { Report } from '#domain/checks/report.ts';
import { combinationsOf, heaviest, mostCombinations, pageLimits, pagesIn, sizes } from '#domain/permit/growth.ts';
import { permitModel } from '#domain/permit/model.ts';
import { type NeedPages, compile } from '#domain/permit/pages.ts';

/** Does the checker stay small, and does every way through it end with something to do? Asks tables that agree; returns its pages. */
export function checkPermitGrowth(rows: PermitRows, report: Report): ReadonlyMap<string, NeedPages> | undefined {
  const model = permitModel(rows);
  const tooMany = rows.needs.filter(({ id }) => combinationsOf(model, id) > mostCombinations);
  for (const need of tooMany) {
    const problem = `「${need.data.title}」的题目有 ${combinationsOf(model, need.id)} 种答法，算不过来（最多 ${mostCombinations} 种）`;
    report.error(need, ['id'], problem, '少问一题，或者分成两件事');
  }
  if (tooMany.length > 0) return undefined;

  const compiled = compile(model);
  for (const need of rows.needs) {
    const idle = [...(compiled.get(need.id)?.pages.values() ?? [])].find(
      (page) => page.kind === 'result' && page.outcome.next.length === 0,
    );
    if (!idle) continue;
    const who = idle.answered.map(({ text }) => text).join('，') || '人人';
    report.error(
      need,
      ['id'],
      `「${need.data.title}」有的结果没有下一步：${who}`,
      '在 decisions.yaml 里给这种情况写上 next',
    );
  }
  const pages = pagesIn(sizes(compiled));
  const [last] = rows.needs.slice(-1);
  if (!last || pages <= pageLimits.warn) return compiled;
  const { question, need, pages: fewer } = heaviest(model) ?? {};
  const problem = `居住证自查有 ${pages} 页，最多 ${pageLimits.most} 页；最费页数的是「${need?.title}」里的「${question?.short}」，占 ${fewer} 页`;
  const remedy = '把这一题里结果一样的选项合并，或者去掉题目的 travels，或者把这件事分成两件';
  if (pages > pageLimits.most) report.error(last, ['id'], problem, remedy);
  else report.warning(last, ['id'], problem, remedy);
  return compiled;
}
