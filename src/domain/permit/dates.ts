/**
 * Days of the calendar. A period of months ends on the day of the same number, or on the last day of a month
 * that has none; the day something happens is not counted (民法典第二百零一、二百零二条).
 */
export interface Day {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
}

/** undefined where it is no day of the calendar: 2026-02-30. */
export function parseDay(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return month >= 1 && month <= 12 && day >= 1 && day <= lastOf(year, month) ? { year, month, day } : undefined;
}

/** 2026-07-01 */
export const isoDay = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const sayDay = ({ year, month, day }: Day): string => `${year}年${month}月${day}日`;

export function monthsAfter({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return { year: toYear, month: toMonth, day: Math.min(day, lastOf(toYear, toMonth)) };
}

export function daysAfter({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** First and last day of something, both included. */
export interface Span {
  from: Day;
  to: Day;
}

/** So many days before each of so many full years, in which to endorse. */
export function windowsBefore(from: Day, years: number, days: number): Span[] {
  return Array.from({ length: years }, (_, index) => {
    const full = monthsAfter(from, 12 * (index + 1));
    return { from: daysAfter(full, -days), to: daysAfter(full, -1) };
  });
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
