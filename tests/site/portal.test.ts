import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../../scripts/nginx.ts';
import { serveSite } from '../../scripts/serve.ts';
import { base, baseSite, madeUp, moved, needPortal, portal, portalOperator } from '../fixtures/portal.ts';
import { siteFile } from './built-pages.ts';
import { all, readXml, textsOf } from './xml.ts';

const read = (path: string) => readFileSync(join(baseSite, path), 'utf-8');
const files = () => readdirSync(baseSite, { recursive: true, encoding: 'utf-8' });

beforeAll(needPortal, 400_000);

describe('a site built for a folder of a portal', () => {
  test('every internal address of every page stays in the folder and leads to a file', () => {
    const found = new Map<string, string>();
    const pages = files().filter((name) => name.endsWith('.html'));
    for (const name of pages) {
      const html = read(name).replaceAll(/<script[\s\S]*?<\/script>/g, (script) => script.split('>')[0] ?? '');
      for (const [, address = ''] of html.matchAll(/ (?:href|src|action|data-base)="([^"]*)"/g)) {
        if (!/^(?:[a-z]+:|#)/i.test(address)) found.set(address.replaceAll('&amp;', '&'), name);
      }
    }
    const broken = [...found].filter(([address, name]) => {
      if (!address.startsWith(base)) return true;
      const path = join(portal, decodeURIComponent(new URL(address, `https://portal.example/${name}`).pathname));
      const file = address.split(/[?#]/)[0]?.endsWith('/') ? join(path, 'index.html') : path;
      return !existsSync(file) || (statSync(file).isDirectory() && address !== base);
    });
    expect(pages.length).toBeGreaterThan(60);
    expect(found.size).toBeGreaterThan(300);
    expect(broken).toEqual([]);
  });

  test('feeds, sitemap, search description, manifest and lists for machines name addresses below the folder', () => {
    const names = [
      'rss.xml',
      'feed.json',
      'opensearch.xml',
      'llms.txt',
      'robots.txt',
      'sitemap-0.xml',
      'data/places.json',
    ];
    for (const name of names) {
      const own = read(name).match(/https:\/\/portal\.example[^\s"<)]*/g) ?? [];
      expect(own.length, name).toBeGreaterThan(0);
      expect(
        own.filter((address) => !address.startsWith(`https://portal.example${base}`)),
        name,
      ).toEqual([]);
    }
    expect(JSON.parse(read('manifest.webmanifest'))).toMatchObject({ start_url: base, scope: base });
  });

  test('an address that has moved says so in Chinese and leads to its page, and no search engine keeps it', () => {
    const to = `${base}places/${madeUp.place}/`;
    const html = read(`${moved.slice(1)}index.html`);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain(`<meta http-equiv="refresh" content="0;url=${to}">`);
    expect(html).toContain(`<link rel="canonical" href="https://portal.example${to}">`);
    expect(html).toContain(`<a href="${to}">`);
    expect(read('sitemap-0.xml')).not.toContain(moved);
  });

  test('whoever finds a hole is told whom to write to, where the operator has an address', () => {
    const lines = read('.well-known/security.txt').trim().split('\n');
    expect(lines).toContain(`Contact: mailto:${portalOperator.email}`);
    expect(lines).toContain(`Canonical: https://portal.example${base}.well-known/security.txt`);
    const expires = lines.filter((line) => line.startsWith('Expires: ')).map((line) => line.slice(9));
    expect(expires).toHaveLength(1);
    expect(Number.isNaN(Date.parse(expires[0] ?? ''))).toBe(false);
  });

  test('the sitemap leaves out what is not for search engines and dates the rest by what was written', () => {
    const urls = all(readXml(read('sitemap-0.xml')), 'url');
    const dates = new Map(urls.map((url) => [textsOf(url, 'loc')[0], textsOf(url, 'lastmod')[0]]));
    const hidden =
      /\/(?:posters\/[^<]|pictures\/[^<]|charts\/[^<]|valid\/|search\/|embed\/|offline\/|residence-permit\/[^<]+)/;
    expect([...dates.keys()].filter((address) => hidden.test(address ?? ''))).toEqual([]);
    const written = readFileSync(`.cache/portal-written/content/places/${madeUp.place}.mdx`, 'utf-8');
    const [, day = '', time = ''] = /^updated: (\S+) (\S+)$/m.exec(written) ?? [];
    const dated = dates.get(`https://portal.example${base}places/${madeUp.place}/`) ?? '';
    expect(new Date(dated)).toEqual(new Date(`${day}T${time}:00+08:00`));
  });

  test('posters and radio texts carry addresses of the portal', () => {
    expect(read('posters/policies/environment/index.html')).toContain('data-poster');
    const address = /<p class="sheet-address">(.*?)<\/p>/.exec(read('posters/policies/environment/index.html'))?.[1];
    expect(address?.replaceAll(/<\/?span>|<wbr>/g, '')).toBe(`portal.example${base}policies/environment`);
    expect(read('radio/environment.txt')).toContain(`https://portal.example${base}policies/environment/`);
    expect(read('policies/environment.md')).toContain(`https://portal.example${base}policies/environment/`);
  });

  test('a PDF made of an earlier sheet is not offered, and a sheet that shows something else has another key', () => {
    const sheet = 'posters/policies/goals/index.html';
    expect(read(sheet)).not.toContain('a4.pdf');
    const key = (html: string) => /data-poster="([^"]+)"/.exec(html)?.[1];
    expect(key(read(sheet))).toMatch(/^[\da-f]{12}$/);
    expect(key(read(sheet))).not.toBe(key(siteFile(sheet)));
  });

  test('the worker keeps the files of the folder', () => {
    const worker = read('sw.js');
    const list = [...worker.matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url);
    expect(list).toContain('offline/policies.json');
    expect(worker).toContain('"policies/environment/index.html"');
    expect(list.filter((url) => !existsSync(join(baseSite, url)))).toEqual([]);
  });
});

describe('a site whose operator is filled in', () => {
  const html = (path: string, tag: string) =>
    new RegExp(`<${tag}[ >][\\s\\S]*</${tag}>`).exec(read(`${path}index.html`))?.[0] ?? '';

  test('names the operator at the foot of every page, with both filings linked to their records', () => {
    const { name, contact, email, siteIdCode, icpNumber, policeNumber } = portalOperator;
    for (const path of ['', 'about/', `places/${madeUp.place}/`, 'residence-permit/']) {
      const foot = html(path, 'footer');
      for (const shown of [name, contact, siteIdCode]) expect(foot, path).toContain(shown);
      expect(foot, path).toContain('href="tel:043200000000"');
      expect(foot, path).toContain(`<a href="mailto:${email}">${email}</a>`);
      expect(foot, path).toContain(`<a href="https://beian.miit.gov.cn/">${icpNumber}（站外）</a>`);
      expect(foot, path).toContain(
        `<a href="https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000">${policeNumber}（站外）</a>`,
      );
      expect(foot, path).not.toContain('演示版本');
    }
  });

  test('says on /about/ how to report an error, and no longer that it is no government site', () => {
    const about = html('about/', 'main');
    for (const shown of [portalOperator.name, portalOperator.contact, portalOperator.email])
      expect(about).toContain(shown);
    expect(about).not.toMatch(/没有填写|不是政府网站/);
    expect(read('llms.txt')).not.toContain('不是政府网站');
  });
});

test('a photograph is shown with author, date, licence and alt text, in two widths', async () => {
  const html = read(`places/${madeUp.photographed}/index.html`);
  expect(html).toContain('alt="一片深色"');
  expect(html).toContain('张三，2026年。许可：CC BY 4.0');
  for (const width of [480, 960]) {
    const picture = join(baseSite, `photos/${madeUp.photographed}-${width}.webp`);
    expect((await sharp(picture).metadata()).width).toBe(width);
  }
  expect(existsSync(join(baseSite, `photos/${madeUp.place}-480.webp`))).toBe(false);
});

test('two cases that name each other are linked both ways', () => {
  for (const [from, to] of [
    [madeUp.case, madeUp.later],
    [madeUp.later, madeUp.case],
  ] as const)
    expect(read(`cases/${from}/index.html`)).toContain(`href="${base}cases/${to}/"`);
});

test('npm start serves it in its folder, assets included, and the root leads to it', async () => {
  const site = await serveSite(baseSite, 0);
  try {
    const { origin: host, pathname } = new URL(site.url);
    expect(pathname).toBe(base);
    const home = await fetch(host);
    expect(home.url).toBe(site.url);
    /** Addresses that a page asks for by itself. */
    const assets = [
      ...(await home.text()).matchAll(
        /<(?:link rel="(?:stylesheet|icon|manifest)"|script type="module"|img)[^>]* (?:href|src)="([^"]+)"/g,
      ),
    ].map(([, address = '']) => address);
    expect(assets.length).toBeGreaterThan(1);
    for (const asset of assets) expect((await fetch(`${host}${asset}`)).status, asset).toBe(200);
    const outside = await fetch(`${host}/places/${madeUp.place}/`);
    expect(outside.status).toBe(404);
    expect(await outside.text()).toContain('没有这一页');
    expect((await fetch(`${site.url}places/${madeUp.place}/`)).status).toBe(200);
    expect((await fetch(`${site.url}places/nosuchtown/`)).status).toBe(404);
  } finally {
    site.close();
  }
});

describe('npm run release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  const www = join(folder, 'www');
  const current = (path: string) => join(www, 'current', base, path);
  /** A part of the site packs in seconds. */
  const part = join(folder, 'part');
  beforeAll(async () => {
    const isKept = (file: string) => {
      const [first = '', ...below] = relative(baseSite, file).split(sep);
      return (
        ['', '_astro', '_headers', '_redirects', 'places'].includes(first) ||
        (below.length === 0 && extname(first) !== '')
      );
    };
    cpSync(baseSite, part, { recursive: true, filter: isKept });
    await publish(part, www);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  test('puts the site into its folder, each text with twins that are compressed and hold the same', () => {
    const page = current(`places/${madeUp.place}/index.html`);
    expect(brotliDecompressSync(readFileSync(`${page}.br`)).equals(readFileSync(page))).toBe(true);
    expect(gunzipSync(readFileSync(`${page}.gz`)).equals(readFileSync(page))).toBe(true);
    expect(existsSync(`${current('icon.png')}.br`)).toBe(false);
  });
  test('writes the headers of a host without nginx for the folder, and the page that helps at the root', () => {
    const rules = readFileSync(join(www, 'current/_headers'), 'utf-8').match(/^\S.*$/gm);
    expect(rules).toEqual([...new Set(rules)]);
    expect(rules).toEqual(expect.arrayContaining([`${base}*`, `${base}embed/*`, `${base}_astro/*`, `${base}data/*`]));
    expect(readFileSync(join(www, 'current/404.html'), 'utf-8')).toContain('没有这一页');
  });
  test('lists what has moved for hosts that read it at the root, and for nginx', () => {
    const [from, to] = [`${base}${moved.slice(1)}`, `${base}places/${madeUp.place}/`];
    expect(readFileSync(join(www, 'current/_redirects'), 'utf-8')).toBe(`${from} ${to} 301\n`);
    expect(readFileSync(join(www, 'current/_moved.map'), 'utf-8')).toBe(`${from} ${to};\n`);
    expect(existsSync(current('_redirects'))).toBe(false);
  });
  test('moves nothing where the same site is published again', async () => {
    const before = readlinkSync(join(www, 'current'));
    await publish(part, www);
    expect(readlinkSync(join(www, 'current'))).toBe(before);
  });
});
