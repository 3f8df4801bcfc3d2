import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, get } from 'node:http';
import { connect } from 'node:http2';
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
/** The site of the tests is made for this machine, which is not published. */
const giveAddress = (part: string) => {
  writeFileSync(join(part, 'robots.txt'), 'Sitemap: https://www.example.gov.cn/sitemap-index.xml\n');
};
/** Addresses that a page asks for by itself. */
const askedBy = (html: string) =>
  [
    ...html.matchAll(
      /<(?:link rel="(?:stylesheet|icon|manifest)"|script type="module"|img)[^>]* (?:href|src)="([^"]+)"/g,
    ),
  ].map(([, address = '']) => address);
/** An answer as it travels: fetch would unpack it and add what it takes. */
async function answer(
  port: number,
  path: string,
  encodings?: string,
): Promise<{ status: number; headers: IncomingHttpHeaders }> {
  const headers = encodings === undefined ? {} : { 'accept-encoding': encodings };
  const [response] = (await once(get({ host: '127.0.0.1', port, path, headers, agent: false }), 'response')) as [
    IncomingMessage,
  ];
  response.resume();
  await once(response, 'end');
  return { status: response.statusCode ?? 0, headers: response.headers };
}
const available = nginxInstalled();
if (!available)
  console.warn('没有带 brotli 的 nginx 和 wrk：服务器的测试跳过（Debian：nginx libnginx-mod-http-brotli-static wrk）');

describe.skipIf(!available)('deploy/nginx.conf serves a release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serving-'));
  const www = join(folder, 'www');
  const part = join(folder, 'part');
  let server: ChildProcess;

  // A cache that many readers share stands in front; it keeps what it is told to ask for each time.
  const shared = 4394;
  const cache = `proxy_cache_path ${folder}/cache keys_zone=shared:1m;
    server { listen ${shared}; location / {
      proxy_pass http://127.0.0.1:${port}; proxy_cache shared; proxy_cache_valid 200 1m; proxy_ignore_headers Cache-Control;
      add_header X-Cache $upstream_cache_status; } }`;

  beforeAll(async () => {
    copyPart(outDir, part);
    giveAddress(part);
    writeFileSync(join(part, '_redirects'), '/places/moved-away/ /places/wulajie/ 301\n');
    await publish(part, www);
    server = await startNginx(www, folder, { http: port }, cache);
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

  test.each([
    [undefined, undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
  ])('who takes %s gets %s, and every answer says that it depends on this', async (asked, encoding) => {
    for (const path of ['/places/wulajie/', '/data/places.csv', '/rss.xml', '/places/nosuchtown/']) {
      const { headers } = await answer(port, path, asked);
      expect([headers['content-encoding'], headers.vary], path).toEqual([encoding, 'Accept-Encoding']);
    }
  });

  test('a shared cache never gives brotli or gzip to somebody who did not ask for it', async () => {
    const path = '/policies/environment/';
    const told: string[] = [];
    // Twice: by then each kind is kept.
    for (const asked of ['br', undefined, 'gzip', 'identity', 'br', undefined, 'gzip', 'identity']) {
      const { headers } = await answer(shared, path, asked);
      expect(headers['content-encoding'], `asked for ${asked}`).toBe(asked === 'identity' ? undefined : asked);
      told.push(String(headers['x-cache']));
    }
    expect(told.slice(4)).toEqual(['HIT', 'HIT', 'HIT', 'HIT']);
  });

  test('data and feeds may be read by the pages of others, pages may not', async () => {
    const readers = async (path: string) => (await answer(port, path)).headers['access-control-allow-origin'];
    for (const path of [
      '/data/places.csv',
      '/data/places.xlsx',
      '/data/all.zip',
      '/rss.xml',
      '/places/rss.xml',
      '/feed.json',
    ])
      expect(await readers(path), path).toBe('*');
    for (const path of ['/', '/places/wulajie/', '/addresses.json']) expect(await readers(path), path).toBeUndefined();
  });

  test('an address that has moved answers with the new one, in capitals too; a page in capitals with the page that helps', async () => {
    for (const path of ['/places/moved-away/', '/Places/Moved-Away/']) {
      const { status, headers } = await answer(port, path);
      expect([status, headers.location], path).toEqual([301, '/places/wulajie/']);
    }
    expect((await answer(port, '/Places/Wulajie/')).status).toBe(404);
  });

  test('says what _headers says to hosts without nginx', async () => {
    const rules = readFileSync('public/_headers', 'utf-8')
      .trim()
      .split(/\n(?=\S)/)
      .map((block) => block.split(/\n\s+/));
    const matches = (pattern: string, path: string) =>
      new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+')}$`).test(path);
    const said = (path: string) => {
      const headers = new Map<string, string>();
      for (const [pattern = '', ...lines] of rules.filter(([pattern = '']) => matches(pattern, path)))
        for (const line of lines) {
          const [, away, name = '', value = ''] = /^(! )?([\w-]+)(?:: (.*))?$/.exec(line) ?? [];
          expect(name, `${pattern} ${line}`).not.toBe('');
          if (away) headers.delete(name.toLowerCase());
          else headers.set(name.toLowerCase(), value);
        }
      return Object.fromEntries(headers);
    };
    const names = new Set(
      rules.flatMap(([, ...lines]) => lines.map((line) => line.replace(/^! /, '').replace(/:.*/, '').toLowerCase())),
    );
    const [asset = ''] = readdirSync(join(part, '_astro'));
    const [fragment = ''] = readdirSync(join(part, 'pagefind/fragment'));
    for (const path of [
      '/',
      '/places/wulajie/',
      '/embed/places/wulajie/',
      '/data/places.csv',
      '/data/targets/',
      '/rss.xml',
      '/cases/rss.xml',
      '/feed.json',
      `/_astro/${asset}`,
      `/pagefind/fragment/${fragment}`,
    ]) {
      const { headers } = await answer(port, path, 'br');
      const served = Object.fromEntries(
        [...names].flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
      );
      const { vary, ...expected } = said(path);
      expect(vary).toBe('Accept-Encoding');
      // What is not compressed does not depend on what is asked for.
      expect(served, path).toEqual(headers['content-encoding'] ? { ...expected, vary } : expected);
    }
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
    server = await startNginx(www, folder, { http: 4396 });
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

const openssl = spawnSync('openssl', ['version'], { stdio: 'ignore' }).status === 0;
describe.skipIf(!available || !openssl)('deploy/nginx-tls.conf serves a release over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serving-tls-'));
  const www = join(folder, 'www');
  const [http, https] = [4392, 4393];
  let server: ChildProcess;

  beforeAll(async () => {
    // A few pages pack in a second.
    for (const name of ['index.html', '404.html', 'manifest.webmanifest', 'places/wulajie'])
      cpSync(join(outDir, name), join(folder, 'part', name), { recursive: true });
    giveAddress(join(folder, 'part'));
    await publish(join(folder, 'part'), www);
    mkdirSync(join(folder, 'towns'));
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=www.example.gov.cn'],
      ...['-keyout', join(folder, 'towns/privkey.pem'), '-out', join(folder, 'towns/fullchain.pem')],
    ]);
    expect(made.status).toBe(0);
    server = await startNginx(www, folder, { http, https });
  }, 240_000);
  afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test('by HTTP/2, and says that it is to be asked by TLS from now on', async () => {
    const session = connect(`https://127.0.0.1:${https}`, { rejectUnauthorized: false });
    const stream = session.request({ ':path': '/places/wulajie/', 'accept-encoding': 'br' });
    const [headers] = (await once(stream, 'response')) as [Record<string, string | number>];
    session.destroy();
    expect(session.alpnProtocol).toBe('h2');
    expect(headers).toMatchObject({ ':status': 200, 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('and sends there who comes by HTTP', async () => {
    const { status, headers } = await answer(http, '/places/wulajie/?a=1');
    expect([status, headers.location]).toEqual([301, 'https://www.example.gov.cn/places/wulajie/?a=1']);
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});
