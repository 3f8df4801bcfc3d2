import { describe, expect, test } from 'vitest';
import { pageLimits } from '#domain/permit/growth.ts';
import { type Answers, judge } from '#domain/permit/judge.ts';
import { modelOf } from '#domain/permit/model.ts';
import { taps, walk } from '#domain/permit/measure.ts';
import { type NeedPages, type QuestionPage, compile } from '#domain/permit/pages.ts';
import { combinations } from '#domain/permit/table.ts';
import { type Decision, type PermitModel, type PermitQuestion, permitTables } from '#schemas/permit.ts';
import { model } from './tables.ts';

const checker = compile(model);
const needs = [...checker.values()];
const need = (id: string): NeedPages => {
  const found = checker.get(id);
  if (!found) throw new Error(`no need ${id}`);
  return found;
};
const pagesOf = ({ pages }: NeedPages) => [...pages.values()];
const questionsOf = (one: NeedPages) => pagesOf(one).filter((page): page is QuestionPage => page.kind === 'question');
const total = (compiled: ReadonlyMap<string, NeedPages>) =>
  [...compiled.values()].reduce((sum, { pages }) => sum + pages.size, 0);

describe.each(needs.map((one) => [one.need.title, one] as const))('%s', (_title, one) => {
  const own = modelOf(model, one.need.id);
  const everyone = combinations(own.questions);

  test('every combination of answers arrives at exactly what judge() says', () => {
    for (const answers of everyone) {
      const result = walk(one, answers).at(-1);
      expect(result?.kind === 'result' && result.outcome).toEqual(judge(own, answers));
    }
  });

  test('from every page, with answers taken along from other needs too, everyone it stands for arrives there as well', () => {
    for (const page of pagesOf(one)) {
      const fitting = everyone.filter((answers) =>
        page.answered.every(({ question, options }) => options.some(({ id }) => id === answers[question.id])),
      );
      expect(fitting.length).toBeGreaterThan(0);
      for (const answers of fitting) {
        const result = walk(one, answers, page.id).at(-1);
        expect(result?.kind === 'result' && result.outcome).toEqual(judge(own, answers));
      }
    }
  });

  test('no question is asked whose answer makes no difference', () => {
    for (const { choices } of questionsOf(one)) expect(new Set(choices.map(({ to }) => to)).size).toBeGreaterThan(1);
  });

  test('at most four taps lead to a result, and the page says how many there are', () => {
    expect(taps(one).most).toBeLessThanOrEqual(4);
    for (const answers of everyone) {
      const path = walk(one, answers);
      path.forEach((page, index) => {
        if (page.kind === 'result') return;
        expect([page.id, page.number]).toEqual([page.id, index + 1]);
        expect(page.most).toBeGreaterThanOrEqual(path.length - 1);
      });
    }
  });

  test('the link that changes an answer leads to a question where that answer is open again', () => {
    for (const { answered } of pagesOf(one))
      for (const { question, ask } of answered) {
        const page = one.pages.get(ask);
        expect(page?.kind).toBe('question');
        expect(page?.answered.map((item) => item.question)).not.toContain(question);
      }
  });

  test('addresses are short, need no escaping, and say what is known', () => {
    for (const [id, page] of one.pages) {
      expect(id).toMatch(/^(?:[a-z]\d+)*$/);
      expect(page.answered.map(({ question }) => question.letter).toSorted()).toEqual(
        Array.from(id.replaceAll(/\d/g, '')).toSorted(),
      );
    }
  });
});

test('a result takes people two taps on average over the needs, each need and each combination as likely as any other', () => {
  const means = needs.map((one) => taps(one).mean);
  expect(means.reduce((sum, mean) => sum + mean, 0) / means.length).toBeLessThanOrEqual(2);
  expect(Math.max(...means)).toBeLessThanOrEqual(2);
});

test('unpaid wages ask nothing: the first page is the sheet', () => {
  expect(need('wages').pages.get('')).toMatchObject({ kind: 'result' });
});

describe('answers go along to the other needs', () => {
  const onward = (from: string, answers: Answers, to: string) => {
    const result = walk(need(from), answers).at(-1);
    const link = result?.kind === 'result' ? result.onward.find((each) => each.to.need === to) : undefined;
    return { page: need(to).pages.get(link?.to.id ?? '?'), kept: link?.kept };
  };
  const worker = { hukou: 'outside', permit: 'none', stay: 'half', proof: 'home' };

  test('after a permit, school asks for the child only, and knows where the hukou is and that there is no permit', () => {
    const { page, kept } = onward('permit', worker, 'school');
    expect(page).toMatchObject({ kind: 'question', question: { id: 'child' }, number: 3 });
    expect(kept).toEqual(['户口在外省', '没有吉林市发的有效居住证']);
  });
  test('after a permit, housing and relief ask nothing more', () => {
    const { page } = onward('permit', worker, 'housing');
    expect(page).toMatchObject({ kind: 'result' });
    expect(page?.kind === 'result' && page.outcome.later).toEqual(['hardship-temporary']);
  });
  test('through school and on to insurance the hukou is still known', () => {
    const { page } = onward('permit', worker, 'school');
    const after = walk(need('school'), { child: 'preschool' }, page?.id).at(-1);
    const link = after?.kind === 'result' ? after.onward.find((each) => each.to.need === 'insurance') : undefined;
    expect(link?.kept).toEqual(['户口在外省']);
  });
  test('what is shared by several answers and matters elsewhere is asked again, not guessed', () => {
    // School joins all who have no valid permit of this city; the permit itself has to know which.
    const { page, kept } = onward('school', { child: 'compulsory', hukou: 'outside', permit: 'lost' }, 'permit');
    expect(page).toMatchObject({ kind: 'question', question: { id: 'permit' } });
    expect(kept).toEqual(['户口在外省']);
  });
  test('every result offers every other need, and the link leads to a page that is there', () => {
    for (const one of needs)
      for (const page of pagesOf(one)) {
        if (page.kind !== 'result') continue;
        expect(page.onward.map(({ to }) => to.need)).toEqual(
          model.needs.map(({ id }) => id).filter((id) => id !== one.need.id),
        );
        for (const { to } of page.onward) expect(checker.get(to.need)?.pages.has(to.id)).toBe(true);
      }
  });
});

describe('growth', () => {
  const question: PermitQuestion = permitTables.questions.schema.parse({
    id: 'added',
    letter: 'x',
    short: '新题',
    text: '新加的题？',
    why: '新加的。',
    options: [
      { id: 'yes', text: '是', short: '新题答是' },
      { id: 'no', text: '不是', short: '新题答不是' },
    ],
  });
  const decisionFor = (id: string): Decision => ({
    id: `added-${id}`,
    need: id,
    when: { added: ['yes'] },
    now: [],
    later: [],
    maybe: [],
    next: [],
    say: '新加的话。',
    rules: [],
  });
  const withQuestionIn = (ids: readonly string[]): PermitModel => ({
    ...model,
    questions: [...model.questions, question],
    decisions: [...model.decisions, ...ids.map(decisionFor)],
  });

  test('one more question in one need adds a few pages there and leaves all addresses of the others', () => {
    const after = compile(withQuestionIn(['settle']));
    for (const one of needs) {
      if (one.need.id === 'settle') continue;
      expect([...(after.get(one.need.id)?.pages.keys() ?? [])].toSorted()).toEqual([...one.pages.keys()].toSorted());
    }
    // Each of its three results is asked once and parts in two; the page that only a proof taken along leads to parts too.
    expect((after.get('settle')?.pages.size ?? 0) - need('settle').pages.size).toBeLessThanOrEqual(10);
  });

  test('one more yes-or-no question in every need at once makes at most three times the pages, and the site still builds', () => {
    const after = total(compile(withQuestionIn(model.needs.map(({ id }) => id))));
    expect(after / total(checker)).toBeLessThanOrEqual(3);
    expect(after).toBeLessThanOrEqual(pageLimits.most);
  });

  test('one more need adds its own pages only', () => {
    const added = { ...model.needs[0], id: 'added', title: '新的事' } as PermitModel['needs'][number];
    const after = compile({
      ...model,
      needs: [...model.needs, added],
      decisions: [...model.decisions, { ...decisionFor('added'), when: {} }],
    });
    expect(total(after)).toBe(total(checker) + 1);
  });
});

test('addresses do not move when wording or a rule for everyone changes', () => {
  const reworded = model.decisions.map((decision) => ({ ...decision, say: `${decision.say ?? ''}以窗口答复为准。` }));
  const ids = (compiled: ReadonlyMap<string, NeedPages>) =>
    [...compiled.values()].flatMap((one) => [...one.pages.keys()].map((id) => `${one.need.id}/${id}`));
  expect(ids(compile({ ...model, decisions: reworded }))).toEqual(ids(checker));
});
