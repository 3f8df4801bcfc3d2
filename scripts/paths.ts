import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export { contentDir, dataDir, outDir } from '#content-io/folders.ts';

/** The folder of its host that a built site was made for: "/" or "/ztzl/xcz/", as its manifest says. */
export function baseOf(site: string): string {
  const file = join(site, 'manifest.webmanifest');
  try {
    const { scope } = JSON.parse(readFileSync(file, 'utf-8')) as { scope?: unknown };
    if (typeof scope === 'string' && /^\/(?:[\w~-][\w.~-]*\/)*$/.test(scope)) return scope;
  } catch {
    // Said below.
  }
  throw new Error(`${file} 读不懂，网站可能不完整 — 重新运行 npm run build`);
}
