import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, toCsv } from '#render/csv.ts';
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
          ...rows.map((row) => row.map((value) => (value === null ? '' : String(value)))),
        ]);
      }),
    );
  });
});
