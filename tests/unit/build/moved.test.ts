import { expect, test } from 'vitest';
import { movedPage } from '#build/moved.ts';
import { readXml, textsOf, all } from '../../site/xml.ts';

test('a page that has moved says so in Chinese and leads on, for search engines too', () => {
  const html = movedPage('/ztzl/xcz/places/乌拉街&a/', 'https://x.cn/ztzl/xcz/places/wulajie/');
  expect(html).toMatch(/^<!doctype html><html lang="zh-CN">/);
  const page = readXml(html.replace('<!doctype html>', '').replaceAll(/<(meta|link)([^>]*)>/g, '<$1$2/>'));
  expect(textsOf(page, 'h1')).toEqual(['这一页搬了']);
  const [link] = all(page, 'a');
  expect(link?.getAttribute('href')).toBe(`/ztzl/xcz/places/${encodeURI('乌拉街')}&a/`);
  const metas = all(page, 'meta').map((meta) => meta.getAttribute('content'));
  expect(metas).toContain(`0;url=/ztzl/xcz/places/${encodeURI('乌拉街')}&a/`);
  expect(metas).toContain('noindex');
  expect(all(page, 'link').map((one) => one.getAttribute('href'))).toEqual(['https://x.cn/ztzl/xcz/places/wulajie/']);
});
