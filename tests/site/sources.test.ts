import { describe, expect, test } from 'vitest';
import { sourceKinds } from '#schemas/vocabulary.ts';
import { readContent } from '#content-io/read.ts';
import { contentDir, dataDir } from '../../scripts/paths.ts';
import { attr, byId, linksIn, named, page, pages, siteFile, textOf } from './built-pages.ts';
import { parseCsv } from '../fixtures/parse-csv.ts';

const { sources } = readContent(contentDir, dataDir).content;
const list = page('/sources/').tree;

describe('a source', () => {
  test.each(sources.map(({ id, data }) => [id, data] as const))('%s: the list leads to its entry', (id, data) => {
    const line = byId(list, id);
    if (!line) throw new Error(`${id} is not on /sources/`);
    const address = `/sources/${data.kind}/#${id}`;
    expect(linksIn(line)).toContain(address);
    const entry = byId(page(`/sources/${data.kind}/`).tree, id);
    if (!entry) throw new Error(`${id} has no entry`);
    const text = textOf(entry);
    expect(text).toContain(data.title);
    if (data.url) expect(linksIn(entry)).toContain(data.url);
    if (data.find) expect(text).toContain(data.find.replace(/[。！？]$/u, ''));
    expect(text.includes('题名未核')).toBe(data.titleUnverified === true || data.title.includes('题名未核'));
  });
});

test('a reader sees of each source whether the original, a reprint or a part of it was read, where that is known', () => {
  const words = { original: '看的是原页', reprint: '看的是转载', part: '只看到一部分' };
  for (const { id, data } of sources) {
    for (const tree of [list, page(`/sources/${data.kind}/`).tree]) {
      const line = byId(tree, id);
      const text = line ? textOf(line) : '';
      const told = Object.values(words).filter((word) => text.includes(word));
      expect(told, id).toEqual(data.copy ? [words[data.copy]] : []);
    }
  }
});

test('only what is known to be the original page is linked as one, reprints are linked as such', () => {
  for (const { id, data } of sources.filter(({ data: { url } }) => url !== undefined)) {
    const entry = byId(page(`/sources/${data.kind}/`).tree, id);
    const links = entry ? named(entry, 'a').filter((a) => !attr(a, 'href')?.startsWith('tel:')) : [];
    const [link = ''] = links.map(textOf);
    expect(link.trim(), id).toMatch(
      data.copy === 'original' ? /^原页（/ : data.copy === 'reprint' ? /^转载（/ : /^网页（/,
    );
  }
});

test('a description in place of a title stands in 《》 on no page', () => {
  const descriptions = sources.filter(({ data }) => data.titleUnverified).map(({ data }) => `《${data.title}》`);
  const wrong = pages.flatMap(({ path, html }) =>
    descriptions.filter((title) => html.includes(title)).map((title) => `${path} ${title}`),
  );
  expect(wrong).toEqual([]);
});

test('every kind of source that there is has its page, and the list leads to it', () => {
  const kinds = Object.keys(sourceKinds).filter((kind) => sources.some(({ data }) => data.kind === kind));
  const headings = named(list, 'h2').flatMap(linksIn);
  expect(headings).toEqual(kinds.map((kind) => `/sources/${kind}/`));
  expect(kinds.map((kind) => `/sources/${kind}/`).filter((path) => !pages.some((one) => one.path === path))).toEqual(
    [],
  );
});

test('the table of sources says how each is found and which copy was read', () => {
  const [head = [], ...rows] = parseCsv(siteFile('data/sources.csv'));
  const column = (title: string) => head.indexOf(title);
  expect([column('怎么找到'), column('看的是哪一份'), column('题名未核')]).not.toContain(-1);
  expect(rows).toHaveLength(sources.length);
  for (const row of rows) {
    const data = sources.find(({ id }) => id === row[0])?.data;
    expect(row[column('怎么找到')], row[0]).toBe(data?.find ?? '');
    expect(row[column('网址')], row[0]).toBe(data?.url ?? '');
  }
});
