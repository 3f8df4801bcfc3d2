import { expect, test } from 'vitest';
import { citation } from '#domain/citing/citations.ts';

test('a newspaper article: author, title[N], paper, date with its page', () => {
  expect(
    citation({ title: '乌拉三府', outlet: '江城日报（3版）', date: '2025-05-23', kind: 'newspaper', author: '王青' }),
  ).toBe('王青. 乌拉三府[N]. 江城日报，2025-05-23（3）.');
});

test('a newspaper article without author or date leaves both out', () => {
  expect(citation({ title: '乌拉三府', outlet: '江城日报', kind: 'newspaper' })).toBe('乌拉三府[N]. 江城日报.');
});

test('a web page: the one responsible, title[EB/OL], date in full-width brackets', () => {
  expect(citation({ title: '居住证暂行条例', outlet: '国务院', date: '2015-11-26', kind: 'law-text' })).toBe(
    '国务院. 居住证暂行条例[EB/OL]. （2015-11-26）.',
  );
  expect(citation({ title: '口前镇', outlet: '百科', kind: 'encyclopedia', author: '集体编写' })).toBe(
    '集体编写. 口前镇[EB/OL].',
  );
});

test('a data set is marked DS/OL', () => {
  expect(citation({ title: '区划代码', outlet: '国家统计局', kind: 'dataset' })).toBe('国家统计局. 区划代码[DS/OL].');
});

test('the note that a text is a reprint does not become part of the name', () => {
  expect(citation({ title: '甲', outlet: '新华社（转载于某网）', date: '2019', kind: 'newspaper' })).toBe(
    '甲[N]. 新华社，2019.',
  );
  expect(citation({ title: '甲', outlet: '统计局（镜像）', kind: 'dataset' })).toBe('统计局. 甲[DS/OL].');
});

test('nothing is filled in for what is not known', () => {
  expect(citation({ title: '甲', outlet: '乙', kind: 'other' })).not.toMatch(/undefined|null|不详|\(\)|（）/);
});

test('a description in place of a title says that it is none', () => {
  expect(citation({ title: '居住证问答', titleUnverified: true, outlet: '新文化', kind: 'other' })).toBe(
    '新文化. 居住证问答（题名未核）[EB/OL].',
  );
});
