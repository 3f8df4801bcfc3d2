import { expect, test } from 'vitest';
import { writeDay } from '#domain/citing/access-date.ts';

test('a day is written with two figures for month and day', () => {
  expect(writeDay('Y2  - YYYY/MM/DD\n', 2027, 3, 5)).toBe('Y2  - 2027/03/05\n');
});
