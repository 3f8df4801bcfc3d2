import { expect, test } from 'vitest';
import { type Answers, judge, verdict } from '#domain/permit/judge.ts';
import { modelOf } from '#domain/permit/model.ts';
import { combinations } from '#domain/permit/table.ts';
import type { PermitQuestion } from '#schemas/permit.ts';
import { model } from './tables.ts';

/** Answers to some of the questions: each answered in every way or not at all. */
function partial(questions: readonly PermitQuestion[]): Answers[] {
  return questions.reduce<Answers[]>(
    (list, { id, options }) => [
      ...list,
      ...options.flatMap((o) => list.map((answers) => ({ ...answers, [id]: o.id }))),
    ],
    [{}],
  );
}

const complete = (answers: Answers, questions: readonly PermitQuestion[]) =>
  combinations(questions.filter(({ id }) => answers[id] === undefined)).map((rest) => ({ ...answers, ...rest }));

test('an unanswered question leaves the verdict unknown, not no', () => {
  const when = { hukou: ['outside', 'province'], permit: ['current'] };
  expect(verdict(when, {})).toBe('unknown');
  expect(verdict(when, { permit: 'current' })).toBe('unknown');
  expect(verdict(when, { permit: 'none' })).toBe('no');
  expect(verdict(when, { hukou: 'province', permit: 'current' })).toBe('yes');
  expect(verdict({}, {})).toBe('yes');
});

test('what is usable now is not promised for later, nor what comes later called doubtful', () => {
  const decision = { need: 'permit', when: {}, next: [], say: '', rules: [] };
  const rows = ['a', 'b', 'c'].map((id) => ({ ...model.entitlements[0], id })) as typeof model.entitlements;
  const decisions = [
    { ...decision, id: 'one', now: ['a'], later: ['a', 'b'], maybe: ['b', 'c'] },
    { ...decision, id: 'two', now: [], later: [], maybe: ['a'] },
  ];
  const { now, later, maybe } = judge({ ...model, entitlements: rows, decisions }, {});
  expect({ now, later, maybe }).toEqual({ now: ['a'], later: ['b'], maybe: ['c'] });
});

test('without any answer only what holds for everyone is sure', () => {
  const { now, later, maybe, next } = judge(modelOf(model, 'permit'), {});
  expect({ now, later, maybe, next }).toEqual({ now: ['office-duties'], later: [], maybe: [], next: [] });
});

test('more answers never turn a no into a yes, nor a yes into a no: every rule, all partial answers', () => {
  for (const { when } of model.decisions) {
    const asked = model.questions.filter(({ id }) => id in when);
    for (const answers of partial(asked)) {
      const before = verdict(when, answers);
      const after = new Set(complete(answers, asked).map((all) => verdict(when, all)));
      if (before !== 'unknown') expect([...after]).toEqual([before]);
    }
  }
});

test('every result of every need has a next step, and no entitlement twice', () => {
  for (const { id } of model.needs) {
    const own = modelOf(model, id);
    for (const answers of combinations(own.questions)) {
      const { now, later, maybe, next } = judge(own, answers);
      const all = [...now, ...later, ...maybe];
      expect(all.length).toBeGreaterThan(0);
      expect(next.length).toBeGreaterThan(0);
      expect(new Set(all).size).toBe(all.length);
    }
  }
});

test('every decision, entitlement and step is reached by someone', () => {
  const reached = model.needs.flatMap(({ id }) => {
    const own = modelOf(model, id);
    const everyone = combinations(own.questions);
    for (const decision of own.decisions)
      expect([decision.id, everyone.some((answers) => verdict(decision.when, answers) === 'yes')]).toEqual([
        decision.id,
        true,
      ]);
    return everyone.map((answers) => judge(own, answers));
  });
  const shown = new Set(reached.flatMap(({ now, later, maybe, next }) => [...now, ...later, ...maybe, ...next]));
  expect([...model.entitlements, ...model.steps].map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});
