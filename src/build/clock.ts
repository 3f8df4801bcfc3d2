/** Beijing time to the minute, 2026-11-24 09:00. Only checks ask for it: no page depends on the clock. */
export function beijingNow(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
