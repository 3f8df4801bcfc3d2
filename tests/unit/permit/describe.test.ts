import { expect, test } from 'vitest';
import { describe, describeCondition } from '#domain/permit/describe.ts';
import { type Heading, verdict } from '#domain/permit/judge.ts';
import { combinations } from '#domain/permit/table.ts';
import { model } from './tables.ts';

test('the permit itself: with half a year and a proof now, without a proof later, to be asked with half a year in doubt or from another county', () => {
  expect(describe(model, 'apply-permit')).toEqual({
    now: ['户口在外省或省内别的市、州，没有居住证，登记满半年，有一样证明'],
    later: ['户口在外省或省内别的市、州，没有居住证，登记满半年，一样证明也没有'],
    maybe: ['户口在本市别的县（市），没有居住证', '户口在外省或省内别的市、州，没有居住证，登记没满半年或没登记'],
  });
});

test('rules that differ only in one answer are told as one', () => {
  expect(describe(model, 'compulsory-right')).toEqual({
    now: ['孩子该上小学、初中'],
    later: ['身边没有孩子'],
    maybe: [],
  });
  expect(describe(model, 'compulsory-by-permit')).toEqual({
    now: ['户口不在本地，居住证年年签，孩子该上小学、初中'],
    later: ['户口不在本地，没有吉林市发的有效居住证，孩子该上小学、初中'],
    maybe: [],
  });
});

test('what is for everyone says so', () => {
  expect(describe(model, 'wage-claim').now).toEqual(['来办这件事的都可能用上']);
});

test('options without a name of their own are joined', () => {
  expect(describeCondition(model.questions, { child: ['none', 'senior'] })).toBe('身边没有孩子或孩子要中考、高考');
});

test('nobody can be under two headings with one entitlement, so the sentences of one need no word on the others', () => {
  const headings: Heading[] = ['now', 'later', 'maybe'];
  for (const { id } of model.entitlements) {
    const naming = model.decisions.filter(({ now, later, maybe }) => [...now, ...later, ...maybe].includes(id));
    const asked = model.questions.filter((question) => naming.some(({ when }) => question.id in when));
    for (const answers of combinations(asked)) {
      const met = naming.filter(({ when }) => verdict(when, answers) === 'yes');
      const under = headings.filter((heading) => met.some((decision) => decision[heading].includes(id)));
      expect([id, under.length <= 1]).toEqual([id, true]);
    }
  }
});
