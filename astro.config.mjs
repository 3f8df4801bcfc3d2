import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import redirects from './src/data/redirects.json' with { type: 'json' };
import { addressLedger } from './src/integrations/address-ledger.ts';
import { finishPages } from './src/integrations/finish-pages.ts';
import { offline } from './src/integrations/offline.ts';
import { sitemapOptions } from './src/integrations/sitemap-options.ts';
import { watchContent } from './src/integrations/watch-content.ts';

export default defineConfig({
  // Address and folder the site is served under; the operator sets them.
  site: process.env['SITE_URL'] || 'http://127.0.0.1:4321',
  base: process.env['BASE_PATH'] || '/',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always', format: 'directory' },
  compressHTML: 'jsx',
  redirects,
  // No code is shown; the highlighter would bring inline styles.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [mdx(), sitemap(sitemapOptions()), finishPages(), watchContent(), offline(), addressLedger()],
  vite: {
    ssr: { external: ['satteri'] },
    // Everything works from Chrome 88, Firefox 90 and Safari 15 (2021) on; in older ones the site is read without what
    // scripts add. Newer syntax is written in the old way; tests/site/browsers.test.ts says what scripts do without.
    build: { assetsInlineLimit: 0, target: 'es2022', cssTarget: 'esnext' },
    // 128: a range, (width >= 48em), which the minifier would make of min-width.
    css: { lightningcss: { include: 128 } },
  },
});
