import { hash } from 'node:crypto';

const policyMeta = /<meta http-equiv="content-security-policy" content="([^"]*)">/;
const inline = /<(script|style)(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/\1>/g;

/** Most pages carry the same few styles and scripts. */
const known = new Map<string, string>();
function hashOf(code: string): string {
  let sum = known.get(code);
  if (sum === undefined) known.set(code, (sum = `'sha256-${hash('sha256', code, 'base64')}'`));
  return sum;
}

/**
 * Astro writes the hash of every script and style of the site into every page. Hashes do not compress:
 * each page keeps those of its own inline code only; files are covered by 'self'.
 */
export function withOwnHashes(html: string): string {
  const own = new Set(Array.from(html.matchAll(inline), ([, , code = '']) => hashOf(code)));
  return html.replace(policyMeta, (meta, policy: string) =>
    meta.replace(policy, () =>
      policy.replaceAll(/ ('sha256-[^']+')/g, (part, sum: string) => (own.has(sum) ? part : '')),
    ),
  );
}
