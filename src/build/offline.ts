import { hash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import type { StoredFile } from '#domain/site/offline.ts';

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
        logger.info(`离线：${files.length} 个文件，${(size / 1e6).toFixed(1)} MB`);
      },
    },
  };
}

/** The list of a version: the revision is the first 8 bytes of SHA-256, which the worker works out again. */
function keptFiles(site: string): (StoredFile & { size: number })[] {
  const files = globSync(kept, { cwd: site, exclude: leftOut, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(site, join(parentPath, name)).replaceAll('\\', '/'))
    .toSorted()
    .map((url) => {
      const bytes = readFileSync(join(site, url));
      return { url, size: bytes.length, revision: hash('sha256', bytes).slice(0, 16) };
    })
    .filter(({ size }) => size <= mostBytes.file);
  const whole = files.reduce((sum, { size }) => sum + size, 0);
  return whole <= mostBytes.site ? files : files.filter(({ url }) => !/^places\/.+\//.test(url));
}

/** The worker as one plain script, with its list. */
async function writeWorker(files: readonly StoredFile[], site: string): Promise<void> {
  const folder = join(process.cwd(), '.cache', `worker-${process.pid}`);
  const list: StoredFile[] = files.map(({ url, revision }) => ({ url, revision }));
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
