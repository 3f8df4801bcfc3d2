import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';

/** Builds the full-text index (全文索引) of the finished pages into /pagefind/. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await createIndex({ forceLanguage: 'zh-cn' });
        if (!index) throw new Error(`全文索引建不起来：${errors.join('；')}`);
        const site = fileURLToPath(dir);
        const { page_count: pages } = await index.addDirectory({ path: site });
        await index.writeFiles({ outputPath: `${site}pagefind` });
        await index.deleteIndex();
        logger.info(`全文索引：${pages} 页`);
      },
    },
  };
}
