import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { attr, elements, linksIn, page, pages, textOf, withAttr } from './built-pages.ts';

const ids = new Map(
  pages.map(({ path, tree }) => [path, new Set(withAttr(tree, 'id').map((element) => attr(element, 'id')))]),
);
const isExternal = (address: string) => /^(?:[a-z]+:|\/\/)/i.test(address);
const addressesOf = (element: Element) =>
  ['href', 'src', 'action', 'poster'].flatMap((property) => attr(element, property) ?? []);

test('every link and every fragment of every page leads somewhere', () => {
  let links = 0;
  const broken = pages.flatMap(({ path, tree }) =>
    elements(tree, (element) => addressesOf(element).length > 0)
      .flatMap(addressesOf)
      .filter((address) => !isExternal(address))
      .filter((address) => {
        links += 1;
        const { pathname, hash } = new URL(address, `http://site${path}`);
        const file = join(outDir, decodeURIComponent(pathname));
        const target = pathname.endsWith('/') ? join(file, 'index.html') : file;
        if (!existsSync(target) || statSync(target).isDirectory()) return true;
        return hash !== '' && !ids.get(pathname)?.has(decodeURIComponent(hash.slice(1)));
      })
      .map((address) => `${path} → ${address}`),
  );
  expect(links).toBeGreaterThan(pages.length * 20);
  expect([...new Set(broken)]).toEqual([]);
});

test('no id stands twice on a page', () => {
  const twice = pages.flatMap(({ path, tree }) => {
    const all = withAttr(tree, 'id').map((element) => attr(element, 'id') ?? '');
    return all.filter((id, index) => all.indexOf(id) < index).map((id) => `${path}#${id}`);
  });
  expect(twice).toEqual([]);
});

test('every aria-labelledby names an element of the page', () => {
  const lost = pages.flatMap(({ path, tree }) =>
    withAttr(tree, 'ariaLabelledBy')
      .flatMap((element) => attr(element, 'ariaLabelledBy')?.split(' ') ?? [])
      .filter((id) => !ids.get(path)?.has(id))
      .map((id) => `${path}#${id}`),
  );
  expect(lost).toEqual([]);
});

test('every page can be reached by links from the home page', () => {
  const reached = new Set(['/']);
  for (const path of reached) {
    for (const address of linksIn(page(path).tree)) {
      if (isExternal(address)) continue;
      const { pathname } = new URL(address, `http://site${path}`);
      if (ids.has(pathname)) reached.add(pathname);
    }
  }
  const hidden = /^\/(?:404\.html|search\/|offline\/|embed\/.*|posters\/.*)$/;
  expect(pages.map(({ path }) => path).filter((path) => !reached.has(path) && !hidden.test(path))).toEqual([]);
});

test('a link off the site says so in words', () => {
  const silent = pages.flatMap(({ path, tree }) =>
    elements(tree, (element) => element.tagName === 'a' && /^https?:/.test(attr(element, 'href') ?? ''))
      .filter((a) => !textOf(a).includes('站外'))
      .map((a) => `${path} → ${attr(a, 'href') ?? ''}`),
  );
  expect(silent).toEqual([]);
});

test('the text of a link makes sense alone', () => {
  const bare = /^(?:点击(?:这里|此处)|这里|此处|详情|更多|查看|链接|下载)?$/u;
  const unclear = pages.flatMap(({ path, tree }) =>
    elements(tree, ({ tagName }) => tagName === 'a')
      .filter((a) => bare.test((attr(a, 'ariaLabel') ?? textOf(a)).trim()))
      .map((a) => `${path} → ${attr(a, 'href') ?? ''}`),
  );
  expect(unclear).toEqual([]);
});
