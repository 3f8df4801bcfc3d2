import { expect, test } from 'vitest';
import { formatDate, formatValue, sourceLabel } from '#domain/facts.ts';
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

test('a source is called by its outlet and month; page numbers and reprint notes are left out', () => {
  expect(sourceLabel({ outlet: '江城日报（3版）', date: '2025-05-23' })).toBe('江城日报 2025-05');
  expect(sourceLabel({ outlet: '国务院', date: '2015' })).toBe('国务院 2015');
  expect(sourceLabel({ outlet: '统计局' })).toBe('统计局');
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
