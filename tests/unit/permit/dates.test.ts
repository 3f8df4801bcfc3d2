import { describe, expect, test } from 'vitest';
import { answerFor, endOf } from '#domain/permit/periods.ts';
import { calendarFile } from '#domain/permit/calendar.ts';
import { type Day, daysAfter, isoDay, monthsAfter, parseDay, windowsBefore } from '#domain/permit/dates.ts';

// Counted by hand on a calendar.
const day = (text: string): Day => {
  const found = parseDay(text);
  if (!found) throw new Error(`no day: ${text}`);
  return found;
};

test.each([
  ['2026-01-01', '2026-07-01'],
  ['2026-03-15', '2026-09-15'],
  ['2026-07-20', '2027-01-20'],
  // The month has no such day: its last one (民法典第二百零二条).
  ['2026-03-31', '2026-09-30'],
  ['2026-05-31', '2026-11-30'],
  ['2026-08-31', '2027-02-28'],
  ['2026-08-29', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2027-08-29', '2028-02-29'],
  ['2026-12-31', '2027-06-30'],
])('half a year from %s is full on %s', (from, to) => {
  expect(isoDay(endOf({ months: 6 }, day(from)))).toBe(to);
});

test.each([
  // 30 + 28 + 31 + 30 + 31 + 30 = 180
  ['2026-01-01', '2026-06-30'],
  // A leap year has a day more in February.
  ['2028-01-01', '2028-06-29'],
  ['2026-08-15', '2027-02-11'],
  ['2027-09-01', '2028-02-28'],
])('180 days from %s are full on %s', (from, to) => {
  expect(isoDay(endOf({ days: 180 }, day(from)))).toBe(to);
});

test.each([
  ['2026-11-28', '2026-12-13', '2026-12-23'],
  ['2026-12-20', '2027-01-04', '2027-01-14'],
  ['2027-02-20', '2027-03-07', '2027-03-17'],
  ['2028-02-20', '2028-03-06', '2028-03-16'],
])('an application taken on %s has to be answered by %s, put off by %s (省办法第十二条)', (taken, due, latest) => {
  expect([15, 25].map((days) => isoDay(endOf({ days }, day(taken))))).toEqual([due, latest]);
});

describe('the thirty days in which to endorse (省办法第十三条)', () => {
  const spans = (from: string, years: number) =>
    windowsBefore(day(from), years, 30).map((span) => `${isoDay(span.from)}..${isoDay(span.to)}`);
  test('end the day before a year is full', () => {
    expect(spans('2026-06-15', 2)).toEqual(['2027-05-16..2027-06-14', '2028-05-16..2028-06-14']);
  });
  test('cross the turn of a year', () => {
    expect(spans('2026-01-10', 1)).toEqual(['2026-12-11..2027-01-09']);
  });
  test('know the leap day', () => {
    // 1 March 2027 less 30 days is 30 January; in 2028 it is 31 January.
    expect(spans('2026-03-01', 2)).toEqual(['2027-01-30..2027-02-28', '2028-01-31..2028-02-29']);
    // A permit of 29 February is a year old on the last day of the next.
    expect(spans('2028-02-29', 1)).toEqual(['2029-01-29..2029-02-27']);
  });
});

test('a day is read only if the calendar has it', () => {
  expect(parseDay('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 });
  for (const text of ['2027-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '']) {
    expect(parseDay(text)).toBeUndefined();
  }
});

test('months and days go over the end of a year', () => {
  expect(isoDay(monthsAfter(day('2026-12-31'), 2))).toBe('2027-02-28');
  expect(isoDay(daysAfter(day('2026-12-31'), 1))).toBe('2027-01-01');
  expect(isoDay(daysAfter(day('2027-01-01'), -1))).toBe('2026-12-31');
});

describe('the calendar file', () => {
  const [span] = windowsBefore(day('2026-06-15'), 1, 30);
  const reminder = {
    ...(span as NonNullable<typeof span>),
    title: '签注',
    note: '免费，带居住证；以窗口答复为准，问不清打12345。',
  };
  const lines = calendarFile([reminder], '20261128T090000Z');
  test('has whole days, the end being the day after, and two alarms', () => {
    const unfolded = lines.replaceAll('\r\n ', '').split('\r\n');
    expect(unfolded).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'DTSTAMP:20261128T090000Z',
        'DTSTART;VALUE=DATE:20270516',
        'DTEND;VALUE=DATE:20270615',
        'SUMMARY:签注',
        'TRIGGER:PT9H',
        'TRIGGER;RELATED=END:-P7D',
        'END:VCALENDAR',
      ]),
    );
    expect(unfolded.filter((line) => line === 'BEGIN:VALARM')).toHaveLength(2);
    expect(unfolded.find((line) => line.startsWith('DESCRIPTION:免费'))).toContain('打12345');
  });
  test('has no line over 75 bytes, and ends each as the format wants', () => {
    expect(lines.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of lines.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

describe('what follows from a day', () => {
  const period = {
    id: 'move',
    name: '搬家',
    asks: '最晚哪天去报',
    text: '七天内去报。',
    basis: [{ doc: 'law', article: '第九条' }],
    from: '这是搬家那天',
    says: '最晚{due}去报；以后{windows}。',
    ends: [{ id: 'due', days: 7, remind: '去报新住址' }],
    yearly: { days: 10, remind: '去签' },
    file: 'banjia.ics',
  };
  const { says, reminders } = answerFor(period, day('2026-12-28'));
  test('is said by the rules of the city', () => {
    expect(says).toMatch(/^最晚2027年1月4日去报；以后2027年12月18日到2027年12月27日；2028年12月18日/);
  });
  test('is put into a calendar, one reminder each', () => {
    expect(reminders).toHaveLength(6);
    expect(reminders[0]).toMatchObject({ title: '去报新住址', from: { year: 2027, month: 1, day: 4 } });
  });
});
