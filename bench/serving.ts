import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Load, load, nginxInstalled, publish, startNginx, swapUnderLoad } from '../scripts/nginx.ts';

export interface Serving {
  /** The site served at full load, with nothing else going on. */
  steady: Load;
  /** The same while a new version is made and swapped in. */
  swapping: Load;
}

/** Serves a built site through nginx and asks for `paths` as fast as it answers; undefined where nginx or wrk is missing. */
export async function measureServing(
  site: string,
  paths: readonly string[],
  seconds = 20,
): Promise<Serving | undefined> {
  if (!nginxInstalled()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'bench-serving-'));
  const port = 4396;
  const origin = `http://127.0.0.1:${port}`;
  const www = join(folder, 'www');
  await publish(site, www);
  const server = await startNginx(www, folder, { http: port });
  try {
    const steady = await load(origin, paths, seconds, folder);
    const swapping = await swapUnderLoad(site, www, origin, paths, 5, folder);
    return { steady, swapping };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
