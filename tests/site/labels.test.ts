import { describe, expect, test } from 'vitest';
import { needSettings } from '#content-io/read.ts';
import { dataDir } from '../../scripts/paths.ts';
import { type BuiltPage, type Kind, attr, framed, kindOf, metas, named } from './built-pages.ts';

const { operator } = needSettings(dataDir);

/** Required labels of 《政府网站发展指引》, by kind of page. SiteIDCode is shown once the operator has one. */
const site = ['SiteName', 'SiteDomain', ...(operator.siteIdCode === '' ? [] : ['SiteIDCode'])];
const column = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const article = ['ArticleTitle', 'PubDate', 'ContentSource'];
const required: Record<Kind, string[]> = {
  home: site,
  column: [...site, ...column],
  content: [...site, ...column, ...article],
  error: site,
};
const columnTypes = ['概况信息', '政策文件', '政策解读', '回应关切', '工作动态', '数据发布', '办事服务'];
const of = (kind: Kind) => framed.filter((one) => kindOf(one) === kind);
const show = (list: readonly BuiltPage[]) => list.map(({ path }) => path);

describe.each(Object.entries(required) as [Kind, string[]][])('a page of the kind %s', (kind, names) => {
  test(`carries ${names.join('、')}, each once`, () => {
    expect(of(kind).length).toBeGreaterThan(0);
    const wrong = of(kind).flatMap(({ path, tree }) =>
      names.filter((name) => metas(tree, name).length !== 1).map((name) => `${path} ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('no page but an entry carries the labels of an article', () => {
  const others = framed.filter((one) => kindOf(one) !== 'content');
  expect(show(others.filter(({ tree }) => article.some((name) => metas(tree, name).length > 0)))).toEqual([]);
});

test('no label is empty, null or undefined, and none of another site', () => {
  const wrong = framed.flatMap(({ path, tree }) =>
    named(tree, 'meta')
      .filter((meta) =>
        /^(?:|null|undefined|NaN|\[object Object\])$/.test(
          (attr(meta, 'content') ?? attr(meta, 'charSet') ?? '').trim(),
        ),
      )
      .map((meta) => `${path} ${attr(meta, 'name') ?? attr(meta, 'property') ?? ''}`),
  );
  expect(wrong).toEqual([]);
});

test('no name of a label stands twice on a page', () => {
  const wrong = framed.flatMap(({ path, tree }) => {
    const names = named(tree, 'meta').flatMap((meta) => attr(meta, 'name') ?? []);
    return names.filter((name, index) => names.indexOf(name) < index).map((name) => `${path} ${name}`);
  });
  expect(wrong).toEqual([]);
});

test('SiteDomain is a host name without a scheme', () => {
  expect([...new Set(framed.flatMap(({ tree }) => metas(tree, 'SiteDomain')))]).toEqual([
    expect.stringMatching(/^[\w.-]+(?::\d+)?$/),
  ]);
});

test('PubDate is written 2026-11-24 09:00 and equals the time shown on the page', () => {
  const wrong = of('content').filter(({ tree }) => {
    const [date = ''] = metas(tree, 'PubDate');
    const shown = named(tree, 'time').map((time) => attr(time, 'dateTime') ?? '');
    return !/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/.test(date) || !shown.includes(date.replace(' ', 'T'));
  });
  expect(show(wrong)).toEqual([]);
});

test('ColumnType is one of the values of the norm', () => {
  const found = new Set(framed.flatMap(({ tree }) => metas(tree, 'ColumnType')));
  expect([...found].filter((type) => !columnTypes.includes(type))).toEqual([]);
});

test.each([
  ['/places/', '概况信息'],
  ['/places/wulajie/', '概况信息'],
  ['/policies/land/', '政策解读'],
  ['/document/', '政策文件'],
  ['/cases/', '工作动态'],
  ['/data/', '数据发布'],
  ['/residence-permit/', '办事服务'],
])('%s belongs to the column %s', (path, type) => {
  expect(framed.filter((one) => one.path === path).map(({ tree }) => metas(tree, 'ColumnType'))).toEqual([[type]]);
});

test('ArticleTitle is the title of the page', () => {
  const wrong = of('content').filter(({ tree }) => {
    const [title = ''] = metas(tree, 'ArticleTitle');
    return !named(tree, 'title').some(
      ({ children: [text] }) => text?.type === 'text' && text.value.startsWith(`${title} - `),
    );
  });
  expect(show(wrong)).toEqual([]);
});
