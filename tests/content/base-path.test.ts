import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { base, baseSite, buildForPortal, portal, portalOperator } from '../base-site.ts';

const read = (path: string) => readFileSync(join(baseSite, path), 'utf-8');
const files = () => readdirSync(baseSite, { recursive: true, encoding: 'utf-8' });

beforeAll(buildForPortal, 400_000);

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
    expect(pages.length).toBeGreaterThan(150);
    expect(found.size).toBeGreaterThan(1000);
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

  test('the sitemap leaves out what is not for search engines and dates the rest by what was written', () => {
    const map = read('sitemap-0.xml');
    expect(map).not.toMatch(/\/(?:posters\/[^<]|search\/|embed\/|residence-permit\/[^<]+<)/);
    const updated = /^updated: (\S+) (\S+)$/m.exec(readFileSync('src/content/places/wulajie.mdx', 'utf-8'));
    const moment = new Date(`${updated?.[1] ?? ''}T${updated?.[2] ?? ''}:00+08:00`);
    expect(map).toMatch(new RegExp(`${base}places/wulajie/</loc><lastmod>[^<]*`));
    expect(new Date(/places\/wulajie\/<\/loc><lastmod>([^<]*)/.exec(map)?.[1] ?? '')).toEqual(moment);
  });

  test('posters and radio texts carry addresses of the portal', () => {
    expect(read('posters/policies/environment/index.html')).toContain('data-poster');
    const address = /<p class="sheet-address">(.*?)<\/p>/.exec(read('posters/policies/environment/index.html'))?.[1];
    expect(address?.replaceAll(/<\/?span>|<wbr>/g, '')).toBe(`portal.example${base}policies/environment`);
    expect(read('radio/environment.txt')).toContain(`https://portal.example${base}policies/environment/`);
    expect(read('policies/environment.md')).toContain(`https://portal.example${base}policies/environment/`);
  });

  test('the worker keeps the files of the folder', () => {
    const list = [...read('sw.js').matchAll(/"?url"?:"([^"]+)"/g)].map(([, url = '']) => url);
    expect(list).toContain('policies/environment/index.html');
    expect(list.filter((url) => !existsSync(join(baseSite, url)))).toEqual([]);
  });
});

describe('a site whose operator is filled in', () => {
  const html = (path: string, tag: string) =>
    new RegExp(`<${tag}[ >][\\s\\S]*</${tag}>`).exec(read(`${path}index.html`))?.[0] ?? '';

  test('names the operator at the foot of every page, with both filings linked to their records', () => {
    const { name, contact, email, siteIdCode, icpNumber, policeNumber } = portalOperator;
    for (const path of ['', 'about/', 'places/wulajie/', 'residence-permit/']) {
      const foot = html(path, 'footer');
      for (const shown of [name, contact, siteIdCode]) expect(foot, path).toContain(shown);
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
