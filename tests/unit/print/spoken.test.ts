import { describe, expect, test } from 'vitest';
import { speak, speakingMinutes, spokenClause, spokenFigures, spokenInteger } from '#domain/print/spoken.ts';

test.each([
  [0, '零'],
  [2, '二'],
  [10, '十'],
  [15, '十五'],
  [22, '二十二'],
  [101, '一百零一'],
  [110, '一百一十'],
  [1010, '一千零一十'],
  [2000, '两千'],
  [10_010, '一万零一十'],
  [15_320, '一万五千三百二十'],
  [22_000, '两万二千'],
  [100_000, '十万'],
  [2_545_000, '二百五十四万五千'],
  [20_000_000, '两千万'],
  [120_000_000, '一亿二千万'],
  [100_000_001, '一亿零一'],
])('%d is said %s', (value, spoken) => {
  expect(spokenInteger(value)).toBe(spoken);
});

describe('figures of a text as a speaker says them', () => {
  test.each([
    ['美丽庭院2万户', '美丽庭院两万户'],
    ['干净人家8万户', '干净人家八万户'],
    ['254.5万人', '二百五十四点五万人'],
    ['144.5平方公里', '一百四十四点五平方公里'],
    ['2.05亿元', '二点零五亿元'],
    ['到2020年', '到二〇二〇年'],
    ['2019—2023年', '二〇一九—二〇二三年'],
    ['2024年10月2日', '二〇二四年十月二日'],
    ['超过95%的农户', '超过百分之九十五的农户'],
    ['拨打12345热线', '拨打一二三四五热线'],
    ['第2条', '第二条'],
    ['2个镇', '两个镇'],
    ['12个镇', '十二个镇'],
    ['1,234户', '一千二百三十四户'],
    ['没有数字', '没有数字'],
  ])('%s → %s', (written, spoken) => {
    expect(speak(written)).toBe(spoken);
  });
});

test('a figure is two numerals or more; small counts and set phrases are words', () => {
  expect(spokenFigures('二〇二〇年，两万户，百分之六十，二百五十四点五万人，二十七个')).toEqual([
    '二〇二〇',
    '两万',
    '百分之六十',
    '二百五十四点五万',
    '二十七',
  ]);
  expect(spokenFigures('三个镇，十三五时期，十分要紧，统一办')).toEqual([]);
});

test('a clause is said in words', () => {
  expect(['0', '1-1', '3-8', '2-4-5'].map(spokenClause)).toEqual([
    '前言',
    '第一部分第一条',
    '第三部分第八条',
    '第二部分第四条第五项',
  ]);
});

test('180 characters take a minute, to the half minute', () => {
  expect(speakingMinutes('念'.repeat(180))).toBe(1);
  expect(speakingMinutes('念'.repeat(270))).toBe(1.5);
  expect(speakingMinutes('念')).toBe(0.5);
});
