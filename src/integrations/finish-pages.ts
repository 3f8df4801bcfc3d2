import { hash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDir, dataDir, outDir } from '#reader/folders.ts';
import { sharedStock, stockOf } from '#reader/load.ts';
import { readsOf } from '#reader/pages-read.ts';
import { readContent } from '#reader/read-content.ts';
import { Disk } from './disk.ts';
import { FullText, partNumbers, searchable } from './full-text.ts';
import { KeptPages } from './kept-pages.ts';
import { bytesOf, keepBytes } from './light-response.ts';
import { withPolicy } from './page-policy.ts';

/**
 * What happens to a page between its making and the disk, so that no file is written, read and written again:
 * one that nothing has changed is taken from the last build; a new one gets its policy and goes into the full-text index.
 */
export function finishPages(): AstroIntegration {
  let kept: KeptPages;
  let text: FullText;
  let disk: Disk;
  let site = '';
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        keepBytes();
        kept = new KeptPages(sharedStock.value ?? stockOf(readContent(contentDir, dataDir).content), outDir, dataDir);
        setPrerenderer((own) => ({
          ...own,
          getStaticPaths: async () => {
            const paths = await own.getStaticPaths();
            const isContent = ({ route }: (typeof paths)[number]) =>
              /^src\/pages\/(?:places|cases)\/\[id\]/.test(route.component);
            const content = paths.filter(isContent);
            const parts = partNumbers(content.map(({ pathname }) => fileOf(pathname)));
            disk = new Disk();
            text = new FullText({ site, previous: outDir, parts, first: kept.empty, disk });
            // One part of the full-text index after the other: Pagefind writes one while the next is made, and the last
            // while those are made that nobody searches.
            const partOf = ({ pathname }: (typeof paths)[number]) => parts.get(fileOf(pathname)) ?? 0;
            const searched = paths.filter(({ route }) => isSearched(route)).toSorted((a, b) => partOf(a) - partOf(b));
            return [...searched, ...paths.filter(({ route }) => !isSearched(route))];
          },
          render: async (request, options) => {
            await turn();
            const { component } = options.routeData;
            if (!isSearched(options.routeData)) text.rest();
            const file = fileOf(decodeURI(new URL(request.url).pathname.slice(base.length)));
            const sum = kept.take(component, file);
            if (sum !== undefined) {
              disk.take(join(outDir, file), join(site, file));
              if (sum !== '') text.keep(file, sum);
              return new Response(null);
            }
            const { made: response, reads } = await readsOf(async () => {
              const rendered = await own.render(request, options);
              return rendered instanceof Response ? rendered : rendered.response;
            });
            if (response.status >= 300 && response.status < 400) return response;
            const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
            const bytes = await bytesOf(response);
            const made = isPage ? withPolicy(bytes) : bytes;
            const isIndexed = isPage && made.includes(' data-pagefind-body') && !listing.test(file);
            const ownSum = isIndexed ? hash('sha1', made) : '';
            kept.made(component, file, reads, ownSum);
            if (isIndexed) text.add(file, searchable(made), ownSum);
            disk.write(join(site, file), made);
            // Astro's own way of writing a file costs more than making it; nothing is left for it to write.
            return new Response(null);
          },
        }));
      },
      'astro:build:done': async ({ logger }) => {
        const pages = await text.done();
        await disk.done();
        kept.save(site);
        logger.info(`全文索引：${pages} 页`);
      },
    },
  };
}

/** Whether a route has pages for the full-text index. Those are made first, so that Pagefind is busy from the start. */
function isSearched({ type, component }: { type: string; component: string }): boolean {
  return type === 'page' && !/^src\/pages\/(?:embed|posters\/\[kind\])\//.test(component);
}

/** Pages that name everything answer nothing. */
const listing = /^(?:sitemap|search|cases\/(?:county|type|theme|year|with-figures))\/|^index\.html$/;

let lastTurn = 0;
/** Making pages waits for nothing; without a pause (milliseconds) Pagefind would get all of them at the end. */
async function turn(): Promise<void> {
  if (performance.now() - lastTurn < 20) return;
  await nextTurn();
  lastTurn = performance.now();
}

const base = (process.env['BASE_PATH'] ?? '/').replace(/\/*$/, '/');

/** The file below the site that a path is written to: a page into a folder of its own, another file under its name. */
function fileOf(path: string): string {
  const name = path.replace(/^\//, '').replace(/\/$/, '');
  if (name === '404') return '404.html';
  return /\.[a-z\d]+$/.test(name) ? name : `${name}/index.html`.replace(/^\//, '');
}
