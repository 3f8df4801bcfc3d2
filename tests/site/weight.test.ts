import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { attr, elements, named, pages, siteFile, withAttr } from './built-pages.ts';

test('the HTML of every page fits into the first window of a connection: 14,600 bytes packed', () => {
  const packed = (html: string, quality: number) =>
    brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
  // What fits packed quickly, fits the better packed as a server does it.
  const heavy = pages
    .filter(({ html }) => packed(html, 5) > 14_600)
    .map(({ path, html }) => ({ path, bytes: packed(html, 11) }))
    .filter(({ bytes }) => bytes > 14_600);
  expect(heavy).toEqual([]);
});

test('no page carries more than 9 KB of CSS', () => {
  const heavy = pages
    .map(({ path, tree }) => {
      const inline = named(tree, 'style').map((style) => toString(style));
      const linked = named(tree, 'link')
        // What is for paper only is fetched aside and holds nobody up.
        .filter((link) => attr(link, 'rel')?.includes('stylesheet') && attr(link, 'media') !== 'print')
        .map((link) => siteFile(attr(link, 'href') ?? ''));
      return { path, bytes: Buffer.byteLength([...inline, ...linked].join('')) };
    })
    .filter(({ bytes }) => bytes > 9 * 1024 || bytes === 0);
  expect(heavy).toEqual([]);
});

test('no element carries a style attribute or a handler', () => {
  const wrong = pages.flatMap(({ path, tree }) =>
    elements(tree, ({ properties }) =>
      Object.keys(properties).some((name) => name === 'style' || /^on[A-Z]/.test(name)),
    ).map(({ tagName }) => `${path} <${tagName}>`),
  );
  expect(wrong).toEqual([]);
});

test('no page asks another host for anything', () => {
  const loads = new Set([
    'stylesheet',
    'icon',
    'preload',
    'modulepreload',
    'prefetch',
    'preconnect',
    'dns-prefetch',
    'manifest',
    'search',
    'alternate',
  ]);
  const foreign = pages.flatMap(({ path, tree, html }) => {
    const sources = [...withAttr(tree, 'src'), ...withAttr(tree, 'srcSet'), ...withAttr(tree, 'data')].flatMap(
      (element) => ['src', 'srcSet', 'data'].flatMap((name) => attr(element, name) ?? []),
    );
    const links = named(tree, 'link')
      .filter((link) =>
        attr(link, 'rel')
          ?.split(' ')
          .some((rel) => loads.has(rel)),
      )
      .flatMap((link) => attr(link, 'href') ?? []);
    const styles = [...html.matchAll(/(?:url\(|@import\s*)["']?(https?:)?\/\/[^"')\s]*/g)].map(([match]) => match);
    return [...sources, ...links]
      .filter((address) => /^(?:https?:)?\/\//.test(address))
      .concat(styles)
      .map((address) => `${path} → ${address}`);
  });
  expect(foreign).toEqual([]);
});

test('no script holds up the page, none asks another host', () => {
  const blocking = pages.flatMap(({ path, tree }) =>
    named(tree, 'script')
      .filter((script) => attr(script, 'src') !== undefined)
      .filter(
        (script) =>
          attr(script, 'type') !== 'module' &&
          attr(script, 'defer') === undefined &&
          attr(script, 'async') === undefined,
      )
      .map((script) => `${path} ${attr(script, 'src') ?? ''}`),
  );
  expect(blocking).toEqual([]);
  const stylesheets = pages.flatMap(({ path, tree }) =>
    named(tree, 'link')
      .filter((link) => attr(link, 'rel') === 'stylesheet' && attr(link, 'media') !== 'print')
      .map(() => path),
  );
  expect(stylesheets).toEqual([]);
});

test('a content security policy stands on every page and allows no script from elsewhere', () => {
  const open = pages.filter(({ tree }) => {
    const policy = named(tree, 'meta').find((meta) => attr(meta, 'httpEquiv') === 'content-security-policy');
    const text = policy ? (attr(policy, 'content') ?? '') : '';
    return !text.includes("default-src 'self'") || /unsafe-inline|'unsafe-eval'|https?:|\*/.test(text);
  });
  expect(open.map(({ path }) => path)).toEqual([]);
});

test('no font file is sent to a reader', () => {
  const fonts = readdirSync(outDir, { recursive: true, encoding: 'utf-8' }).filter((name) =>
    /\.(?:woff2?|ttf|otf)$/.test(name),
  );
  expect(fonts).toEqual([]);
});

test('the full-text index is there', () => {
  expect(existsSync(join(outDir, 'pagefind/pagefind.js'))).toBe(true);
});
