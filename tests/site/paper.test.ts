import { hash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { unzipSync } from 'fflate';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { speak, spokenFigures } from '#domain/print/spoken.ts';
import type { Bundle, StoredFile } from '#domain/site/offline.ts';
import { outDir } from '../../scripts/paths.ts';
import { packedSite } from '../fixtures/stick.ts';
import {
  attr,
  byId,
  elements,
  entryAddress,
  entryIds,
  kindOf,
  linksIn,
  listedAs,
  page,
  pages,
  siteFile,
  textOf,
} from './built-pages.ts';

const origin = new URL(/<link rel="canonical" href="([^"]+)"/.exec(page('/').html)?.[1] ?? '').origin;
const posters = pages.filter(({ path }) => /^\/posters\/\w+\/[\w-]+\/$/.test(path));
const classed = (path: string, name: string) =>
  elements(page(path).tree, (element) => (attr(element, 'className') ?? '').split(' ').includes(name));

/** What a telephone reads from the first QR code of some HTML. */
async function decode(html: string): Promise<string | undefined> {
  const svg = /<svg class="qr"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
  const drawn = svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" stroke="#000" width="400" ');
  const picture = sharp(Buffer.from(drawn)).flatten({ background: '#fff' }).ensureAlpha().raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return decodeQR({ data: new Uint8ClampedArray(data), width: info.width, height: info.height });
}

describe('posters', () => {
  test('there is one for each explainer, each place and the checker', () => {
    const wanted = [
      ...entryIds('policies').map((id) => `/posters/policies/${id}/`),
      ...entryIds('places').map((id) => `/posters/places/${id}/`),
      '/posters/permit/checker/',
    ];
    expect(posters.map(({ path }) => path).toSorted()).toEqual(wanted.toSorted());
  });

  test.each(posters.map(({ path }) => path))('%s leads by code and by typing to its page', async (path) => {
    const { html } = page(path);
    const target = path === '/posters/permit/checker/' ? '/residence-permit/' : path.replace('/posters', '');
    const sheet = /<section class="sheet"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    // The code tells first whether the sheet can still hang, and leads on to the page.
    const valid = new URL((await decode(sheet)) ?? '').pathname;
    expect(valid).toMatch(/^\/valid\/[\w-]+\/\d{12}-[0-9a-z]+\/$/);
    expect(page(valid).html).toContain('这张纸还能用');
    expect(linksIn(page(valid).tree)).toContain(target);
    expect(Buffer.byteLength(page(valid).html)).toBeLessThanOrEqual(2048);
    expect(page(valid).html).not.toContain('<script');
    const typed = textOf(classed(path, 'sheet-address')[0] ?? { type: 'root', children: [] }).replaceAll(/\s/g, '');
    expect(typed).toBe(`${origin}${target}`.replace(/^https?:\/\//, '').replace(/\/$/, ''));
    expect(existsSync(join(outDir, target, 'index.html'))).toBe(true);
  });

  test('each says at most three sentences, who says so, where, and of which day', () => {
    for (const poster of posters) {
      const { path } = poster;
      const text = classed(path, 'sheet-text').map(textOf).join('');
      expect(text.match(/[。！？]/gu)?.length ?? 0, path).toBeLessThanOrEqual(3);
      const sheet = classed(path, 'sheet').map(textOf).join('');
      expect(sheet, path).toMatch(/《[^》]{10,}》/u);
      expect(sheet, path).toMatch(/条款：[一二三四五六]/u);
      expect(sheet, path).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/u);
      expect(sheet.includes('2020年') ? sheet : '文件自己定的', path).toMatch(/文件自己定的|文件当时/u);
      const of = path.replace('/posters', '').replace('/permit/checker/', '/residence-permit/');
      expect(listedAs(poster), path).toBe(of);
    }
  });

  test('every PDF of the site is offered and every one offered exists', () => {
    for (const { path, html } of posters) {
      const offered = [...html.matchAll(/href="[^"]*\/(a[34]\.pdf)"/g)].map(([, name = '']) => name);
      for (const name of offered) expect(existsSync(join(outDir, path, name)), `${path}${name}`).toBe(true);
      expect(readdirSync(join(outDir, path)).filter((name) => name.endsWith('.pdf')).length, path).toBe(offered.length);
    }
  });
});

describe('the code on paper', () => {
  test.each([
    ...['policies', 'places'].map((kind) => `/${kind}/${entryIds(kind)[0] ?? ''}/`),
    '/residence-permit/',
    '/',
  ])('of %s is its own address', async (path) => {
    expect(await decode(page(path).html)).toBe(`${origin}${path}`);
  });

  test('every page of an entry lists its sources as notes', () => {
    const entries = pages.filter(({ path }) => entryAddress.test(path));
    let cited = 0;
    for (const { path, html, tree } of entries.filter((one) => kindOf(one) === 'content')) {
      const notes = classed(path, 'notes').map(textOf).join('');
      if (!html.includes('data-source=')) continue;
      const labels = new Set(elements(tree, (element) => attr(element, 'dataSource') !== undefined).map(textOf));
      cited += 1;
      for (const label of labels) expect(notes, path).toContain(label);
    }
    expect(cited).toBeGreaterThan(0);
  });
});

describe('radio texts', () => {
  const ids = pages.flatMap(({ path }) => /^\/radio\/([^/]+)\/$/.exec(path)?.[1] ?? []);
  const text = (id: string) =>
    siteFile(`radio/${id}.txt`)
      .replace(/^\uFEFF/, '')
      .split('\r\n')[0] ?? '';

  test.each(ids)('%s can be read out: at most 300 characters, no digit, no sign that cannot be said', (id) => {
    expect(text(id).length).toBeLessThanOrEqual(300);
    expect(text(id).length).toBeGreaterThan(80);
    expect(text(id)).toMatch(/^[\p{Script=Han}，。、：；？！「」《》]+$/u);
    expect(text(id)).toMatch(/第[一二三四五六]部分(?:第[一二三四五六七八九]条)?/u);
    expect(textOf(page(`/radio/${id}/`).tree)).toContain(text(id));
  });

  test.each(ids)('every figure of %s is one of its explainer', (id) => {
    const explainer = new Set(spokenFigures(speak(textOf(page(`/policies/${id}/`).tree))));
    expect(spokenFigures(text(id)).filter((figure) => !explainer.has(figure))).toEqual([]);
  });

  test('its length in minutes stands with the speed', () => {
    expect(textOf(page(`/radio/${ids[0] ?? ''}/`).tree)).toMatch(/按每分钟180字念，约(?:0\.5|1|1\.5|2)分钟/);
  });
});

describe('for machines', () => {
  test('every page of an entry has a Markdown twin, named in its head and in llms.txt', () => {
    const list = siteFile('llms.txt');
    const entries = pages.filter(
      ({ path }) => entryAddress.test(path) && existsSync(join(outDir, `${path.slice(0, -1)}.md`)),
    );
    expect(entries.length).toBeGreaterThan(0);
    for (const { path, html } of entries) {
      const twin = `${path.slice(0, -1)}.md`;
      expect(html, path).toContain(`type="text/markdown" href="${twin}"`);
      expect(list, path).toContain(`${origin}${twin}`);
      expect(siteFile(twin), path).toMatch(/^# /);
      expect(siteFile(twin), path).not.toMatch(/<(?:Clause|Source|Background|Fact)|undefined/);
    }
    expect(list).toMatch(/^# .+\n\n> .+/);
  });
});

describe('the zip for a USB stick', () => {
  let files = new Map<string, Uint8Array>();
  beforeAll(() => {
    files = new Map(Object.entries(unzipSync(packedSite())));
  });

  test('every internal link of every page leads to a file of the zip', () => {
    const htmls = [...files].filter(([name]) => name.endsWith('.html'));
    // Old addresses lead on from the stick too.
    expect(htmls.length).toBeGreaterThanOrEqual(pages.length);
    const broken = new Set<string>();
    for (const [name, bytes] of htmls) {
      const html = Buffer.from(bytes).toString('utf-8');
      for (const [, address = ''] of html.matchAll(/<[^>]* (?:href|src|action)="([^"]*)"/g)) {
        if (/^(?:[a-z]+:|#)/i.test(address)) continue;
        const target = posix.join(posix.dirname(name), decodeURIComponent(address.split(/[?#]/)[0] ?? ''));
        if (address.startsWith('/') || !files.has(target)) broken.add(`${name} → ${address}`);
      }
    }
    expect([...broken].slice(0, 20)).toEqual([]);
  });

  test('no page asks for a module, which file:// refuses', () => {
    const asking = [...files].filter(
      ([name, bytes]) => name.endsWith('.html') && Buffer.from(bytes).includes('type="module"'),
    );
    expect(asking.map(([name]) => name)).toEqual([]);
  });
});

describe('what is kept for reading without a network', () => {
  // The list of the worker: files, of which bundles say what they hold.
  const [, json = '[]'] = /(\[\{"url":.*?\}\])[,;\n]/s.exec(siteFile('sw.js')) ?? [];
  const list = JSON.parse(json) as StoredFile[];
  const urls = list.map(({ url }) => url);
  const kept = list.flatMap(({ url, holds = [url] }) => holds);

  test('holds the home page, the checker, search, and every policy, place and cluster', () => {
    const must = [
      'index.html',
      'offline/index.html',
      'search/index.html',
      ...['policies', 'places', 'clusters'].flatMap((kind) => entryIds(kind).map((id) => `${kind}/${id}/index.html`)),
    ];
    // Sheets with blanks are for printing, and how the rules are kept is read at a desk.
    const checker = pages.filter(({ path }) => /^\/residence-permit\/(?!review\/|.*\/blank\/)/.test(path));
    must.push(...checker.map(({ path }) => `${path.slice(1)}index.html`));
    expect(must.filter((url) => !kept.includes(url))).toEqual([]);
    expect(byId(page('/offline/').tree, 'main')).toBeDefined();
  });
  test('is there, each file as the list says: a device that finds another one keeps nothing', () => {
    const file = (url: string) => join(outDir, url);
    expect(urls.filter((url) => !existsSync(file(url)))).toEqual([]);
    const other = list.filter(({ url, revision }) => hash('sha256', readFileSync(file(url))).slice(0, 16) !== revision);
    expect(other).toEqual([]);
    const text = (url: string) => readFileSync(file(url), 'utf-8');
    for (const { url, holds = [] } of list)
      for (const path of holds) expect((JSON.parse(text(url)) as Bundle)[path]).toBe(text(path));
  });
  test('weighs at most 1 MB on the wire', () => {
    // Packed less hard than a release is, which takes a tenth of the time.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    const bytes = urls.reduce(
      (sum, url) => sum + brotliCompressSync(readFileSync(join(outDir, url)), { params }).length,
      0,
    );
    expect(bytes).toBeLessThanOrEqual(1_000_000);
    expect(bytes).toBeGreaterThan(50_000);
  });
});
