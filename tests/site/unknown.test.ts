import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writtenOf } from '#domain/model/content.ts';
import { byPage, unknownRows } from '#domain/site/unknown.ts';
import { readContent } from '#content-io/read.ts';
import { contentDir, dataDir } from '../../scripts/paths.ts';
import { attr, byId, linksIn, named, page, textOf, withAttr } from './built-pages.ts';

const rows = unknownRows(writtenOf(readContent(contentDir, dataDir).content));
const own = ({ page: { entry, key } }: (typeof rows)[number]) =>
  entry ? `/${entry.kind}/${entry.id}/` : key === 'targets' ? '/data/targets/' : '/residence-permit/review/more/';
const clean = (text: string) => text.replace(/\s/g, '');

test('there is something of every group', () => {
  expect(new Set(rows.map(({ page: { group } }) => group)).size).toBe(5);
});

describe.each(byPage(rows).map((one) => [one.page.key, one] as const))('%s', (key, { page: about, rows: some }) => {
  const list = `/unknown/${about.group}/`;
  test('/unknown/ leads to its rows, and so does the page itself', () => {
    expect(linksIn(page('/unknown/').tree)).toContain(`${list}#${key}`);
    expect(byId(page(list).tree, key)).toBeDefined();
    const [first] = some;
    const path = first ? own(first) : '';
    expect(linksIn(page(path).tree)).toContain(`${list}#${key}`);
    expect(withAttr(page(path).tree, 'dataGaps').map((link) => attr(link, 'dataGaps'))).toContain(String(some.length));
  });
  test('each row says what is missing, who may know and that nobody has asked, and leads to the words and to a request', () => {
    for (const row of some) {
      const line = byId(page(list).tree, row.id);
      if (!line) throw new Error(`${row.id} is not on ${list}`);
      const text = clean(textOf(line));
      expect(text).toContain(clean(row.text));
      expect(text).toContain(clean(`所需信息的名称${about.title}：${row.name}`));
      expect(text).toMatch(/^.*(?:未问|已申请|已答复)·可以问.+原话印申请表/u);
      expect(text).toMatch(/受理机关(?:.+(?:人民政府|办公厅)|＿+（先问.+）)/u);
      const links = linksIn(line);
      expect(links).toContain(`#${row.id}`);
      const back = `${own(row)}#${row.anchor}`;
      expect(links).toContain(back);
      const target = byId(page(own(row)).tree, row.anchor);
      expect(target, back).toBeDefined();
    }
  });
});

test('the request leaves the applicant blank and gives the limit of 20 working days with its article', () => {
  const forms = new Set(rows.map(({ page: { group } }) => `/unknown/${group}/`));
  for (const path of forms) {
    const { tree } = page(path);
    const form = named(tree, 'section').find((section) => attr(section, 'ariaLabelledBy') === 'form');
    const text = form ? clean(textOf(form)) : '';
    expect(text, path).toMatch(/姓名＿+证件名称＿+证件号码＿+/u);
    expect(text, path).toContain('20个工作日内答复');
    expect(text, path).toContain('第三十三条');
    expect(form && withAttr(form, 'dataSource').map((mark) => attr(mark, 'dataSource'))).toEqual(['l-openinfo']);
  }
});

test('each page of rows fits into the first window of a connection', () => {
  for (const group of new Set(rows.map((row) => row.page.group))) {
    const bytes = brotliCompressSync(page(`/unknown/${group}/`).html).length;
    expect(bytes, group).toBeLessThanOrEqual(14_600);
  }
});
