import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Load, load, nginxInstalled, publish, startNginx } from '../scripts/nginx.ts';

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
  const server = await startNginx(www, folder, port);
  try {
    const steady = await load(origin, paths, seconds, folder);
    const changed = join(folder, 'changed');
    cpSync(site, changed, { recursive: true });
    const home = join(changed, 'index.html');
    writeFileSync(home, readFileSync(home, 'utf-8').replace('<h1', '<h1 data-new'));
    const state = { done: false };
    const publishing = publish(changed, www).finally(() => {
      state.done = true;
    });
    let swapping: Load = { requests: 0, perSecond: 0, p99: 0, errors: 0 };
    while (!state.done) {
      const run = await load(origin, paths, 5, folder);
      swapping = {
        requests: swapping.requests + run.requests,
        perSecond: run.perSecond,
        p99: Math.max(swapping.p99, run.p99),
        errors: swapping.errors + run.errors,
      };
    }
    await publishing;
    const served = await (await fetch(origin)).text();
    if (!served.includes('data-new')) throw new Error('新版本没有换上');
    return { steady, swapping };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
