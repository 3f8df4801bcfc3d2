import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const policyMeta = /<meta http-equiv="content-security-policy" content="([^"]*)">/;
const inline = /<(script|style)(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/\1>/g;

/**
 * Astro writes the hash of every script and style of the site into every page. Hashes do not compress:
 * each page keeps those of its own inline code only; files are covered by 'self'.
 */
export function leanPolicy(): AstroIntegration {
  return {
    name: 'lean-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        for (const name of readdirSync(site, { recursive: true, encoding: 'utf-8' })) {
          if (!name.endsWith('.html')) continue;
          const file = join(site, name);
          const html = readFileSync(file, 'utf-8');
          const lean = withOwnHashes(html);
          if (lean !== html) writeFileSync(file, lean);
        }
      },
    },
  };
}

export function withOwnHashes(html: string): string {
  const own = new Set(
    [...html.matchAll(inline)].map(
      ([, , code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
    ),
  );
  return html.replace(policyMeta, (meta, policy: string) =>
    meta.replace(policy, () =>
      policy.replaceAll(/ ('sha256-[^']+')/g, (part, hash: string) => (own.has(hash) ? part : '')),
    ),
  );
}
