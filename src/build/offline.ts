import { hash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import type { StoredFile } from '#domain/site/offline.ts';

/** What is kept on a device after the first visit: text, the checker, search; not data, posters, embeds, pictures. */
const kept = ['**/index.html', '_astro/**/*.{js,css}', 'search-index/**', 'icon.{svg,png}', 'manifest.webmanifest'];
const leftOut = ['posters/**', 'embed/**', 'data/**', 'cases/*/*/index.html', 'residence-permit/*/blank/*/index.html'];
/** Nothing larger is put on a phone unasked. */
const mostBytes = 6_000_000;

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
  return globSync(kept, { cwd: site, exclude: leftOut, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(site, join(parentPath, name)).replaceAll('\\', '/'))
    .toSorted()
    .map((url) => {
      const bytes = readFileSync(join(site, url));
      if (bytes.length > mostBytes) throw new Error(`${url} 太大（${bytes.length} 字节），不放进离线的网站`);
      return { url, size: bytes.length, revision: hash('sha256', bytes).slice(0, 16) };
    });
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
