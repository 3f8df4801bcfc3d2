import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresIn, readingLength, readingMinutes, sentencesOf } from '#domain/model/text.ts';

describe('sentences', () => {
  test('end at 。？！； and at line ends, not at commas', () => {
    expect(sentencesOf('先修路，再通水。谁出钱？没有写！问镇里；\n再等')).toEqual([
      '先修路，再通水',
      '谁出钱',
      '没有写',
      '问镇里',
      '再等',
    ]);
  });
  test('empty ones are not counted', () => {
    expect(sentencesOf('。。\n\n')).toEqual([]);
  });
});

describe('reading length', () => {
  test('a Chinese character counts one, a number or a Latin word counts one, punctuation nothing', () => {
    expect(readingLength('修路15320公里')).toBe(5);
    expect(readingLength('2万户，8万户。')).toBe(6);
    expect(readingLength('GB标准')).toBe(3);
    expect(readingLength('')).toBe(0);
  });
  test('300 characters are a minute; nothing is less than one', () => {
    expect(readingMinutes('字')).toBe(1);
    expect(readingMinutes('字'.repeat(449))).toBe(1);
    expect(readingMinutes('字'.repeat(450))).toBe(2);
    expect(readingMinutes('字'.repeat(900))).toBe(3);
  });
});

describe('figures', () => {
  test('thousands separators go, decimals stay, full-width and Chinese numerals are no figures', () => {
    expect(figuresIn('约2,625.67平方公里，30公里，两个，１２')).toEqual(['2625.67', '30']);
  });
  test('a comma between two short numbers parts them', () => {
    expect(figuresIn('3,5号')).toEqual(['3', '5']);
    expect(figuresIn('2017,2018')).toEqual(['2017', '2018']);
  });
  test('a date gives its year, month and day', () => {
    expect(figuresIn('2023年9月13日')).toEqual(['2023', '9', '13']);
  });
  test('every whole number that was written between words is found again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (numbers) => {
        expect(figuresIn(numbers.map((n) => `有${n}户`).join('，'))).toEqual(numbers.map(String));
      }),
    );
  });
  test('numbers written with separators mean the same as without', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        expect(figuresIn(`共${n.toLocaleString('en-US')}人`)).toEqual([String(n)]);
      }),
    );
  });
  test('text without digits has no figures', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(figuresIn(text.replaceAll(/\d/g, ''))).toEqual([]);
      }),
    );
  });
});
