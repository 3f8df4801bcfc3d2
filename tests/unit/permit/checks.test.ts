import type { PermitRows } from '#domain/model/types.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFault } from '#domain/model/faults.ts';
import { checkPermit } from '#domain/checks/permit.ts';
import { permitSources } from '#domain/permit/model.ts';
import { decisionSchema, permitQuestionSchema, ruleSchema } from '#schemas/permit.ts';
import { model, outside, permitRows } from './tables.ts';

function faultsAfter(breakIt: (rows: PermitRows) => void): string[] {
  const rows = permitRows();
  breakIt(rows);
  return checkPermit(rows, outside).map(formatFault);
}

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
    'src/data/permit/decisions.yaml:1 when.permit[1]: 题目 permit 没有选项「valid」 — 写其中一个：current、expired、lost、none',
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
  ['题目', (rows: PermitRows) => (required(rows.questions[0]?.data.options[0]).follow = 'nothing')],
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
  const good = { id: 'x', when: { hukou: ['local'] }, say: '话。', rules: ['fees'] };
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
