import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'astro';
import { formatFault } from '#domain/faults.ts';
import { missingDetails } from '#domain/operator.ts';
import { finderInput } from '#outputs/search-index.ts';
import { loadContent, sharedStock, stockOf } from '#reader/load.ts';
import { ParsedBefore } from '#reader/parsed-before.ts';
import { checkPictures } from '#reader/pictures.ts';
import { finderAhead } from '../src/finder-ahead.ts';
import { filesBelow, programHash } from '../src/integrations/program-hash.ts';
import { operator } from '../src/operator.ts';
import { listPages } from '../src/sections.ts';
import { beijingNow } from './clock.ts';
import { outFolderFault, replaceSite } from './out-folder.ts';
import { contentDir, dataDir, outDir } from './paths.ts';

const outFault = outFolderFault(outDir, [process.cwd(), contentDir, dataDir]);
if (outFault !== undefined) {
  console.error(`${outFault}\n没有生成。`);
  process.exit(1);
}

/**
 * Builds aside and swaps at the end: whatever fails on the way leaves the last good site as it was.
 * The site that was replaced stays, its unchanged files being links, until the next build removes it in a thread while it
 * reads: removing a large site takes as long as reading all of its content.
 */
const replaced = join(dirname(outDir), `.${basename(outDir)}-replaced`);
const removed = inThread('remove-thread.ts', replaced);
const before = new ParsedBefore(join('.cache', 'content', hash('sha1', contentDir)), parserHash());
const { content, errors, warnings } = loadContent(contentDir, dataDir, { now: beijingNow() }, before);
errors.push(...(await checkPictures(content)));
for (const fault of [...warnings, ...errors]) console.error(formatFault(fault));
if (errors.length > 0) {
  before.save();
  console.error(`有 ${errors.length} 处差错，没有生成；上一次的网站没有动。`);
  process.exit(1);
}
const missing = missingDetails(operator);
if (missing.length > 0)
  console.warn(`（提醒）src/operator.ts 还空着：${missing.join('、')} — 正式开通以前填写，没有的不编`);
const stock = stockOf(content);
sharedStock.value = stock;
finderAhead.value = inThread('finder-thread.ts', finderInput(stock.catalog, listPages));
before.save();

const staging = join(dirname(outDir), `.staging-${process.pid}`);
try {
  await build({ outDir: staging, logLevel: 'warn' });
  await removed;
  replaceSite(staging, outDir, replaced);
} catch (error) {
  rmSync(staging, { recursive: true, force: true });
  console.error(error instanceof Error ? error.message : error);
  console.error('生成失败；上一次的网站没有动。');
  process.exit(1);
}

/** Changes with whatever decides what a content file is read as. */
function parserHash(): string {
  return programHash(['src/reader', 'src/schemas', 'src/domain'].flatMap(filesBelow));
}

/** What a module of this folder tells, at the end, of its input, in a thread of its own. */
function inThread<T>(module: string, input: string): Promise<T> {
  const made = new Promise<T>((resolve, reject) => {
    let told: T;
    new Worker(new URL(module, import.meta.url), { workerData: input })
      .once('message', (message: T) => (told = message))
      .once('error', reject)
      .once('exit', () => {
        resolve(told);
      });
  });
  // Told where it is waited for.
  made.catch(() => undefined);
  return made;
}
