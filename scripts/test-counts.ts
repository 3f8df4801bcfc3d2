/** Tests of one step, or of all. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}
/** A flaky test passed the second time. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/**
 * Counts of a step from its exit status and, where its runner writes one, the text of its JSON report. A step without a
 * report is one test. A runner that broke off, or that should have left a report and did not, has failed, whatever it
 * counted until then.
 */
export function countsOf(status: number | null, report?: { text: string | undefined }): Counts {
  const ok = status === 0;
  if (!report) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const counts = read(report.text);
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  return { ...counts, failed: ok ? counts.failed : Math.max(counts.failed, 1) };
}

function read(text: string | undefined): Counts | undefined {
  try {
    const report = JSON.parse(text ?? '') as VitestReport | PlaywrightReport;
    if ('stats' in report) {
      const { expected, flaky, unexpected, skipped } = report.stats;
      return { passed: expected + flaky, failed: unexpected, skipped };
    }
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return undefined;
  }
}

export function sum(all: readonly Counts[]): Counts {
  const total = (of: keyof Counts) => all.reduce((number, counts) => number + counts[of], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** The last line of a run: `12 passed, 0 failed`, and `, 3 skipped` where any were. */
export function lastLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
