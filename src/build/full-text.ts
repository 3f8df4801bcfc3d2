import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/**
 * Repeated on many pages, said twice on one, or not about the page: marks of clauses and sources, when the page was
 * published, gists, ways on, notes, citations, what stands on paper only; timeline and figures repeat the facts, and reports are
 * found by their titles on the list of sources.
 */
const notAboutThePage = [
  ...['svg', 'nav', 'aside', 'a.source', 'a.clause', 'a.anchor'],
  ...['p.layer', 'p.screen-only', 'p.to-top', 'details.gist', 'details.changes', 'section.cite'],
  ...['neighbours', 'figures', 'where', 'timeline', 'sources'].map((id) => `section[aria-labelledby="${id}"]`),
  'div.paper',
];

/** Pagefind's own search pages: ours is another. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** The full-text index (全文索引) below /pagefind/, of the pages whose main part is marked data-pagefind-body. */
export function fullText(): AstroIntegration {
  return {
    name: 'full-text',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await createIndex({ forceLanguage: 'zh-cn', excludeSelectors: notAboutThePage });
        if (!index) throw new Error(`全文索引建不起来：${errors.join('；')}`);
        const site = fileURLToPath(dir);
        const added = await index.addDirectory({ path: site });
        const made = await index.getFiles();
        await close();
        const faults = [...added.errors, ...made.errors];
        if (faults.length > 0) throw new Error(`全文索引没有做好：${faults.join('；')}`);
        // Written here: where the disk is full, Pagefind panics.
        for (const { path, content } of made.files.filter((file) => !unused.test(file.path))) {
          const file = join(site, 'pagefind', path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
        logger.info(`全文索引：${added.page_count} 页`);
      },
    },
  };
}
