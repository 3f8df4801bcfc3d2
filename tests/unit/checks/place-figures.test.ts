import { expect, test } from 'vitest';
import { checkAfter } from '../../fixtures/fixture.ts';

const qingshi = 'content/places/qingshi.mdx';
const after = 'unit: 亿元\n    asOf: "2023"\n    source: paper\n    alsoIn: [stats]';
const faultsOf = (field: string) =>
  checkAfter([{ file: qingshi, from: after, to: `${after}\n    ${field}` }]).lines.join('\n');

test('an event has its year and figures from its fact', () => {
  expect(faultsOf('event: { year: 2023, what: 产值1.2亿元 }')).toBe('');
  expect(faultsOf('event: { year: 2021, what: 产值3亿元 }')).toMatch(
    /facts\[0\]\.event: 「2021」在这条事实里没有 — .*\n.*facts\[0\]\.event: 「3」在这条事实里没有/,
  );
});

test('months stand in their fact', () => {
  expect(faultsOf('months: [5, 6]')).toContain('facts[0].months: 5月在这条事实里没有 — 只写事实说到的月份');
});

test('a line of years holds five events at most', () => {
  const facts = [1, 2, 3, 4, 5, 6].map(
    (n) =>
      `  - { id: year-${n}, label: 一件, value: 事, asOf: "200${n}", source: paper, event: { year: 200${n}, what: 事 } }`,
  );
  const { lines } = checkAfter([{ file: qingshi, from: 'facts:\n', to: `facts:\n${facts.join('\n')}\n` }]);
  expect(lines.join()).toContain('facts: 时间线有6件事 — 挑最要紧的5件，别的删去 event');
});

test('a radius stands in the clause', () => {
  const { lines } = checkAfter([
    { file: 'content/clusters/north.mdx', from: 'clauses: ', to: 'radiusKm: 77\nclauses: ' },
  ]);
  expect(lines.join()).toContain('radiusKm: 第一条条款没有写77公里 — 核对条款，或删去');
});
