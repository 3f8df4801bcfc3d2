import type { Fault, PermitRows } from '#domain/model/types.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatFault } from '#domain/model/faults.ts';
import { checkPermit } from '#domain/checks/permit.ts';
import { permitSources } from '#domain/permit/model.ts';
import { decisionSchema, permitQuestionSchema, ruleSchema } from '#schemas/permit.ts';
import { model, outside, permitRows } from './tables.ts';

function checkPermitAfter(breakIt: (rows: PermitRows) => void): Fault[] {
  const rows = permitRows();
  breakIt(rows);
  return checkPermit(rows, outside);
}
const faultsAfter = (breakIt: (rows: PermitRows) => void) => checkPermitAfter(breakIt).map(formatFault);

const decision = (rows: PermitRows) => required(rows.decisions.find(({ id }) => id === 'permit-current')).data;

test('the tables agree with one another, with the sources and with the clauses', () => {
  expect(checkPermit(permitRows(), outside).map(formatFault)).toEqual([]);
  for (const id of permitSources(model)) expect(outside.sources.has(id)).toBe(true);
});

test('a condition on an unknown question or option is named with file, field and remedy', () => {
  expect(faultsAfter((rows) => (decision(rows).when['hukuo'] = ['local']))).toEqual([
    'src/data/permit/decisions.yaml:1 when.hukuo: 题目「hukuo」不存在 — 编号见 src/data/permit/questions.yaml',
  ]);
  expect(faultsAfter((rows) => (decision(rows).when['permit'] = ['current', 'valid']))).toEqual([
    'src/data/permit/decisions.yaml:1 when.permit[1]: 题目 permit 没有选项「valid」 — 写其中一个：current、expired、lost、none、another-city',
  ]);
});

test.each([
  ['权益', (rows: PermitRows) => decision(rows).now.push('nothing')],
  ['下一步', (rows: PermitRows) => decision(rows).next.push('nothing')],
  ['规则', (rows: PermitRows) => decision(rows).rules.push('nothing')],
  ['出处', (rows: PermitRows) => required(rows.rules[0]).data.sources.push('nothing')],
  ['条款', (rows: PermitRows) => required(rows.rules[0]).data.clauses.push('nothing')],
  ['热线', (rows: PermitRows) => required(rows.steps[0]).data.hotlines.push('nothing')],
  [
    '法规文件',
    (rows: PermitRows) => required(rows.entitlements[0]).data.basis.push({ doc: 'nothing', article: '第一条' }),
  ],
  ['需求', (rows: PermitRows) => required(rows.audiences[0]).data.needs.push('nothing')],
])('an unknown %s is found', (what, breakIt) => {
  const faults = faultsAfter(breakIt);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`${what}「nothing」不存在 — 编号见 src/`);
});

test('all faults are told in one run', () => {
  const faults = faultsAfter((rows) => {
    decision(rows).now.push('nothing');
    decision(rows).say = '您一定能办下来。';
    required(rows.questions[1]).data.letter = 'h';
    rows.steps.push({ ...required(rows.steps[0]) });
  });
  expect(faults).toHaveLength(4);
});

test('an entitlement or a step that no decision uses is found', () => {
  const faults = faultsAfter((rows) => {
    const [entitlement, step] = [required(rows.entitlements[0]), required(rows.steps[0])];
    rows.entitlements.push({ ...entitlement, id: 'idle', data: { ...entitlement.data, id: 'idle' } });
    rows.steps.push({ ...step, id: 'idle', data: { ...step.data, id: 'idle' } });
  });
  expect(faults).toHaveLength(2);
  for (const fault of faults) expect(fault).toContain('「idle」没有一条判断用到');
});

test('the form of a condition is closed: question id to a list of option ids', () => {
  const good = { id: 'x', need: 'permit', when: { hukou: ['local'] }, say: '话。', rules: ['fees'] };
  expect(decisionSchema.safeParse(good).success).toBe(true);
  for (const when of [
    { hukou: 'local' },
    { hukou: [] },
    { 'hukou != local': ['x'] },
    ['hukou'],
    { hukou: { not: ['local'] } },
  ]) {
    expect(decisionSchema.safeParse({ ...good, when }).success).toBe(false);
  }
  expect(decisionSchema.safeParse({ ...good, unless: {} }).success).toBe(false);
});

test('a rule without source and clause is refused, and so is a question with one option', () => {
  const [rule, question] = [required(model.rules[0]), required(model.questions[0])];
  expect(ruleSchema.safeParse({ ...rule, sources: [], clauses: [] }).success).toBe(false);
  expect(permitQuestionSchema.safeParse({ ...question, options: question.options.slice(0, 1) }).success).toBe(false);
});

test('a need without a decision and a question that nothing asks for are found', () => {
  const faults = faultsAfter((rows) => {
    const [need, question] = [required(rows.needs[0]), required(rows.questions[0])];
    rows.needs.push({ ...need, id: 'idle', data: { ...need.data, id: 'idle' } });
    rows.questions.push({ ...question, id: 'idle', data: { ...question.data, id: 'idle', letter: 'y' } });
  });
  expect(faults).toHaveLength(2);
  expect(faults.join()).toMatch(/需求「idle」没有一条判断.*题目「idle」没有一条判断用到|题目「idle」.*需求「idle」/);
});

test('a result without a next step is found, with the answers that lead to it', () => {
  const faults = faultsAfter(
    (rows) => (required(rows.decisions.find(({ id }) => id === 'permit-lost')).data.next = []),
  );
  expect(faults).toEqual([
    'src/data/permit/steps.yaml:1 id: 下一步「replace-permit」没有一条判断用到 — 在 decisions.yaml 里写上，或删去',
  ]);
  const other = faultsAfter(
    (rows) => (required(rows.decisions.find(({ id }) => id === 'school-local')).data.next = []),
  );
  expect(other).toEqual([
    'src/data/permit/needs.yaml:1 id: 「孩子上学」有的结果没有下一步：孩子该上小学、初中，户口就在本地 — 在 decisions.yaml 里给这种情况写上 next',
  ]);
});

describe('growth', () => {
  /** So many yes-or-no questions more in one need, each making a difference of its own. */
  const ask = (rows: PermitRows, need: string, count: number) => {
    const question = required(rows.questions.find(({ id }) => id === 'settle'));
    const decision = required(rows.decisions.find(({ id }) => id === 'settle-no'));
    for (let index = 0; index < count; index++) {
      const [id, letter] = [`added-${index}`, required('abdefg'[index])];
      rows.questions.push({ ...question, id, data: { ...question.data, id, letter, short: `新题${index}` } });
      const data = { ...decision.data, id, need, when: { [id]: ['yes'] }, later: [], next: [], say: `新话${index}。` };
      rows.decisions.push({ ...decision, id, data });
    }
  };
  test('is warned of well before the limit, with the question that makes most pages and a remedy', () => {
    const [fault, ...others] = checkPermitAfter((rows) => {
      ask(rows, 'housing', 4);
    });
    expect(others).toEqual([]);
    expect(fault?.severity).toBe('warning');
    expect(fault && formatFault(fault)).toMatch(
      /居住证自查有 \d+ 页，最多 500 页；最费页数的是「.+」里的「.+」，占 \d+ 页 — 把/,
    );
  });
  test('past the limit is a fault, and so are more combinations than can be worked out', () => {
    expect(
      checkPermitAfter((rows) => {
        ask(rows, 'insurance', 5);
      }).map(({ severity }) => severity),
    ).toEqual(['error']);
    expect(
      faultsAfter((rows) => {
        ask(rows, 'permit', 5);
      }).join(),
    ).toContain('种答法，算不过来（最多 5000 种） — 少问一题，或者分成两件事');
  });
});

const guidance = join(import.meta.dirname, '../../../../shared/source/guidance.txt');
test.skipIf(!existsSync(guidance))(
  'no fifteen characters in a row are those of the guidance, its title set aside',
  () => {
    const runs = (text: string) => text.split(/[^\p{Script=Han}\d.％%A-Za-z]+/u);
    const pieces = (text: string) =>
      runs(text).flatMap((run) =>
        Array.from({ length: Math.max(0, run.length - 14) }, (_, at) => run.slice(at, at + 15)),
      );
    const title = '关于加强全市县级中心城市及小城镇规划建设的指导意见';
    const theirs = new Set(pieces(readFileSync(guidance, 'utf-8')).filter((piece) => !title.includes(piece)));
    expect(pieces(JSON.stringify(model)).filter((piece) => theirs.has(piece))).toEqual([]);
  },
);

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing in the tables');
  return value;
}
