import type { Fault } from './types.ts';

export function formatFault({ severity, path, line, field, problem, remedy }: Fault): string {
  const mark = severity === 'warning' ? '（提醒）' : '';
  return `${path}:${line} ${field}: ${mark}${problem} — ${remedy}`;
}

/** Faults in the order a writer meets them, by file, then by line; the same of one line once. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const once = [...new Map(faults.map((fault) => [formatFault(fault), fault])).values()];
  return once.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line);
}

/** Thrown once, with every error found. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'));
    this.name = 'ContentError';
    this.faults = faults;
  }
}
