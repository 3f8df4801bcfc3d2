import { expect, test } from 'vitest';
import { checkAfter } from '../../fixtures/fixture.ts';

const faultsOf = (lines: string) =>
  checkAfter([{ file: 'content/policies/goals.mdx', from: 'notice: ', to: `${lines}\nnotice: ` }]).lines.join('\n');

test('a point stands on a clause of its explainer', () => {
  expect(faultsOf('points: [{ head: 院子, text: 建干净院子, clause: "1-1" }]')).toBe('');
  expect(faultsOf('points: [{ head: 院子, text: 建干净院子, clause: "2-1-1" }]')).toContain(
    'points[0].clause: 条款「2-1-1」不在这篇的 clauses 里 — 核对条款编号',
  );
});

test('a point and a short text have no figure of their own', () => {
  expect(faultsOf('points: [{ head: 院子, text: 建77个, clause: "1-1" }]')).toContain(
    'points[0].text: 「77」在这篇导读里没有 — 和导读的数字对上，或删去',
  );
  expect(faultsOf('brief: 建77个。')).toContain('brief: 「77」在这篇导读里没有');
});
