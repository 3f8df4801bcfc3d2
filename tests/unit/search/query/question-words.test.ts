import { expect, test } from 'vitest';
import { importanceOf } from '#search/query/question-words.ts';

test('words of asking say nothing, words of the matter everything', () => {
  expect(importanceOf('旱厕怎么改')).toEqual([1, 1, 0, 0, 1]);
});

test('words that stand everywhere count a little', () => {
  expect(importanceOf('补贴政策')).toEqual([0.2, 0.2, 0.2, 0.2]);
});

test('signs are not asked for', () => {
  expect(importanceOf('！！')).toEqual([0, 0]);
});
