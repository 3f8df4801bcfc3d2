import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { toString } from 'hast-util-to-string';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import {
  attr,
  elements,
  entryAddress,
  entryIds,
  findable,
  listedAs,
  named,
  page,
  pages,
  textOf,
  withAttr,
} from './built-pages.ts';

// What others take from the site: citations, embeds, pictures and data for machines.

test('every entry, the document and the data can be cited in both editions, BibTeX and RIS, without a day of access', () => {
  const citable = findable.filter(
    ({ path }) => entryAddress.test(path) || /^\/(?:document|data(?:\/\w+)?)\/$/.test(path),
  );
  expect(citable.length).toBeGreaterThan(0);
  for (const { path, tree } of citable) {
    const block = named(tree, 'section').find((section) => attr(section, 'ariaLabelledBy') === 'cite');
    const labels = block ? named(block, 'dt').map(textOf) : [];
    expect(labels.slice(0, 5), path).toEqual(['GB/T 7714—2025', 'GB/T 7714—2015', '链接', 'BibTeX', 'RIS']);
    const shown = block ? textOf(block) : '';
    expect(shown, path).toContain(path);
    // What is added to a copied text stands in the attribute: here nothing.
    expect(
      block
        ? withAttr(block, 'dataCopy')
            .map((one) => attr(one, 'dataCopy'))
            .filter(Boolean)
        : [],
      path,
    ).toEqual([]);
    expect(shown, path).not.toMatch(/YYYY|undefined|urldate/);
  }
});

test('each clause is cited with its anchor', () => {
  const { tree } = page('/document/');
  const cited = withAttr(tree, 'dataCopy')
    .map(textOf)
    .flatMap((text) => /#(c-[\d-]+)\.$/.exec(text.trim())?.[1] ?? []);
  const anchors = withAttr(tree, 'id')
    .map((one) => attr(one, 'id') ?? '')
    .filter((id) => id.startsWith('c-'));
  expect(cited).toEqual(anchors);
});

describe('embeds', () => {
  const embeds = pages.filter(({ path }) => path.startsWith('/embed/'));
  const isQuestion = (path: string) => path.startsWith('/embed/questions/');
  /** Page that a frame is a part of, and the one that its code stands on. */
  const pageOf = (path: string) => path.replace('/embed/questions/', '/policies/').replace('/embed', '');
  const whole = (path: string) => (isQuestion(path) ? pageOf(path).replace(/[^/]+\/$/, '') : pageOf(path));
  const codeOf = (path: string) => (isQuestion(path) ? `/pictures${whole(path)}` : pageOf(path));
  test('there is one for each place, case, question and chart, with its code on a page', () => {
    // Figures of a case stand in the frame of the case.
    const charts = pages.flatMap(({ path }) =>
      /^\/charts\/(?:targets|census)\/./.test(path) ? [`/embed${path}`] : [],
    );
    const entries = ['places', 'cases'].flatMap((kind) => entryIds(kind).map((id) => `/embed/${kind}/${id}/`));
    const questions = entryIds('policies').flatMap((id) => {
      const asked = elements(page(`/policies/${id}/`).tree, (one) => attr(one, 'ariaLabelledBy') === 'questions')[0];
      return asked ? named(asked, 'h3').map(() => id) : [];
    });
    const framed = embeds.flatMap(({ path }) => (isQuestion(path) ? [path] : []));
    expect(framed.map((path) => path.split('/')[3]).toSorted()).toEqual(questions.toSorted());
    expect(embeds.map(({ path }) => path).toSorted()).toEqual([...entries, ...charts, ...framed].toSorted());
    for (const { path } of embeds) expect(page(codeOf(path)).html, path).toContain(path);
  });
  test('have no script, fewer than 6 KB, a clause, a date, and links that leave the frame', () => {
    for (const embed of embeds) {
      const { path, html, tree } = embed;
      expect(listedAs(embed), path).toBe(whole(path));
      expect(named(tree, 'script'), path).toEqual([]);
      expect(Buffer.byteLength(html), path).toBeLessThan(6000);
      expect(withAttr(tree, 'dataClause').length, path).toBeGreaterThan(0);
      expect(textOf(tree), path).toMatch(/\d{4}-\d{2}-\d{2}更新/);
      expect(
        named(tree, 'base').map((base) => attr(base, 'target')),
        path,
      ).toEqual(['_top']);
      expect(html, path).toContain('prefers-color-scheme');
    }
  });
});

test('every page that can be found has a picture for sharing of 1200 by 630', async () => {
  const paths = new Set<string>();
  for (const { path, tree } of findable) {
    const of = (property: string) =>
      named(tree, 'meta')
        .filter((meta) => attr(meta, 'property') === property)
        .map((meta) => attr(meta, 'content'));
    expect(of('og:image'), path).toHaveLength(1);
    expect(of('og:image:alt').join(''), path).not.toBe('');
    paths.add(new URL(of('og:image')[0] ?? '').pathname);
  }
  for (const path of paths) {
    const file = join(outDir, path);
    expect(existsSync(file), path).toBe(true);
    expect(statSync(file).size, path).toBeLessThan(100_000);
    const { width, height } = await sharp(file).metadata();
    expect([width, height], path).toEqual([1200, 630]);
  }
});

test('the data in each page is of the kind of the page, and its addresses are pages of the site', () => {
  // A page that was corrected has that as data besides (WebPage).
  const types = (path: string) =>
    elements(page(path).tree, (element) => attr(element, 'type') === 'application/ld+json').map(
      (script) => (JSON.parse(toString(script)) as { '@type': string })['@type'],
    );
  expect(types('/')).toEqual(['WebSite']);
  expect(types('/document/').filter((type) => type !== 'WebPage')).toEqual(['BreadcrumbList', 'Legislation']);
  expect(types('/policies/hukou/')).toEqual(['BreadcrumbList', 'Article', 'FAQPage']);
  expect(types('/places/wulajie/')).toEqual(['BreadcrumbList', 'Place']);
  expect(types('/places/yongji/')).toEqual(['BreadcrumbList', 'AdministrativeArea']);
  expect(types('/data/')).toEqual(['BreadcrumbList', 'Dataset']);
  for (const { path } of findable) expect(types(path).length, path).toBeGreaterThan(0);
});
