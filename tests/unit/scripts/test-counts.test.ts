import { expect, test } from 'vitest';
import { countsOf, lastLine, sum } from '../../../scripts/test-counts.ts';

const vitest = (numFailedTests: number) => ({
  text: JSON.stringify({ numPassedTests: 7, numFailedTests, numPendingTests: 2, numTodoTests: 1 }),
});
const playwright = (unexpected: number) => ({
  text: JSON.stringify({ stats: { expected: 4, flaky: 1, unexpected, skipped: 3 } }),
});

test('a step without a report is one test', () => {
  expect(countsOf(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(countsOf(1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('both runners are counted; what passes the second time has passed', () => {
  expect(countsOf(1, vitest(2))).toEqual({ passed: 7, failed: 2, skipped: 3 });
  expect(countsOf(1, playwright(2))).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test('a runner that broke off has failed, though no test of it did', () => {
  expect(countsOf(1, vitest(0)).failed).toBe(1);
  expect(countsOf(null, playwright(0)).failed).toBe(1);
});

test('a runner that left no report has failed, though it says that all is well', () => {
  for (const text of [undefined, '', '{"numPassedTests":'])
    expect(countsOf(0, { text })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the last line names what was skipped where anything was', () => {
  expect(lastLine(sum([countsOf(0), countsOf(1, vitest(2))]))).toBe('8 passed, 2 failed, 3 skipped');
  expect(lastLine(sum([countsOf(0), countsOf(0)]))).toBe('2 passed, 0 failed');
});
