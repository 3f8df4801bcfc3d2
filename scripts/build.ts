import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'astro';
import { missingDetails } from '#domain/site/operator.ts';
import { shownPath } from '#content-io/files.ts';
import { readSettings } from '#content-io/read.ts';
import { outFolderFault, removeEmptyFolders, replaceSite } from './out-folder.ts';
import { contentDir, dataDir, outDir } from './paths.ts';

/** Builds aside and swaps at the end: whatever fails on the way leaves the last good site as it was. */
const outFault = outFolderFault(outDir, [process.cwd(), contentDir, dataDir]);
if (outFault !== undefined) {
  console.error(`${outFault}\n没有生成。`);
  process.exit(1);
}
// A file that cannot be read is named with all other faults.
const [operator] = readSettings(dataDir, 'operator').items;
const missing = operator ? missingDetails(operator.data) : [];
if (missing.length > 0) {
  const file = shownPath(join(dataDir, 'operator.yaml'));
  console.warn(`（提醒）${file} 还空着：${missing.join('、')} — 正式开通以前填写，没有的不编`);
}

const staging = join(dirname(outDir), `.staging-${process.pid}`);
const replaced = join(dirname(outDir), `.${basename(outDir)}-replaced`);
try {
  rmSync(replaced, { recursive: true, force: true });
  await build({ outDir: staging, logLevel: 'warn' });
  // A page that is not built leaves its folder, for which a server would answer with an error of its own.
  removeEmptyFolders(staging);
  replaceSite(staging, outDir, replaced);
  rmSync(replaced, { recursive: true, force: true });
} catch (error) {
  rmSync(staging, { recursive: true, force: true });
  console.error(error instanceof Error ? error.message : error);
  console.error('没有生成；上一次的网站没有动。');
  process.exit(1);
}
