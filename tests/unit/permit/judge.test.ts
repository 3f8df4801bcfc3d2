import { expect, test } from 'vitest';
import { type Answers, type Heading, type Verdict, judge, standing, verdict } from '#domain/permit/judge.ts';
import { combinations } from '#domain/permit/table.ts';
import type { PermitQuestion } from '#schemas/permit.ts';
import { model } from './tables.ts';

const headings: Heading[] = ['now', 'later', 'maybe'];

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
  const decision = { when: {}, next: [], say: '', rules: [] };
  const rows = ['a', 'b', 'c'].map((id) => ({ ...model.entitlements[0], id })) as typeof model.entitlements;
  const decisions = [
    { ...decision, id: 'one', now: ['a'], later: ['a', 'b'], maybe: ['b', 'c'] },
    { ...decision, id: 'two', now: [], later: [], maybe: ['a'] },
  ];
  const { now, later, maybe } = judge({ ...model, entitlements: rows, decisions }, {});
  expect({ now, later, maybe }).toEqual({ now: ['a'], later: ['b'], maybe: ['c'] });
});

test('without any answer only what holds for everyone is sure', () => {
  const { now, later, maybe, next } = judge(model, {});
  expect(now).toContain('wage-claim');
  expect(now).toContain('legal-aid-wages');
  expect(now).not.toContain('apply-permit');
  expect({ later, maybe, next }).toEqual({ later: [], maybe: [], next: [] });
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

test('an entitlement that is a yes or a no stays so whatever else is answered', () => {
  for (const { id } of model.entitlements) {
    const naming = model.decisions.filter(({ now, later, maybe }) => [...now, ...later, ...maybe].includes(id));
    const asked = model.questions.filter((question) => naming.some(({ when }) => question.id in when));
    for (const heading of headings) {
      const sure = new Map<Answers, Verdict>(partial(asked).map((some) => [some, standing(model, some, id, heading)]));
      for (const [answers, before] of sure) {
        if (before === 'unknown') continue;
        const after = complete(answers, asked).map((all) => standing(model, all, id, heading));
        expect(new Set(after)).toEqual(new Set([before]));
      }
    }
  }
});

test('the three-valued answer agrees with the lists, for one combination in 41', () => {
  for (const answers of combinations(model.questions).filter((_, index) => index % 41 === 0)) {
    const outcome = judge(model, answers);
    for (const { id } of model.entitlements) {
      for (const heading of headings) {
        expect(standing(model, answers, id, heading)).toBe(outcome[heading].includes(id) ? 'yes' : 'no');
      }
    }
  }
});

test('every result has something to use now and a next step, and no entitlement twice', () => {
  for (const answers of combinations(model.questions)) {
    const { now, later, maybe, next } = judge(model, answers);
    expect(now.length).toBeGreaterThan(0);
    expect(next.length).toBeGreaterThan(0);
    const all = [...now, ...later, ...maybe];
    expect(new Set(all).size).toBe(all.length);
  }
});

test('every decision, entitlement and step is reached by someone', () => {
  const everyone = combinations(model.questions);
  for (const { id, when } of model.decisions) {
    expect([id, everyone.some((answers) => verdict(when, answers) === 'yes')]).toEqual([id, true]);
  }
  const outcomes = everyone.map((answers) => judge(model, answers));
  const shown = new Set(outcomes.flatMap(({ now, later, maybe, next }) => [...now, ...later, ...maybe, ...next]));
  expect([...model.entitlements, ...model.steps].map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});
