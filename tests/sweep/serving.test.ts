import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, nginxInstalled, publish, startNginx, swapUnderLoad } from '../../scripts/nginx.ts';
import { outDir } from '../../scripts/paths.ts';
import { base, baseSite, madeUp, needPortal } from '../fixtures/portal.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Debian's nginx with the configuration of deploy/, on a folder made by `npm run release`.
const port = 4397;
const origin = `http://127.0.0.1:${port}`;
/** A part of a site is enough here, and packs in seconds. */
const copyPart = (site: string, part: string) => {
  cpSync(site, part, {
    recursive: true,
    filter: (file) => !/\/(?:residence-permit|posters)\/.+\/|\/share\//.test(file),
  });
};
/** Addresses that a page asks for by itself. */
const askedBy = (html: string) =>
  [
    ...html.matchAll(
      /<(?:link rel="(?:stylesheet|icon|manifest)"|script type="module"|img)[^>]* (?:href|src)="([^"]+)"/g,
    ),
  ].map(([, address = '']) => address);
const available = nginxInstalled();
if (!available)
  console.warn('没有带 brotli 的 nginx 和 wrk：服务器的测试跳过（Debian：nginx libnginx-mod-http-brotli-static wrk）');

describe.skipIf(!available)('deploy/nginx.conf serves a release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serving-'));
  const www = join(folder, 'www');
  const part = join(folder, 'part');
  let server: ChildProcess;

  beforeAll(async () => {
    copyPart(outDir, part);
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
    // Without a host: behind a proxy that speaks TLS, this server would name the wrong one.
    expect(response.headers.get('location')).toBe('/places/wulajie/');
  });

  test.each([
    ['/data/places.csv', 'text/csv; charset=utf-8'],
    ['/places/wulajie.md', 'text/markdown; charset=utf-8'],
    ['/llms.txt', 'text/plain; charset=utf-8'],
    ['/rss.xml', 'text/xml; charset=utf-8'],
  ])('%s says how its Chinese is written', async (path, type) => {
    expect((await fetch(`${origin}${path}`)).headers.get('content-type')).toBe(type);
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

describe.skipIf(!available)('deploy/nginx.conf serves a release made for a folder of its host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serving-base-'));
  const www = join(folder, 'www');
  const host = 'http://127.0.0.1:4396';
  let server: ChildProcess;

  beforeAll(async () => {
    await needPortal();
    copyPart(baseSite, join(folder, 'part'));
    await publish(join(folder, 'part'), www);
    server = await startNginx(www, folder, 4396);
  }, 400_000);
  afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test('with everything that a page asks for', async () => {
    const home = await fetch(`${host}${base}`, { headers: { 'accept-encoding': 'br' } });
    expect(home.status).toBe(200);
    expect(home.headers.get('content-encoding')).toBe('br');
    for (const asset of askedBy(await home.text())) expect((await fetch(`${host}${asset}`)).status, asset).toBe(200);
  });

  test('with the rules for frames and caches', async () => {
    const header = async (path: string, name: string) => (await fetch(`${host}${base}${path}`)).headers.get(name);
    expect(await header(`embed/places/${madeUp.place}/`, 'content-security-policy')).toBe('frame-ancestors *');
    expect(await header(`places/${madeUp.place}/`, 'content-security-policy')).toBe("frame-ancestors 'self'");
    const [asset = ''] = readdirSync(join(baseSite, '_astro'));
    expect(await header(`_astro/${asset}`, 'cache-control')).toContain('immutable');
    expect(await header(`places/${madeUp.place}/`, 'cache-control')).toBe('no-cache');
  });

  test('sending on an address without its last slash, and answering an unknown one with the page that helps', async () => {
    const short = await fetch(`${host}${base}places/${madeUp.place}`, { redirect: 'manual' });
    expect([short.status, short.headers.get('location')]).toEqual([308, `${base}places/${madeUp.place}/`]);
    const unknown = await fetch(`${host}${base}places/nosuchtown/`);
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('没有这一页');
  });
});
