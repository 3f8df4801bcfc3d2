import { hash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
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
  ...['search-index/*/m[0-9]*.txt', 'search-index/*/f[0-9]*.json', 'search-index/*/p[0-9]*.json'],
];
/** Where there is no room for all of it, what comes first is kept first: the columns, search, then the rest. */
const order = ['site', 'search-index', 'policies', 'clusters', 'sources', 'places', 'residence-permit'].map(
  (name) => `offline/${name}.json`,
);
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
        logger.info(`离线：${count} 个文件，在设备上约 ${(size / 1e6).toFixed(1)} MB`);
      },
    },
  };
}

/** The list of a version. Pages and files of search travel in bundles, which are written here. */
function keptFiles(site: string): StoredFile[] {
  const bundles = Map.groupBy(keptPaths(site), (url) => (/\.(?:html|json|txt)$/.test(url) ? bundleOf(url) : url));
  const files = Array.from(bundles, ([url, holds]) => {
    if (url === holds[0]) return sized(site, url);
    const bundle: Bundle = Object.fromEntries(holds.map((path) => [path, readFileSync(join(site, path), 'utf-8')]));
    mkdirSync(dirname(join(site, url)), { recursive: true });
    writeFileSync(join(site, url), JSON.stringify(bundle));
    // On the device each is kept by itself.
    const size = Object.values(bundle).reduce((sum, text) => sum + gzipSync(text).length, 0);
    return { ...sized(site, url), size, holds };
  });
  // What is no bundle stands at -1, before all; a folder of another city comes last.
  const place = ({ url, holds }: StoredFile) => (holds && !order.includes(url) ? order.length : order.indexOf(url));
  return files.toSorted((a, b) => place(a) - place(b));
}

/** The revision is the first 8 bytes of SHA-256, which the worker works out again. */
function sized(site: string, url: string): StoredFile {
  const bytes = readFileSync(join(site, url));
  const packed = gzipSync(bytes).length;
  return { url, revision: hash('sha256', bytes).slice(0, 16), size: packed, sent: packed };
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
    script.replace('__KEPT_FILES__', () => JSON.stringify(files)),
  );
  rmSync(folder, { recursive: true });
}
