import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from './files-below.ts';

/** What any page may load, inline code apart: nothing from elsewhere. Pagefind reads its index through WebAssembly. */
const everywhere = [
  "default-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'none'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "worker-src 'self'",
];
const scripts = "script-src 'self' 'wasm-unsafe-eval'";
const styles = "style-src 'self'";

const inline = /<(script|style)(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/\1>/g;
const charset = '<meta charset="utf-8">';

/**
 * Gives every built page its content security policy (内容安全策略). Astro could write one, but with the hash of every
 * script and style of the site, and hashes do not compress: a page names its own inline code only.
 */
export function contentPolicy(): AstroIntegration {
  return {
    name: 'content-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        for (const file of filesBelow(fileURLToPath(dir))) {
          if (file.endsWith('.html')) writeFileSync(file, withPolicy(readFileSync(file, 'utf-8')));
        }
      },
    },
  };
}

/** The page with its policy, before anything the policy is about. */
export function withPolicy(html: string): string {
  const own = { script: new Set<string>(), style: new Set<string>() };
  for (const [, tag, code = ''] of html.matchAll(inline)) {
    own[tag === 'style' ? 'style' : 'script'].add(`'sha256-${hash('sha256', code, 'base64')}'`);
  }
  const policy = [...everywhere, [scripts, ...own.script].join(' '), [styles, ...own.style].join(' ')].join('; ');
  return html.replace(charset, `${charset}<meta http-equiv="content-security-policy" content="${policy}">`);
}
