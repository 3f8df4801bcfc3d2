import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contentCheck } from '#build/content-check.ts';
import { fullText } from '#build/full-text.ts';
import { addressLedger } from '#build/ledger.ts';
import { modulePreload } from '#build/module-preload.ts';
import { movedPages } from '#build/moved.ts';
import { offline } from '#build/offline.ts';
import { ownLinks } from '#build/own-links.ts';
import { contentPolicy } from '#build/policy.ts';
import { siteSettings } from '#build/settings.ts';
import { shippedLicences } from '#build/shipped.ts';
import { sitemapOptions } from '#build/sitemap.ts';
import { readRedirects } from '#content-io/redirects.ts';
import { dataDir } from '#content-io/folders.ts';

// What is wrong with them is named by the content check.
const { redirects } = readRedirects(dataDir);
const { site, base, faults } = siteSettings(process.env);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

export default defineConfig({
  // Address and folder the site is served under; the operator sets them.
  site,
  base,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always', format: 'directory' },
  compressHTML: 'jsx',
  redirects,
  // No code is shown; the highlighter would bring inline styles.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  // Editors check the headers of MDX files by the schemas.
  experimental: { contentIntellisense: true },
  // In this order: the modules and the policy change pages, the full text and the offline list read them, the ledger knows all addresses.
  integrations: [
    contentCheck(),
    mdx({ processor: satteri({ hastPlugins: [ownLinks(base)] }) }),
    sitemap(sitemapOptions()),
    modulePreload(),
    movedPages(redirects),
    shippedLicences(),
    contentPolicy(),
    fullText(),
    offline(),
    addressLedger(),
  ],
  vite: {
    ssr: { external: ['satteri'] },
    // Everything works from Chrome 88, Firefox 90 and Safari 15 (2021) on; in older ones the site is read without what
    // scripts add. Newer syntax is written in the old way; tests/site/browsers.test.ts says what scripts do without.
    build: { assetsInlineLimit: 0, target: 'es2022', cssTarget: 'esnext' },
    // 128: a range, (width >= 48em), which the minifier would make of min-width.
    css: { lightningcss: { include: 128 } },
  },
});
