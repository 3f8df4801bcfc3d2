import { expect, test } from 'vitest';
import fc from 'fast-check';
import { tokensOf } from '#search/tokens.ts';

const texts = (text: string) => tokensOf(text).map((token) => token.text);

test.each([
  ['两万户', ['20000', '户']],
  ['20,000户', ['20000', '户']],
  ['２万户', ['20000', '户']],
  ['254.5万人', ['2545000', '人']],
  ['二十五', ['25']],
  ['二〇二〇年', ['2020', '年']],
  ['三十公里', ['30', '公', '里']],
  ['5个', ['5', '个']],
  ['五个', ['5', '个']],
])('%s is a number however it is written', (text, expected) => {
  expect(texts(text)).toEqual(expected);
});

test('a 万 with no number before it is part of a name', () => {
  expect(texts('万昌')).toEqual(['万', '昌']);
});

test('width, case and tone marks do not matter', () => {
  expect(texts('ＷÙlājiē')).toEqual(['wulajie']);
});

test('Korean and Japanese are read by the character', () => {
  expect(texts('거주증')).toEqual(['거', '주', '증']);
  expect(texts('在留カード')).toEqual(['在', '留', 'カ', 'ド']);
});

test('any input at all gives tokens that lie in the text, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const tokens = tokensOf(text);
      let at = 0;
      for (const { start, end } of tokens) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
  );
});
