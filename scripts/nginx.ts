import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const modules = '/etc/nginx/modules-enabled';

/** Whether nginx with its brotli module and wrk are here (Debian: nginx, libnginx-mod-http-brotli-static, wrk). */
export function nginxInstalled(): boolean {
  const programs = ['/usr/sbin/nginx', '/usr/bin/wrk', modules].every((file) => existsSync(file));
  return programs && readdirSync(modules).some((name) => name.includes('brotli'));
}

/** Where a configuration of deploy/ listens here. */
export interface Ports {
  http: number;
  https?: number;
}

/**
 * nginx with a configuration of deploy/ on the current release in `www`; `folder` takes its files. With `also`, more
 * server blocks, of a cache in front, say.
 */
export async function startNginx(
  www: string,
  folder: string,
  { http, https }: Ports,
  also = '',
): Promise<ChildProcess> {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const here = (text: string) =>
    text
      .replaceAll('/etc/nginx/towns', join(folder, 'towns'))
      .replaceAll('/var/www/towns/current', `${www}/current`)
      .replaceAll('include mime.types', 'include /etc/nginx/mime.types')
      .replaceAll(/.*listen \[::\].*\n/g, '')
      .replaceAll('listen 80 ', `listen ${http} `)
      .replaceAll('listen 443 ', `listen ${https ?? 443} `);
  cpSync('deploy/towns', join(folder, 'towns'), { recursive: true });
  for (const name of ['maps.conf', 'site.conf']) {
    const file = join(folder, 'towns', name);
    writeFileSync(file, here(readFileSync(file, 'utf-8')));
  }
  const site = here(readFileSync(https === undefined ? 'deploy/nginx.conf' : 'deploy/nginx-tls.conf', 'utf-8'));
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off;\npid ${folder}/pid;\nerror_log ${folder}/logs/error.log;\ninclude ${modules}/*.conf;\nuser root;\n` +
      `events { worker_connections 256; }\nhttp { access_log off;\n${site}\n${also}\n}\n`,
  );
  const server = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
  for (let tries = 0; tries < 50; tries++) {
    const answers = await fetch(`http://127.0.0.1:${http}`, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (answers) return server;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  server.kill();
  throw new Error('nginx 没有起来');
}

/** Makes a release of a built site, in a process of its own, so that readers are answered meanwhile. */
export function publish(site: string, www: string): Promise<void> {
  return new Promise((done, failed) => {
    const publishing = spawn(process.execPath, ['scripts/release.ts', www], {
      env: { ...process.env, OUT_DIR: site },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    publishing.on('exit', (code) => {
      if (code === 0) done();
      else failed(new Error(`发布没有成功：${code}`));
    });
  });
}

export interface Load {
  requests: number;
  perSecond: number;
  /** Milliseconds within which 99 of 100 requests were answered. */
  p99: number;
  /** Answers other than 2xx and 3xx, and connections that failed. */
  errors: number;
}

/** Asks for the pages in turn over 32 connections for so many seconds (wrk), as a browser that takes brotli. */
export function load(origin: string, paths: readonly string[], seconds: number, folder: string): Promise<Load> {
  const script = join(folder, `load-${process.pid}.lua`);
  writeFileSync(
    script,
    `local paths = { ${paths.map((path) => JSON.stringify(path)).join(', ')} }
local n = 0
request = function()
  n = n % #paths + 1
  return wrk.format("GET", paths[n], { ["Accept-Encoding"] = "br" })
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("\\nRESULT %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(99),
    e.status + e.connect + e.read + e.write + e.timeout))
end
`,
  );
  return new Promise((resolve, reject) => {
    const wrk = spawn('wrk', ['-t', '2', '-c', '32', '-d', `${seconds}s`, '-s', script, origin], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    wrk.stdout.on('data', (data: Buffer) => {
      told += data.toString('utf-8');
    });
    wrk.on('error', reject);
    wrk.on('close', () => {
      // Both times are microseconds.
      const [, requests, duration, p99, errors] = /RESULT (\d+) (\d+) (\d+) (\d+)/.exec(told) ?? [];
      if (requests === undefined) {
        reject(new Error(`wrk 没有结果：${told}`));
        return;
      }
      resolve({
        requests: Number(requests),
        perSecond: Number(requests) / (Number(duration) / 1e6),
        p99: Number(p99) / 1000,
        errors: Number(errors),
      });
    });
  });
}

/**
 * Publishes a site whose home page differs and asks for pages all the while, in runs of so many seconds; the sum of
 * the runs. Throws where the new home page is not served afterwards.
 */
export async function swapUnderLoad(
  site: string,
  www: string,
  origin: string,
  paths: readonly string[],
  seconds: number,
  folder: string,
): Promise<Load> {
  const changed = join(folder, 'changed');
  cpSync(site, changed, { recursive: true });
  const home = join(changed, 'index.html');
  writeFileSync(home, readFileSync(home, 'utf-8').replace('<h1', '<h1 data-new'));
  const state = { publishing: true };
  const published = publish(changed, www).finally(() => {
    state.publishing = false;
  });
  const runs: Load[] = [];
  while (state.publishing) runs.push(await load(origin, paths, seconds, folder));
  await published;
  const served = await (await fetch(origin)).text();
  if (!served.includes('data-new')) throw new Error('新版本没有换上');
  const sum = (of: (run: Load) => number) => runs.reduce((all, run) => all + of(run), 0);
  return {
    requests: sum((run) => run.requests),
    perSecond: sum((run) => run.perSecond) / runs.length,
    p99: Math.max(...runs.map((run) => run.p99)),
    errors: sum((run) => run.errors),
  };
}
