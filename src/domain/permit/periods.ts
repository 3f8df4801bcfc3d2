import type { Period } from '#schemas/permit.ts';
import type { Reminder } from './calendar.ts';
import { type Day, daysAfter, monthsAfter, sayDay, windowsBefore } from './dates.ts';

export type { Period };

/** Years of the yearly days that are worked out ahead. */
const years = 5;
const ask = '以窗口答复为准，问不清打12345。';

/** The day one of the `ends` of a period falls on. */
export function endOf({ months, days = 0 }: Pick<Period['ends'][number], 'months' | 'days'>, from: Day): Day {
  return months === undefined ? daysAfter(from, days) : monthsAfter(from, months);
}

/** What follows from a day, in words, and what to be reminded of. */
export function answerFor({ says, ends, yearly }: Period, day: Day): { says: string; reminders: Reminder[] } {
  const found = ends.map((end) => ({ ...end, on: endOf(end, day) }));
  const windows = yearly ? windowsBefore(day, years, yearly.days) : [];
  const spoken = new Map([
    ...found.map(({ id, on }): [string, string] => [id, sayDay(on)]),
    ['windows', windows.map(({ from, to }) => `${sayDay(from)}到${sayDay(to)}`).join('；')],
  ]);
  return {
    says: says.replaceAll(/\{([^}]*)\}/gu, (_, name: string) => spoken.get(name) ?? ''),
    reminders: [
      ...found.map(({ on, remind }) => ({ from: on, to: on, title: remind, note: ask })),
      ...windows.map((span) => ({ ...span, title: yearly?.remind ?? '', note: `${yearly?.note ?? ''}${ask}` })),
    ],
  };
}

/** 半年和签注: what is printed as tables, for links to the page of days. */
export function periodNames(periods: readonly Period[]): string {
  const tables = periods.filter(({ table }) => table !== undefined);
  return (tables.length > 0 ? tables : periods).map(({ name }) => name).join('和');
}
