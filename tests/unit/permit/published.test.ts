import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPermit } from '#domain/checks/permit.ts';
import { formatFault } from '#domain/model/faults.ts';
import type { PermitRows } from '#domain/model/types.ts';
import { compile } from '#domain/permit/pages.ts';
import { answersLedger, readPublished } from '#content-io/published.ts';
import { ruleSchema } from '#schemas/permit.ts';
import { model, outside, permitRows } from './tables.ts';

/** The ledger of what stands in the tables now: what is changed afterwards was published the other way. */
const pages = [...compile(model)].flatMap(([need, { pages: own }]) =>
  [...own.keys()].map((id) => `/residence-permit/${need}/${id === '' ? '' : `${id}/`}`),
);
function after(change: (rows: PermitRows) => void, redirects: Record<string, string> = {}): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'published-'));
  writeFileSync(join(folder, 'addresses.txt'), ['/', '/residence-permit/dates/', ...pages].join('\n'));
  writeFileSync(join(folder, 'permit-answers.txt'), answersLedger(model.questions));
  const { published, faults } = readPublished(folder, redirects);
  expect(faults).toEqual([]);
  rmSync(folder, { recursive: true });
  const rows = permitRows();
  change(rows);
  return checkPermit(rows, { ...outside, published }).map(formatFault);
}
const question = (rows: PermitRows, id: string) => {
  const found = rows.questions.find((row) => row.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found.data;
};
const published = model.questions.find(({ id }) => id === 'hukou')?.options.map(({ id }) => id) ?? [];
const order = `改回发布时的次序：${published.join('、')}；新的选项加在最后`;

test('what was published agrees with itself', () => {
  expect(after(() => undefined)).toEqual([]);
});

test('options in another order change what printed addresses mean', () => {
  const faults = after((rows) => {
    question(rows, 'hukou').options.reverse();
  });
  expect(faults).toEqual([
    `src/data/permit/questions.yaml:1 options[0].id: 第 1 个选项发布时是「${published[0]}」，现在是「${published.at(-1)}」，印出去的网址就变了意思 — ${order}`,
  ]);
});

test('an option put between others does, one at the end does not', () => {
  const abroad = { id: 'abroad', text: '在国外', short: '户口在国外' };
  const between = after((rows) => {
    question(rows, 'hukou').options.splice(1, 0, abroad);
  });
  expect(between.some((fault) => fault.includes('第 2 个选项发布时是') && fault.endsWith(order))).toBe(true);
  const last = after((rows) => {
    question(rows, 'hukou').options.push(abroad);
  });
  expect(last.join()).not.toContain('发布时');
});

test('an option that is gone, another letter and a question that is gone are told', () => {
  const gone = after((rows) => {
    question(rows, 'permit').options.pop();
  });
  expect(gone.join('\n')).toMatch(/options: 选项「another-city」发布过，现在没有了 — 改回发布时的次序：/);
  const renamed = after((rows) => {
    question(rows, 'hukou').letter = 'q';
  });
  expect(renamed.join('\n')).toContain('letter: 字母发布时是「h」，印出去的网址里用着 — 改回「h」');
  const reused = after((rows) => {
    question(rows, 'hukou').letter = 'q';
    question(rows, 'stay').letter = 'h';
  });
  expect(reused.join('\n')).toContain('字母「h」发布时是题目「hukou」的');
  const without = after((rows) => {
    rows.questions.splice(0, 1);
  });
  expect(without.join('\n')).toMatch(/permit-answers\.txt:2 文件: 题目「hukou」发布过，现在没有了 — 补回来/);
});

test('answers that nothing handles any more lose their pages, unless they lead elsewhere now', () => {
  const dropped = pages.filter((page) => /^\/residence-permit\/baby\/./.test(page));
  const merge = (rows: PermitRows) => {
    // Nobody asks for the child any more: every answer leads to the same page.
    const own = rows.decisions.filter(({ data }) => data.need === 'baby');
    for (const { data } of own) data.when = {};
  };
  expect(after(merge).join('\n')).toMatch(
    /addresses\.txt:\d+ 文件: \/residence-permit\/baby\/\w+\/ 发布过，现在没有这一页.* — 把去掉的判断或选项补回来/,
  );
  const redirects = Object.fromEntries(dropped.map((page) => [page, '/residence-permit/baby/']));
  expect(after(merge, redirects)).toEqual([]);
});

test('a rule that is over, still to come, or of no use is told', () => {
  const rows = permitRows();
  const [first, second, third] = rows.rules;
  if (!first || !second || !third) throw new Error('too few rules');
  first.data.until = '2020-01-01';
  second.data.since = '2099';
  rows.rules.push({ ...third, id: 'idle', data: { ...third.data, id: 'idle' } });
  expect(
    checkPermit(rows, { ...outside, now: '2026-11-24 12:00' }).map(({ field, problem }) => `${field} ${problem}`),
  ).toEqual([
    'until 「2020-01-01」已经过了，这条规则不再施行',
    'since 「2099」还没有到，这条规则没有施行',
    'id 规则「idle」没有一处用到',
  ]);
});

test('a rule does not end before it begins', () => {
  const [rule] = model.rules;
  const parsed = (since: string, until: string) => ruleSchema.safeParse({ ...rule, since, until }).success;
  expect(parsed('2016-01-01', '2015-12')).toBe(false);
  expect(parsed('2016-01-01', '2016')).toBe(true);
  expect(parsed('2016-01-01', 'unknown')).toBe(true);
});
