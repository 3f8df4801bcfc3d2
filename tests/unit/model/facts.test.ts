import { expect, test } from 'vitest';
import { formatDate, formatValue, quotedTitle, sourceLabel } from '#domain/model/facts.ts';
import { factSchema } from '#schemas/fact.ts';

test('a number stands with its unit, a text as it is', () => {
  expect(formatValue({ value: 76, unit: '万亩' })).toBe('76万亩');
  expect(formatValue({ value: 2625.67, unit: '平方公里' })).toBe('2625.67平方公里');
  expect(formatValue({ value: '约300户' })).toBe('约300户');
});

test('dates are read out as far as they are known, without leading zeros', () => {
  expect(formatDate('2023')).toBe('2023年');
  expect(formatDate('2023-09')).toBe('2023年9月');
  expect(formatDate('2023-09-03')).toBe('2023年9月3日');
  expect(formatDate('2026-11-24 09:00')).toBe('2026年11月24日');
});

test('a source is called by its outlet and month; a law by its name, a reprint without an outlet by its title', () => {
  const press = { title: '三府对外开放', kind: 'newspaper' } as const;
  expect(sourceLabel({ ...press, outlet: '江城日报（3版）', date: '2025-05-23' })).toBe('江城日报 2025-05');
  expect(sourceLabel({ ...press, outlet: '江城日报', date: '2025' })).toBe('江城日报 2025');
  expect(sourceLabel({ ...press, outlet: '江城日报' })).toBe('江城日报');
  expect(sourceLabel({ ...press, outlet: '转载网页（原发单位未查明）', date: '2025' })).toBe('《三府对外开放》 2025');
  expect(
    sourceLabel({ title: '居住证暂行条例（国务院令第663号）', outlet: '文本库', kind: 'law-text', date: '2015-11-26' }),
  ).toBe('《居住证暂行条例》');
});

const fact = { id: 'rice', label: '水稻', value: 3, unit: '万亩' };

test('a fact comes from a clause or a source, never from both or from nowhere', () => {
  expect(factSchema.safeParse({ ...fact, source: 'a1' }).success).toBe(true);
  expect(factSchema.safeParse({ ...fact, clause: '3-8' }).success).toBe(true);
  expect(factSchema.safeParse({ ...fact, clause: '3-8', source: 'a1' }).success).toBe(false);
  const { error } = factSchema.safeParse(fact);
  expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    'source: 要有出处：写 source（出处编号）或 clause（条款编号），二者写一个',
  ]);
});

test('a fact does not take a date that the calendar lacks', () => {
  const on = (asOf: string) => factSchema.safeParse({ ...fact, source: 'a1', asOf }).success;
  expect([on('2016-02-29'), on('2016-02'), on('2016')]).toEqual([true, true, true]);
  expect([on('2016-02-30'), on('2015-02-29'), on('2016-13'), on('16-02')]).toEqual([false, false, false, false]);
});

test('a description in place of a title stands without 《》 and says so; so does a title that was cut', () => {
  const made = { title: '居住证问答', titleUnverified: true } as const;
  expect(quotedTitle({ title: '三府对外开放' })).toBe('《三府对外开放》');
  expect(quotedTitle(made)).toBe('居住证问答（题名未核）');
  expect(sourceLabel({ ...made, outlet: '转载网页', kind: 'other', date: '2018-01' })).toBe(
    '居住证问答（题名未核） 2018-01',
  );
  expect(sourceLabel({ ...made, outlet: '新文化', kind: 'other', date: '2018-01' })).toBe('新文化 2018-01');
  const long = { title: '关于健全基本医疗保险参保长效机制的指导意见', outlet: '国务院', kind: 'law-text' } as const;
  expect(sourceLabel(long)).toBe('关于健全基本医疗保险参保长…');
});
