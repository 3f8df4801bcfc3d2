import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDir, dataDir, outDir } from '#reader/folders.ts';
import { sharedContent } from '#reader/load.ts';
import { readsOf } from '#reader/pages-read.ts';
import { readContent } from '#reader/read-content.ts';
import { FullText, searchable } from './full-text.ts';
import { KeptPages } from './kept-pages.ts';
import { withOwnHashes } from './lean-policy.ts';

/**
 * What happens to a page between its making and the disk, so that no file is written, read and written again:
 * one that nothing has changed is taken from the last build; a new one gets its lean policy and goes into the full-text index.
 */
export function finishPages(): AstroIntegration {
  let kept: KeptPages;
  let text: FullText;
  let site = '';
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        kept = new KeptPages(sharedContent() ?? readContent(contentDir, dataDir).content, outDir, dataDir);
        setPrerenderer((own) => ({
          ...own,
          getStaticPaths: async () => {
            const paths = await own.getStaticPaths();
            const content = paths.filter(({ route }) => /^src\/pages\/(?:places|cases)\/\[id\]/.test(route.component));
            text = new FullText(content.length, outDir, kept.empty);
            return paths;
          },
          render: async (request, options) => {
            const { component } = options.routeData;
            const file = fileOf(new URL(request.url).pathname);
            const sum = kept.take(component, file, site);
            if (sum !== undefined) {
              if (/^(?:places|cases)\//.test(file) && file.endsWith('.html')) text.keep(file, sum);
              return new Response(null);
            }
            const { made, reads } = await readsOf(async () => {
              const rendered = await own.render(request, options);
              const response = rendered instanceof Response ? rendered : rendered.response;
              return { response, body: response.body && Buffer.from(await response.arrayBuffer()) };
            });
            const { response, body } = made;
            if (body === null || response.status !== 200) return new Response(body, response);
            if (!response.headers.get('content-type')?.startsWith('text/html')) {
              kept.made(component, file, reads, body);
              return new Response(body, response);
            }
            const html = withOwnHashes(body.toString('utf-8'));
            kept.made(component, file, reads, html);
            if (html.includes(' data-pagefind-body')) text.add(file, searchable(html), hash('sha1', html));
            return new Response(html, response);
          },
        }));
      },
      'astro:build:done': async ({ logger }) => {
        const pages = await text.write(site);
        kept.save(site);
        logger.info(`全文索引：${pages} 页`);
      },
    },
  };
}

const base = (process.env['BASE_PATH'] ?? '/').replace(/\/*$/, '/');

/** The file below the site that an address is written to. */
function fileOf(pathname: string): string {
  const path = decodeURI(pathname).slice(base.length);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
