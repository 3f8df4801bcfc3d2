import { type Span, daysAfter, isoDay } from './dates.ts';

/** A day or some days to be reminded of. */
export interface Reminder extends Span {
  title: string;
  note: string;
}

/**
 * A calendar file (iCalendar, RFC 5545) of whole days, each with an alarm at nine on the first day and one a week before the
 * last. `stamp` is when it was made: 20261128T090000Z.
 */
export function calendarFile(reminders: readonly Reminder[], stamp: string): string {
  const events = reminders.flatMap(({ from, to, title, note }) => [
    'BEGIN:VEVENT',
    `UID:${isoDay(from)}-${isoDay(to)}@residence-permit`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(isoDay(from))}`,
    // The day after the last one.
    `DTEND;VALUE=DATE:${compact(isoDay(daysAfter(to, 1)))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(note)}`,
    ...alarm('TRIGGER:PT9H', title),
    ...alarm('TRIGGER;RELATED=END:-P7D', title),
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//residence-permit//ZH', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function alarm(trigger: string, title: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', trigger, `DESCRIPTION:${escaped(title)}`, 'END:VALARM'];
}

const compact = (day: string) => day.replaceAll('-', '');
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** No line may be longer than 75 bytes, and a Chinese character is three: 24 of them at most. */
function folded(line: string): string {
  const most = 72;
  const parts: string[] = [];
  let [part, bytes] = ['', 0];
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > most) [part, bytes] = [(parts.push(part), ''), 0];
    part += letter;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}
