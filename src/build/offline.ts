import { hash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { type Bundle, type StoredFile, bundleOf } from '#domain/site/offline.ts';

/** What is kept on a device after the first visit: policies, places, the checker, search; not data, posters, embeds, pictures. */
const kept = ['**/index.html', '_astro/**/*.{js,css}', 'search-index/**', 'icon.{svg,png}', 'manifest.webmanifest'];
/** Of use at a desk, or found again by whoever opened them: pages that were visited are kept besides. */
const leftOut = [
  ...[
    'posters/**',
    'pictures/**',
    'charts/**',
    'valid/**',
    'embed/**',
    'data/**',
    'radio/*/**',
    'unknown/*/**',
    'cases/*/**',
  ],
  ...['residence-permit/review/**', 'residence-permit/*/blank/**'],
  // Search answers without them, from names and everyday words.
  ...['search-index/*/m[0-9]*.txt', 'search-index/*/f[0-9]*.json'],
];
/** Nothing larger is put on a phone unasked, and of a site that is larger as a whole no place. */
const mostBytes = { file: 6_000_000, site: 25_000_000 };

/** Writes sw.js, whose text changes with the contents of the site and with nothing else. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const files = keptFiles(site);
        await writeWorker(files, site);
        const size = files.reduce((sum, { size }) => sum + size, 0);
        const count = files.reduce((sum, { holds }) => sum + (holds?.length ?? 1), 0);
        logger.info(`离线：${count} 个文件，${(size / 1e6).toFixed(1)} MB`);
      },
    },
  };
}

type SizedFile = StoredFile & { size: number };

/** The list of a version. Pages and files of search travel in bundles, which are written here. */
function keptFiles(site: string): SizedFile[] {
  const bundles = Map.groupBy(keptPaths(site), (url) => (/\.(?:html|json|txt)$/.test(url) ? bundleOf(url) : url));
  return Array.from(bundles, ([url, holds]) => {
    if (url === holds[0]) return sized(site, url);
    const bundle: Bundle = Object.fromEntries(holds.map((path) => [path, readFileSync(join(site, path), 'utf-8')]));
    mkdirSync(dirname(join(site, url)), { recursive: true });
    writeFileSync(join(site, url), JSON.stringify(bundle));
    return { ...sized(site, url), holds };
  });
}

/** The revision is the first 8 bytes of SHA-256, which the worker works out again. */
function sized(site: string, url: string): SizedFile {
  const bytes = readFileSync(join(site, url));
  return { url, size: bytes.length, revision: hash('sha256', bytes).slice(0, 16) };
}

function keptPaths(site: string): string[] {
  const files = globSync(kept, { cwd: site, exclude: leftOut, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(site, join(parentPath, name)).replaceAll('\\', '/'))
    .toSorted()
    .map((url) => ({ url, size: statSync(join(site, url)).size }))
    .filter(({ size }) => size <= mostBytes.file);
  const whole = files.reduce((sum, { size }) => sum + size, 0);
  return files.flatMap(({ url }) => (whole <= mostBytes.site || !/^places\/.+\//.test(url) ? [url] : []));
}

/** The worker as one plain script, with its list. */
async function writeWorker(files: readonly StoredFile[], site: string): Promise<void> {
  const folder = join(process.cwd(), '.cache', 'worker');
  const list = files.map(({ url, revision, holds }): StoredFile => ({ url, revision, ...(holds && { holds }) }));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      target: 'es2022',
      lib: { entry: 'src/client/offline-worker.ts', formats: ['es'], fileName: () => 'sw.js' },
    },
  });
  const script = readFileSync(join(folder, 'sw.js'), 'utf-8');
  writeFileSync(
    join(site, 'sw.js'),
    script.replace('__KEPT_FILES__', () => JSON.stringify(list)),
  );
  rmSync(folder, { recursive: true });
}
