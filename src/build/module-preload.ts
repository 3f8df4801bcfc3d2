import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from './files-below.ts';

const scripts = /<script type="module" src="([^"]*\/)([^"/]+\.js)"/g;
const imports = /(?:from|import)"\.\/([^"]+\.js)"/g;

/**
 * On a page whose script reads something first (`readFirst`), the modules that its scripts import are named in its head:
 * they travel together, not one after the other.
 */
export function modulePreload(): AstroIntegration {
  return {
    name: 'module-preload',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = join(fileURLToPath(dir), '_astro');
        for (const file of filesBelow(fileURLToPath(dir))) {
          if (!file.endsWith('.html')) continue;
          const html = readFileSync(file, 'utf-8');
          if (html.includes('rel="preload" as="fetch"')) writeFileSync(file, withModules(html, folder));
        }
      },
    },
  };
}

export function withModules(html: string, folder: string): string {
  const named = new Map<string, string>();
  const own = new Set<string>();
  const follow = (base: string, name: string): void => {
    for (const [, next = ''] of readFileSync(join(folder, name), 'utf-8').matchAll(imports)) {
      if (named.has(next)) continue;
      named.set(next, base + next);
      follow(base, next);
    }
  };
  for (const [, base = '', name = ''] of html.matchAll(scripts)) {
    own.add(name);
    follow(base, name);
  }
  const links = [...named].flatMap(([name, href]) =>
    own.has(name) ? [] : `<link rel="modulepreload" href="${href}">`,
  );
  return html.replace('<link rel="manifest"', `${links.join('')}<link rel="manifest"`);
}
