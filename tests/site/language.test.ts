import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { needSettings } from '#content-io/read.ts';
import { dataDir } from '../../scripts/paths.ts';
import { attr, elements, named, pages, textOf, withAttr } from './built-pages.ts';

const { operator } = needSettings(dataDir);

/** Names of formats and norms that Chinese writing uses as they are. */
const allowed = /\b(?:CSV|JSON|GeoJSON|RSS|WCAG|AA|GB|PDF|Excel|WPS|WGS84|AI|APP|A4|BibTeX|RIS)\b|GB\/T/g;
/** An address and the number of a filing are written as they are. */
const ofOperator = Object.values(operator).filter(Boolean);
const english = (text: string) =>
  ofOperator
    .reduce((rest, detail) => rest.replaceAll(detail, ''), text)
    .replaceAll(allowed, '')
    .match(/[A-Za-z]{2,}/g) ?? [];
/** Header and footer of the page; those inside main belong to what is read. */
const frameOf = (tree: Root) => {
  const inMain = new Set(named(tree, 'main').flatMap((main) => named(main, 'header', 'footer')));
  return named(tree, 'header', 'footer').filter((element) => !inMain.has(element));
};
const inSource = (tree: Root) => new Set(elements(tree, (element) => attr(element, 'dataSource') !== undefined));

describe('no English word stands in', () => {
  test('header, footer, menus, forms and buttons', () => {
    const found = pages.flatMap(({ path, tree }) =>
      [...frameOf(tree), ...named(tree, 'form', 'button', 'summary', 'nav')].flatMap((element) =>
        english(textOf(element)).map((word) => `${path} <${element.tagName}> ${word}`),
      ),
    );
    expect([...new Set(found)]).toEqual([]);
  });
  test('labels, placeholders and titles of elements', () => {
    const found = pages.flatMap(({ path, tree }) => {
      const sources = inSource(tree);
      return ['ariaLabel', 'placeholder', 'title', 'alt', 'ariaDescription'].flatMap((name) =>
        withAttr(tree, name)
          .filter((element: Element) => !sources.has(element))
          .flatMap((element) => english(attr(element, name) ?? '').map((word) => `${path} ${name} ${word}`)),
      );
    });
    expect([...new Set(found)]).toEqual([]);
  });
  test('headings and titles of pages', () => {
    const found = pages.flatMap(({ path, tree }) =>
      named(tree, 'title', 'h1', 'h2').flatMap((heading) => english(textOf(heading)).map((word) => `${path} ${word}`)),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});

test('nothing a program left behind can be read: no undefined, no object, no open tag', () => {
  const left = /undefined|\bNaN\b|\[object |<\/?[A-Z][a-z]+|\bnull\b|TODO|Lorem|待写/;
  const found = pages.flatMap(({ path, tree }) => {
    const text = textOf(named(tree, 'body')[0] ?? tree);
    const match = left.exec(text);
    return match ? [`${path} …${text.slice(Math.max(0, match.index - 10), match.index + 20)}`] : [];
  });
  expect(found).toEqual([]);
});

test('no page promises or praises', () => {
  const words = /您有资格|您一定|点击这里|首屈一指|遥遥领先/;
  const found = pages.filter(({ tree }) => words.test(textOf(named(tree, 'main')[0] ?? tree))).map(({ path }) => path);
  expect(found).toEqual([]);
});

test('no page loads for ever', () => {
  expect(pages.filter(({ tree }) => /加载中|正在加载/.test(textOf(tree))).map(({ path }) => path)).toEqual([]);
});
