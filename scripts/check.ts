import { formatFault } from '#domain/faults.ts';
import { loadContent } from '#reader/load.ts';
import { checkPictures } from '#reader/pictures.ts';
import { contentDir, dataDir } from './paths.ts';
import { beijingNow } from './clock.ts';

const started = performance.now();
const { content, errors, warnings } = loadContent(contentDir, dataDir, { now: beijingNow() });
errors.push(...(await checkPictures(content)));
for (const fault of [...warnings, ...errors]) console.log(formatFault(fault));
const count = content.places.length + content.policies.length + content.clusters.length + content.cases.length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `检查了 ${count} 篇内容、${content.sources.length} 个出处：${errors.length} 处差错，${warnings.length} 处提醒（${seconds} 秒）`,
);
if (errors.length > 0) process.exitCode = 1;
