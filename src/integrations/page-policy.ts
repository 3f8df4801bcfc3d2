import { hash } from 'node:crypto';

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

/** Most pages carry the same few styles and scripts. */
const known = new Map<string, string>();
function hashOf(code: string): string {
  let sum = known.get(code);
  if (sum === undefined) known.set(code, (sum = `'sha256-${hash('sha256', Buffer.from(code, 'latin1'), 'base64')}'`));
  return sum;
}

/**
 * The page with its content security policy (内容安全策略), before anything the policy is about. Astro could write one,
 * but with the hash of every script and style of the site, and hashes do not compress: a page names its own inline code only.
 * A page is looked at byte by byte: whatever is looked for is ASCII, so Chinese need not be decoded.
 */
export function withPolicy(page: Buffer): Buffer<ArrayBuffer> {
  const html = page.toString('latin1');
  const own = { script: new Set<string>(), style: new Set<string>() };
  for (const [, tag, code = ''] of html.matchAll(inline)) own[tag === 'style' ? 'style' : 'script'].add(hashOf(code));
  const policy = [...everywhere, [scripts, ...own.script].join(' '), [styles, ...own.style].join(' ')].join('; ');
  const whole = html.replace(charset, `${charset}<meta http-equiv="content-security-policy" content="${policy}">`);
  return Buffer.from(whole, 'latin1');
}
