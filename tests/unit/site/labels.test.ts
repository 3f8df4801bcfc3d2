import { expect, test } from 'vitest';
import { type LabelInput, govLabels } from '#domain/site/labels.ts';

const site: LabelInput = { siteName: '小城镇', siteDomain: 'www.example.gov.cn', siteIdCode: '2202000001' };
const column = { label: '镇村', about: '文件点到的地方', columnType: '概况信息', keywords: ['镇村', '吉林市'] };
const article = {
  title: '乌拉街',
  published: '2026-11-24 09:00',
  source: '本站',
  author: '条文导读',
  description: '江边老镇',
  url: 'https://www.example.gov.cn/places/wulajie/',
};
const names = (input: LabelInput) => govLabels(input).map(([name]) => name);

test('the home page carries the three labels of the site', () => {
  expect(govLabels(site)).toEqual([
    ['SiteName', '小城镇'],
    ['SiteDomain', 'www.example.gov.cn'],
    ['SiteIDCode', '2202000001'],
  ]);
});

test('a column page carries seven', () => {
  expect(names({ ...site, column })).toEqual([
    'SiteName',
    'SiteDomain',
    'SiteIDCode',
    'ColumnName',
    'ColumnDescription',
    'ColumnKeywords',
    'ColumnType',
  ]);
  expect(govLabels({ ...site, column })).toContainEqual(['ColumnKeywords', '镇村,吉林市']);
});

test('a content page carries the ten required ones and three optional ones', () => {
  expect(names({ ...site, column, article }).slice(7)).toEqual([
    'ArticleTitle',
    'PubDate',
    'ContentSource',
    'Author',
    'Description',
    'Url',
  ]);
  expect(govLabels({ ...site, column, article })).toContainEqual(['PubDate', '2026-11-24 09:00']);
});

test('a label whose value nobody has given is left out, not filled in', () => {
  expect(names({ ...site, siteIdCode: '' })).toEqual(['SiteName', 'SiteDomain']);
});
