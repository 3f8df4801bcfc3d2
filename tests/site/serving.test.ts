import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { load, nginxInstalled, publish, startNginx, swapUnderLoad } from '../../scripts/nginx.ts';
import { outDir } from '../../scripts/paths.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Debian's nginx with the configuration of deploy/, on a folder made by `npm run release`.
const port = 4397;
const origin = `http://127.0.0.1:${port}`;
const available = nginxInstalled();
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
    await publish(part, www);
    server = await startNginx(www, folder, port);
  }, 240_000);

  afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

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

  test('publishing the same site again moves nothing', async () => {
    const before = readlinkSync(join(www, 'current'));
    await publish(part, www);
    expect(readlinkSync(join(www, 'current'))).toBe(before);
  });

  const pages = ['/', '/places/wulajie/', '/policies/environment/', '/residence-permit/', '/data/places.csv'];

  test('the server at full load answers every request, and tells of one that fails', async () => {
    const { requests, errors } = await load(origin, pages, 3, folder);
    expect(errors).toBe(0);
    expect(requests).toBeGreaterThan(1000);
    const spoiled = await load(origin, ['/places/nosuchtown/'], 1, folder);
    expect(spoiled.errors).toBe(spoiled.requests);
  });

  test('a new version is swapped in under load without a failed request', async () => {
    const before = readlinkSync(join(www, 'current'));
    const { requests, errors } = await swapUnderLoad(part, www, origin, pages, 2, folder);
    expect(errors).toBe(0);
    expect(requests).toBeGreaterThan(1000);
    expect(readlinkSync(join(www, 'current'))).not.toBe(before);
    expect(await (await fetch(origin)).text()).toContain('data-new');
  });
});
