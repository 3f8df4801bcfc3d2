/** Writes a day into a pattern: [YYYY-MM-DD] → [2026-11-24]. Works in the browser, which alone knows the day. */
export function writeDay(pattern: string, year: number, month: number, day: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return pattern.replace('YYYY', String(year)).replace('MM', two(month)).replace('DD', two(day));
}
