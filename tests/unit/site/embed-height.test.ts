import { expect, test } from 'vitest';
import { embedHeight, markOf } from '#domain/site/embed-height.ts';

/** Of one block: the edges and paddings, 22.4 + 5.8 + 6.4, and its lines of 27.2. */
const lines = (text: string, width = 280) => Math.round((embedHeight([{ text }], width) - 34.6) / 27.2);

test('a frame is as high as its lines at a width', () => {
  // 280 less 34 of edges and 8 of reserve: 14 characters of 16 pixels.
  expect(lines('字'.repeat(14))).toBe(1);
  expect(lines('字'.repeat(15))).toBe(2);
  expect(lines('字'.repeat(15), 320)).toBe(1);
});

test('a mark keeps together, and no line begins with a full stop', () => {
  expect(lines(`${'字'.repeat(13)}${markOf('三(八)')}`)).toBe(2);
  expect(lines(`${'字'.repeat(14)}。`)).toBe(2);
  expect(lines(markOf('字'.repeat(20)))).toBe(2);
});
