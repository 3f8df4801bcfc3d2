import { formatFault } from '#domain/model/faults.ts';
import { loadSite } from '#content-io/load.ts';
import { pageEntries } from '#domain/model/content.ts';
import { beijingNow } from '../src/build/clock.ts';
import { contentDir, dataDir } from './paths.ts';

const started = performance.now();
const { content, errors, warnings } = await loadSite(contentDir, dataDir, { now: beijingNow() });
for (const fault of [...warnings, ...errors]) console.log(formatFault(fault));
const pages = pageEntries(content).length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `检查了 ${pages} 篇内容、${content.sources.length} 个出处：${errors.length} 处差错，${warnings.length} 处提醒（${seconds} 秒）`,
);
if (errors.length > 0) process.exitCode = 1;
