import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { createLogger } from 'vite';
import { missingDetails } from '#domain/site/operator.ts';
import { shownPath } from '#content-io/files.ts';
import { readSettings } from '#content-io/read.ts';
import { reasonOf } from './disk-faults.ts';
import {
  besides,
  outFolderFault,
  placeSite,
  realPath,
  recoverSite,
  removeEmptyFolders,
  sweep,
  sweepParts,
  unwritableFault,
} from './out-folder.ts';
import { contentDir, dataDir, outDir } from './paths.ts';
import { checkoutLock, siteLock } from './site-locks.ts';

/** Builds aside and swaps at the end: whatever fails on the way leaves the last good site as it was. */
const folder = realPath(outDir);
/** On the file system of the checkout, as Astro moves files into it. */
const made = resolve('.staging-build');
const refuse = (fault: string): never => {
  console.error(`${fault}\n没有生成。`);
  process.exit(1);
};

const needed = [process.cwd(), contentDir, dataDir].map(realPath);
const read = [contentDir, dataDir, ...['src', 'public', 'node_modules', '.git'].map((name) => resolve(name))].map(
  realPath,
);
const fault = outFolderFault(folder, needed, read) ?? unwritableFault(folder);
if (fault !== undefined) refuse(fault);
try {
  checkoutLock();
  siteLock(folder);
} catch (error) {
  refuse(reasonOf(error));
}
if (recoverSite(folder)) console.warn('（提醒）上一次生成在换网站的时候断了；原来的网站放回来了');

// A file that cannot be read is named with all other faults.
const [operator] = readSettings(dataDir, 'operator').items;
const missing = operator ? missingDetails(operator.data) : [];
if (missing.length > 0) {
  const file = shownPath(join(dataDir, 'operator.yaml'));
  console.warn(`（提醒）${file} 还空着：${missing.join('、')} — 正式开通以前填写，没有的不编`);
}

try {
  sweep(folder);
  sweepParts(resolve('.cache/share'));
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made);
  // A disk without room for a picture has none for a site.
  writeFileSync(join(made, 'room'), Buffer.alloc(1_000_000));
  rmSync(join(made, 'room'));
  // What fails is thrown as well, and said below.
  const customLogger = { ...createLogger('warn'), error: () => undefined };
  await build({ outDir: made, logLevel: 'warn', vite: { customLogger } });
  // A page that is not built leaves its folder, for which a server would answer with an error of its own.
  removeEmptyFolders(made);
  placeSite(made, folder);
} catch (error) {
  for (const left of [made, besides(folder).staging]) rmSync(left, { recursive: true, force: true });
  console.error(`${reasonOf(error)}\n没有生成；上一次的网站没有动。`);
  process.exit(1);
}
