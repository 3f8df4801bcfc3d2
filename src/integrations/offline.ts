import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { injectManifest } from 'workbox-build';
import { addressOf, bundleFile, bundlePages } from '#domain/offline.ts';

/** What is kept on a device after the first visit: text, the checker, search; not data, posters, embeds, pictures. */
const kept = {
  globPatterns: ['**/index.html', '_astro/**/*.{js,css}', 'finder/**', bundleFile, 'icon.svg', 'manifest.webmanifest'],
  globIgnores: [
    'posters/**',
    'embed/**',
    'data/**',
    'cases/*/*/index.html',
    'residence-permit/*/index.html',
    '404.html',
  ],
};
/** On a site too large for a phone, the texts of the guidance and the checker are kept, places, cases and search are not. */
const tooMany = {
  above: 300,
  globIgnores: ['places/*/**', 'cases/*/**', 'sitemap/*/**', 'sources/*/**', 'finder/*/**'],
};
const isLarge = (site: string) =>
  ['places', 'cases'].some(
    (kind) => existsSync(join(site, kind)) && readdirSync(join(site, kind)).length > tooMany.above,
  );

/** Nothing larger is put on a phone unasked. */
const mostBytes = 6_000_000;

/** Writes sw.js, whose text changes with the contents of the site and with nothing else. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const bundle = join(site, bundleFile);
        mkdirSync(dirname(bundle), { recursive: true });
        writeFileSync(bundle, JSON.stringify(bundlePages(checkerPages(site))));
        const worker = await compileWorker();
        const { count, size, warnings } = await injectManifest({
          swSrc: worker,
          swDest: join(site, 'sw.js'),
          globDirectory: site,
          ...kept,
          globIgnores: [...kept.globIgnores, ...(isLarge(site) ? tooMany.globIgnores : [])],
          maximumFileSizeToCacheInBytes: mostBytes,
          manifestTransforms: [
            (manifest) => ({
              manifest: manifest.map(({ url, size }) => ({ url, size, revision: hashOf(join(site, url)) })),
            }),
          ],
        });
        rmSync(dirname(worker), { recursive: true });
        if (warnings.length > 0) throw new Error(warnings.join('\n'));
        logger.info(`离线：${count} 个文件，${(size / 1e6).toFixed(1)} MB`);
      },
    },
  };
}

/** The first 8 bytes of SHA-256, which the worker works out again. */
const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);

/** Question and result pages, without their QR codes, which are of use on paper only. */
function checkerPages(site: string): Map<string, string> {
  const files = readdirSync(join(site, 'residence-permit'), { recursive: true, encoding: 'utf-8' })
    .map((name) => `residence-permit/${name.replaceAll('\\', '/')}`)
    .filter((name) => /^residence-permit\/.+\/index\.html$/.test(name))
    .toSorted();
  const text = (name: string) => readFileSync(join(site, name), 'utf-8').replace(/<svg class="qr".*?<\/svg>/su, '');
  return new Map(files.map((name) => [addressOf(name), text(name)]));
}

/** The worker as one plain script. */
async function compileWorker(): Promise<string> {
  const folder = join(process.cwd(), '.cache', `worker-${process.pid}`);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      lib: { entry: 'src/client/offline-worker.ts', formats: ['es'], fileName: () => 'sw.js' },
    },
  });
  return join(folder, 'sw.js');
}
