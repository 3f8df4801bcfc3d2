import { expect, test } from 'vitest';
import { bigrams, bridges } from '#search/ngrams.ts';
import { silenceOf } from '#search/silent-words.ts';
import { bitsOf, readSurprisal, writeSurprisal } from '#search/surprisal.ts';
import { tokensOf } from '#search/tokens.ts';

/** 文件 stands in every block, 厕所 in one of eight. */
const blocks = ['文件写了厕所', ...Array.from({ length: 7 }, () => '文件没有写')];
const surprisal = readSurprisal(writeSurprisal(blocks));

test('what stands everywhere tells nothing, what stands in one of eight tells three bits', () => {
  expect([surprisal.bits('文件'), surprisal.bits('厕所'), surprisal.bits('厕')]).toEqual([0, 3, 3]);
});

test('what stands nowhere tells most', () => {
  expect(surprisal.bits('落户')).toBeGreaterThan(surprisal.bits('厕所'));
});

test('a character tells no more than half of the commonest pair it stands in', () => {
  expect(bitsOf('文件厕所', surprisal)).toEqual([0, 0, 1.5, 1.5]);
});

test('a Latin word tells as much however long it is', () => {
  const sum = (text: string) => bitsOf(text, surprisal).reduce((total, bits) => total + bits, 0);
  expect(sum('toilet')).toBeCloseTo(sum('revolution'));
});

test('words of asking are silent, words of the matter are not', () => {
  expect(silenceOf('旱厕怎么改')).toEqual([false, false, true, true, false]);
});

test('a pair is found over words of asking, but not over a break', () => {
  const over = (text: string) => bridges(tokensOf(text), text).map(({ key }) => key);
  expect(over('占了我家地')).toEqual(['占地']);
  expect(over('占了，地')).toEqual([]);
  expect(bigrams(tokensOf('占地')).map(({ key }) => key)).toEqual(['占地']);
});
