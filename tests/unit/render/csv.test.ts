import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, leftAlone, toCsv } from '#render/csv.ts';
import { parseCsv } from '../../fixtures/parse-csv.ts';

describe('a table as CSV', () => {
  test('begins with a byte order mark and ends each line with CR LF', () => {
    expect(toCsv(['名称', '数'], [['永吉县', 3]])).toBe('\uFEFF名称,数\r\n永吉县,3\r\n');
  });
  test('quotes only what needs it', () => {
    expect(toCsv(['a'], [['说「好」'], ['一,二'], ['他说"好"'], ['两\n行']])).toBe(
      '\uFEFFa\r\n说「好」\r\n"一,二"\r\n"他说""好"""\r\n"两\n行"\r\n',
    );
  });
  test('an unknown value is an empty cell, not the word null', () => {
    expect(toCsv(['a', 'b'], [[null, 0]])).toBe('\uFEFFa,b\r\n,0\r\n');
  });
  test.each([
    // Formulas, in full width too.
    ...['=1+1', '+86', '-5', '@x', '\tx', '＝1+1', '＋86', '－5', '＠x'],
    // Dates, times, fractions.
    ...['2-4-1', '1-2', '3/4', '8:30', '2016.2.6', '2016年2月6日', 'sept-1', 'may-2024', 'MARCH1', '5-may'],
    // Numbers that would come out as others.
    ...['007', '1,200', '1.20', '5%', '12.5％', '1e5', '220203100000', 'true'],
  ])('%j is text: a spreadsheet leaves it alone', (text) => {
    const [, [cell] = []] = parseCsv(toCsv(['a'], [[text]]));
    expect(cell).toBe(`'${text}`);
  });
  test.each([
    ...['2023-09-13', '2023-09-XX', '2023-XX-XX', '2026-11-24T17:00:00+08:00', '二(四)1', '约300', '220203100'],
    ...['5G基站', '3～5年', 'jcrb-2016-05-13', 'marry1', 'december-plan', '2020年', '%', 'https://x.cn/a'],
  ])('%j stays as it is', (text) => {
    expect(parseCsv(toCsv(['a'], [[text]]))[1]).toEqual([text]);
  });
  test('a figure below zero stays a figure, and a list is one cell', () => {
    expect(parseCsv(toCsv(['a', 'b'], [[-5, ['甲', '乙']]]))[1]).toEqual(['-5', '甲；乙']);
  });
  test('what was written is read again', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('镇', 'a', '"', ',', '\n', '\r', ' ', '；') }),
      fc.integer(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 })), (rows: Cell[][]) => {
        expect(parseCsv(toCsv(['x', 'y'], rows))).toEqual([
          ['x', 'y'],
          ...rows.map((row) =>
            row.map((value) => (typeof value === 'string' ? leftAlone(value) : String(value ?? ''))),
          ),
        ]);
      }),
    );
  });
});
