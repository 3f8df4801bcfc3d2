import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { baseOf, outDir } from './paths.ts';

/**
 * Publishes the built site into a folder that a web server reads: releases/<hash of the contents>,
 * compressed once, then the link `current` is replaced in one step, so that no reader meets half a version. A site
 * made for a folder of its host (BASE_PATH) stands in that folder; what a host looks for at its root stands there.
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

const target = process.argv[2];
if (!target) {
  console.error('写明发布到哪个目录，例如：npm run release -- /var/www/towns');
  process.exit(1);
}

const files = readdirSync(outDir, { recursive: true, encoding: 'utf-8' })
  .filter((name) => statSync(join(outDir, name)).isFile())
  .sort();
const hash = createHash('sha256');
for (const name of files)
  hash
    .update(name)
    .update('\0')
    .update(readFileSync(join(outDir, name)));
const release = hash.digest('hex').slice(0, 12);

const releases = join(target, 'releases');
const folder = join(releases, release);
if (!existsSync(folder)) {
  const staging = `${folder}.part`;
  rmSync(staging, { recursive: true, force: true });
  const base = baseOf(outDir);
  const site = join(staging, base);
  cpSync(outDir, site, { recursive: true });
  if (base !== '/') {
    copyFileSync(join(site, '404.html'), join(staging, '404.html'));
    const headers = readFileSync(join(site, '_headers'), 'utf-8');
    writeFileSync(join(staging, '_headers'), headers.replaceAll(/^\//gm, base));
    rmSync(join(site, '_headers'));
  }
  const texts = files.filter((file) => compressible.has(extname(file))).map((name) => join(site, name));
  await Promise.all(Array.from({ length: atOnce }, () => compressAll(texts)));
  renameSync(staging, folder);
}

const next = join(target, 'current.next');
rmSync(next, { force: true });
symlinkSync(join('releases', release), next);
renameSync(next, join(target, 'current'));

const old = readdirSync(releases)
  .map((name) => ({ name, time: statSync(join(releases, name)).mtimeMs }))
  .filter(({ name }) => name !== release)
  .sort((a, b) => b.time - a.time)
  .slice(keptReleases - 1);
for (const { name } of old) rmSync(join(releases, name), { recursive: true });
console.log(`已发布 ${files.length} 个文件：${folder}`);

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
