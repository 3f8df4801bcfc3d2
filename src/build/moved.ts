import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { escaped } from '#render/escaped.ts';

/**
 * Addresses that lead on (data/redirects.json) say so in Chinese, where Astro would in English; and `_redirects` lists
 * them for servers, which answer with 301 themselves: Netlify and Cloudflare Pages read it, a release makes nginx's of it.
 */
export function movedPages(redirects: Readonly<Record<string, string>>): AstroIntegration {
  let base = '';
  let host = '';
  return {
    name: 'moved-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
        host = config.site ?? '';
      },
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        const moved = Object.entries(redirects).map(([from, to]) => ({ from, to: `${base}${to}` }));
        for (const { from, to } of moved) {
          const page = join(site, from, 'index.html');
          if (existsSync(page)) writeFileSync(page, movedPage(to, new URL(to, host).href));
        }
        const lines = moved.map(({ from, to }) => `${base}${encodeURI(from)} ${encodeURI(to)} 301\n`);
        if (lines.length > 0) writeFileSync(join(site, '_redirects'), lines.join(''));
      },
    },
  };
}

/** Browsers go on at once; search engines take the canonical address. */
export function movedPage(to: string, address: string): string {
  const link = escaped(encodeURI(to));
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>这一页搬了</title><meta http-equiv="refresh" content="0;url=${link}"><meta name="robots" content="noindex">` +
    `<link rel="canonical" href="${escaped(address)}"></head>` +
    `<body><main><h1>这一页搬了</h1><p>新的网址：<a href="${link}">${escaped(to)}</a></p></main></body></html>`
  );
}
