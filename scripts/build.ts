import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { formatFault } from '#domain/faults.ts';
import { loadContent, shareContent } from '#reader/load.ts';
import { checkPictures } from '#reader/pictures.ts';
import { beijingNow } from './clock.ts';
import { contentDir, dataDir, outDir } from './paths.ts';

/** Builds aside and swaps at the end: whatever fails on the way leaves the last good site as it was. */
const { content, errors, warnings } = loadContent(contentDir, dataDir, { now: beijingNow() });
errors.push(...(await checkPictures(content)));
for (const fault of [...warnings, ...errors]) console.error(formatFault(fault));
if (errors.length > 0) {
  console.error(`有 ${errors.length} 处差错，没有生成；上一次的网站没有动。`);
  process.exit(1);
}
shareContent(content);

const staging = join(dirname(outDir), `.staging-${process.pid}`);
const previous = `${staging}-previous`;
const clean = () => {
  for (const folder of [staging, previous]) rmSync(folder, { recursive: true, force: true });
};
try {
  await build({ outDir: staging, logLevel: 'warn' });
} catch (error) {
  clean();
  console.error(error instanceof Error ? error.message : error);
  console.error('生成失败；上一次的网站没有动。');
  process.exit(1);
}
if (existsSync(outDir)) renameSync(outDir, previous);
renameSync(staging, outDir);
clean();
