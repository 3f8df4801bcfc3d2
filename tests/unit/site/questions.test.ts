import { expect, test } from 'vitest';
import { allQuestions, onlyAbout } from '#domain/site/questions.ts';
import { questionId } from '#domain/model/questions.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

test('a question keeps its id wherever it stands in the list, and two questions have two', () => {
  expect(questionId('人口要到多少？')).toMatch(/^[a-z0-9]{6}$/);
  expect(questionId('人口要到多少？')).toBe(questionId('人口要到多少？'));
  expect(questionId('人口要到多少？')).not.toBe(questionId('人口要到多少'));
});

test('all questions come with the explainer they stand on', () => {
  expect(allQuestions(fixtureCatalog()).map(({ q, life, policy }) => [policy.id, life, q])).toEqual([
    ['goals', 'guidance', '人口要到多少？'],
    ['goals', 'living', '居住证归谁管？'],
  ]);
});

test('the target of the address hides sections and items of other classes', () => {
  expect(onlyAbout(['on-land', 'on-goals'])).toBe(
    '#on-land:target~section:not(.on-land),#on-land:target~section li:not(.on-land),' +
      '#on-goals:target~section:not(.on-goals),#on-goals:target~section li:not(.on-goals){display:none}',
  );
  expect(onlyAbout([])).toBe('');
});
