import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export { contentDir, dataDir, outDir } from '#content-io/folders.ts';

/** The folder of its host that a built site was made for: "/" or "/ztzl/xcz/", as its manifest says. */
export function baseOf(site: string): string {
  const manifest = JSON.parse(readFileSync(join(site, 'manifest.webmanifest'), 'utf-8')) as { scope: string };
  return manifest.scope;
}
