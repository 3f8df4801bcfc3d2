import { type Hash, createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { addressFault } from '../src/build/settings.ts';
import { reasonOf } from './disk-faults.ts';
import { holdLock } from './lock.ts';
import { copyFolder, isWithin, makeFolder, realPath, recoverSite } from './out-folder.ts';
import { baseOf, contentDir, dataDir, outDir } from './paths.ts';
import { siteLock } from './site-locks.ts';

/**
 * Publishes the built site into a folder that a web server reads: releases/<hash of the contents>,
 * compressed once, then the link `current` is replaced in one step, so that no reader meets half a version. A site
 * made for a folder of its host (BASE_PATH) stands in that folder; what a host looks for at its root stands there.
 * Whatever stands below releases/ under a hash is whole: it comes and goes by being renamed.
 * Usage: npm run release -- /var/www/towns
 */
const compressible = new Set([
  '.html',
  '.css',
  '.js',
  '.json',
  '.svg',
  '.xml',
  '.txt',
  '.csv',
  '.geojson',
  '.md',
  '.webmanifest',
]);
const keptReleases = 3;
/** As many files as Node has threads for packing. */
const atOnce = 4;
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

try {
  console.log(await publish(process.argv.slice(2)));
} catch (error) {
  console.error(`${reasonOf(error)}\n没有发布；读者看到的还是上一版。`);
  process.exit(1);
}

/** Returns what was done. */
async function publish([asked = '', ...more]: readonly string[]): Promise<string> {
  // A shell that leaves ~ as it stands would have a folder of that name made.
  if (asked === '' || more.length > 0 || /^[-~]/.test(asked))
    throw new Error('写明发布到哪一个目录，例如：npm run release -- /var/www/towns');
  const target = realPath(resolve(asked));
  if (target === resolve() || dirname(target) === target)
    throw new Error(`不能直接发布到 ${target} — 换成一个自己的目录，例如 /var/www/towns`);
  const site = realPath(outDir);
  const mixed = [site, contentDir, dataDir, resolve('src'), resolve('public')].find((one) => isWithin(one, target));
  if (mixed !== undefined) throw new Error(`不能发布到 ${mixed} 里面 — 换成外面的一个目录，例如 /var/www/towns`);
  const current = join(target, 'current');
  const found = lstatSync(current, { throwIfNoEntry: false });
  if (found && !found.isSymbolicLink())
    throw new Error(`${current} 是别的东西，发布要在那里放一个链接 — 换一个目录，或者把它移开`);

  siteLock(site);
  recoverSite(site);
  if (!['manifest.webmanifest', 'robots.txt'].every((name) => existsSync(join(site, name))))
    throw new Error('还没有生成网站 — 先运行 npm run build');
  const fault = addressFault(site);
  if (fault !== undefined) throw new Error(fault);
  const releases = join(target, 'releases');
  makeFolder(releases);
  holdLock(join(target, '.lock'), '那个目录的另一次发布还在进行');
  for (const name of readdirSync(releases)) if (name.endsWith('.part')) remove(join(releases, name));

  const files = filesOf(site);
  let release = hashOf(site, files);
  // One that somebody has damaged by hand may be what is served: it stays, and the whole one gets another name.
  while (existsSync(join(releases, release)) && !isWhole(join(releases, release, baseOf(site)), site, files))
    release = digestOf(release);
  const folder = join(releases, release);
  const staging = `${folder}.part`;
  try {
    if (!existsSync(folder)) {
      await fill(staging, site, files);
      renameSync(staging, folder);
    }
    const next = join(target, 'current.next');
    rmSync(next, { force: true });
    symlinkSync(join('releases', release), next);
    renameSync(next, current);
  } catch (error) {
    remove(staging);
    throw error;
  }
  // The one published last is kept longest, though it may have been made before others.
  const now = new Date();
  utimesSync(folder, now, now);
  const old = readdirSync(releases)
    .filter((name) => /^[0-9a-f]{12}$/.test(name) && name !== release)
    .map((name) => ({ name, time: statSync(join(releases, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time)
    .slice(keptReleases - 1);
  for (const { name } of old) {
    // What is half removed is never taken for a release.
    renameSync(join(releases, name), join(releases, `${name}.part`));
    remove(join(releases, `${name}.part`));
  }
  return `已发布 ${files.length} 个文件：${folder}`;
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Files of a site; a pipe would keep whoever reads it waiting, a link may lead anywhere. */
function filesOf(site: string): string[] {
  const found = readdirSync(site, { recursive: true, withFileTypes: true });
  const other = found.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (other)
    throw new Error(
      `网站里的 ${join(other.parentPath, other.name)} 不是文件，也不是目录 — 删去，或重新运行 npm run build`,
    );
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)))
    .sort();
}

/** Whether a release has every file of the site it was made from, in its size; what stands at its root is written anew. */
function isWhole(release: string, site: string, files: readonly string[]): boolean {
  return files.every((name) => {
    const size = statSync(join(release, name), { throwIfNoEntry: false })?.size;
    return /^_(?:headers|redirects)$/.test(name) || size === statSync(join(site, name)).size;
  });
}

function hashOf(site: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of files)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(site, name)));
  return shortened(hash);
}

function digestOf(text: string): string {
  return shortened(createHash('sha256').update(text));
}

function shortened(hash: Hash): string {
  return hash.digest('hex').slice(0, 12);
}

async function fill(staging: string, built: string, files: readonly string[]): Promise<void> {
  const base = baseOf(built);
  const site = join(staging, base);
  copyFolder(built, site);
  if (base !== '/') {
    copyFileSync(join(site, '404.html'), join(staging, '404.html'));
    const headers = readFileSync(join(site, '_headers'), 'utf-8');
    writeFileSync(join(staging, '_headers'), headers.replaceAll(/^\//gm, base));
    rmSync(join(site, '_headers'));
    if (existsSync(join(site, '_redirects'))) renameSync(join(site, '_redirects'), join(staging, '_redirects'));
  }
  if (existsSync(join(staging, '_redirects')))
    writeFileSync(join(staging, '_moved.map'), movedMap(readFileSync(join(staging, '_redirects'), 'utf-8')));
  const texts = files.filter((file) => compressible.has(extname(file))).map((name) => join(site, name));
  await Promise.all(Array.from({ length: atOnce }, () => compressAll(texts)));
}

/** What has moved, as a map of nginx (deploy/towns/maps.conf) reads it; what it could misread is left out. */
function movedMap(redirects: string): string {
  const plain = /^\/[\w/.~%-]+$/;
  const lines = redirects.split('\n').map((line) => line.split(' '));
  return lines
    .filter(([from = '', to = '']) => plain.test(from) && plain.test(to))
    .map(([from = '', to = '']) => `${from} ${to};\n`)
    .join('');
}

/** Takes one file after the other until none is left; several do so at once. */
async function compressAll(files: string[]): Promise<void> {
  for (let file = files.pop(); file !== undefined; file = files.pop()) await compress(file);
}

/** Writes the compressed copies a web server sends as they are; small files gain nothing. */
async function compress(file: string): Promise<void> {
  const bytes = readFileSync(file);
  if (bytes.length < 1024) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, await brotli(bytes, { params }));
  writeFileSync(`${file}.gz`, await gzipped(bytes, { level: 9 }));
}
