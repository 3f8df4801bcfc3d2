import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { outDir } from '../../scripts/paths.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Debian's nginx with the configuration of deploy/, on a folder made by `npm run release`.
const port = 4397;
const origin = `http://127.0.0.1:${port}`;
const modules = '/etc/nginx/modules-enabled';
const available = installed();
if (!available) console.warn('没有 nginx，也装不上：发布和服务器的测试跳过');

describe.skipIf(!available)('deploy/nginx.conf serves a release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serving-'));
  const www = join(folder, 'www');
  // A part of the site is enough here, and packs in seconds.
  const part = join(folder, 'part');
  let server: ChildProcess;

  beforeAll(async () => {
    cpSync(outDir, part, {
      recursive: true,
      filter: (file) => !/residence-permit\/h|\/share\/|\/posters\//.test(file),
    });
    release();
    const site = readFileSync('deploy/nginx.conf', 'utf-8')
      .replace('root /var/www/towns/current', `root ${www}/current`)
      .replace('listen 80 default_server', `listen ${port} default_server`)
      .replace(/.*listen \[::\]:80.*\n/, '')
      .replace('include mime.types', 'include /etc/nginx/mime.types');
    mkdirSync(join(folder, 'logs'));
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off;\npid ${folder}/pid;\nerror_log ${folder}/logs/error.log;\ninclude ${modules}/*.conf;\nuser root;\n` +
        `events { worker_connections 256; }\nhttp { access_log off;\n${site}\n}\n`,
    );
    server = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
    await until(async () => (await fetch(origin)).ok);
  }, 240_000);

  afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  function release(from = part) {
    execFileSync(process.execPath, ['scripts/release.ts', www], {
      stdio: 'pipe',
      env: { ...process.env, OUT_DIR: from },
    });
  }

  test('pages come compressed as brotli and are revalidated', async () => {
    const response = await fetch(`${origin}/places/wulajie/`, { headers: { 'accept-encoding': 'br' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('乌拉街');
  });

  test('the compressed twin holds the page itself', () => {
    const page = join(www, 'current/places/wulajie/index.html');
    expect(brotliDecompressSync(readFileSync(`${page}.br`)).equals(readFileSync(page))).toBe(true);
  });

  test('security headers stand on every page and no stranger may frame it', async () => {
    const { headers } = await fetch(`${origin}/policies/environment/`);
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
  });

  test('an unknown address answers 404 with the page that helps', async () => {
    const response = await fetch(`${origin}/places/nosuchtown/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('没有这一页');
  });

  test('an address typed without its last slash is sent on', async () => {
    const response = await fetch(`${origin}/places/wulajie`, { redirect: 'manual' });
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toMatch(/\/places\/wulajie\/$/);
  });

  test('data files carry their types and answer ranges', async () => {
    const geojson = await fetch(`${origin}/data/places.geojson`);
    expect(geojson.headers.get('content-type')).toContain('application/geo+json');
    const csv = await fetch(`${origin}/data/places.csv`, {
      headers: { range: 'bytes=0-2', 'accept-encoding': 'identity' },
    });
    expect(csv.status).toBe(206);
    expect([...new Uint8Array(await csv.arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('publishing the same site again moves nothing', () => {
    const before = readlinkSync(join(www, 'current'));
    release();
    expect(readlinkSync(join(www, 'current'))).toBe(before);
  });

  test('a new version is swapped in under load without a failed request', async () => {
    const changed = join(folder, 'changed');
    cpSync(part, changed, { recursive: true });
    writeFileSync(
      join(changed, 'index.html'),
      readFileSync(join(changed, 'index.html'), 'utf-8').replace('<h1', '<h1 data-new'),
    );
    const state = { publishing: true, failures: 0, answers: 0 };
    const ask = async () => {
      while (state.publishing) {
        const response = await fetch(`${origin}/places/wulajie/`);
        await response.arrayBuffer();
        state.answers += 1;
        if (!response.ok) state.failures += 1;
      }
    };
    const asking = [ask(), ask(), ask(), ask()];
    // In a process of its own, so that the readers go on asking meanwhile.
    await new Promise<void>((done, failed) => {
      const publishing = spawn(process.execPath, ['scripts/release.ts', www], {
        env: { ...process.env, OUT_DIR: changed },
      });
      publishing.on('exit', (code) => {
        if (code === 0) done();
        else failed(new Error(`发布没有成功：${code}`));
      });
    });
    state.publishing = false;
    await Promise.all(asking);
    expect(state.failures).toBe(0);
    expect(state.answers).toBeGreaterThan(10);
    expect(await (await fetch(origin)).text()).toContain('data-new');
  });
});

function installed(): boolean {
  const present = () => existsSync('/usr/sbin/nginx') && existsSync(modules);
  if (present() || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return present();
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'pipe' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'nginx', 'libnginx-mod-http-brotli-static'], { stdio: 'pipe' });
  } catch {
    return false;
  }
  return present();
}

async function until(ready: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (await ready().catch(() => false)) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('nginx 没有起来');
}
