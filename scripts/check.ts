import { formatFault } from '#domain/model/faults.ts';
import { heaviest, pageLimits, pagesIn, sizes } from '#domain/permit/growth.ts';
import { compile } from '#domain/permit/pages.ts';
import { loadSite } from '#content-io/load.ts';
import { pageEntries, writtenOf } from '#domain/model/content.ts';
import { beijingNow } from '../src/build/clock.ts';
import { siteSettings } from '../src/build/settings.ts';
import { contentDir, dataDir } from './paths.ts';

const started = performance.now();
const { content, errors, warnings } = await loadSite(contentDir, dataDir, { now: beijingNow() });
const settings = siteSettings(process.env).faults;
for (const line of [...settings, ...[...warnings, ...errors].map(formatFault)]) console.log(line);
if (errors.length === 0) showGrowth();
const pages = pageEntries(content).length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `检查了 ${pages} 篇内容、${content.sources.length} 个出处：${errors.length + settings.length} 处差错，${warnings.length} 处提醒（${seconds} 秒）`,
);
if (errors.length + settings.length > 0) process.exitCode = 1;

/** Pages of the checker, which are compiled from the rules: nobody sees otherwise how many a new rule makes. */
function showGrowth(): void {
  const { permit: model } = writtenOf(content);
  const list = sizes(compile(model));
  if (list.length === 0) return;
  const parts = list.map(({ need, questions, results }) => `${need.title} ${questions} 题 ${results} 种结果`);
  console.log(
    `居住证自查 ${pagesIn(list)} 页（${pageLimits.warn} 页起提醒，最多 ${pageLimits.most} 页）：${parts.join('；')}`,
  );
  const most = heaviest(model);
  if (most) console.log(`最费页数的题：「${most.need.title}」里的「${most.question.short}」，占 ${most.pages} 页`);
}
