import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { parseCsv } from '../fixtures/parse-csv.ts';
import { page, siteFile, textOf } from '../site/built-pages.ts';

/** Each table, with the number of rows that /data/ states. */
const tables = ['places', 'cases', 'targets', 'clauses', 'sources'] as const;
const stated = Array.from(textOf(page('/data/').tree).matchAll(/共(\d+)行/g), ([, count]) => Number(count));

// What a machine can check without LibreOffice stands in tests/site/data.test.ts.
const office = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;
if (!office) console.warn('没有 LibreOffice：表格的测试跳过（Debian：libreoffice-calc-nogui）');
let folder = '';

/**
 * Opens the tables as CSV, by the Chinese locale and with special numbers found, which makes days of 2-4-1; opens them as
 * XLSX; and saves what stands in the cells.
 */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
  if (!office) return;
  for (const table of tables)
    for (const format of ['csv', 'xlsx'])
      copyFileSync(join(outDir, `data/${table}.${format}`), join(folder, `${table}.${format}`));
  const calc = (...args: string[]) =>
    spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...args], {
      cwd: folder,
      timeout: 120_000,
    });
  const named = (format: string) => tables.map((table) => `${table}.${format}`);
  // Comma, quotes, UTF-8, from the first line, no types of columns, Chinese, quoted text not forced, special numbers found.
  calc('--infilter=CSV:44,34,76,1,,2052,false,true', '--convert-to', 'ods', '--outdir', 'sheets', ...named('csv'));
  // Cells as they are shown; the first sheet.
  const asShown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';
  calc('--convert-to', asShown, '--outdir', 'seen', ...tables.map((table) => `sheets/${table}.ods`));
  calc('--convert-to', asShown, '--outdir', 'seen-xlsx', ...named('xlsx'));
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Written with bare line ends and no byte order mark; cells of ours hold no line end. */
const seen = (file: string) => parseCsv(`\uFEFF${readFileSync(join(folder, file), 'utf-8').replaceAll('\n', '\r\n')}`);

describe.skipIf(!office).each(tables.map((table, n) => [table, stated[n]] as const))(
  '%s in LibreOffice',
  (table, rows) => {
    const csv = parseCsv(siteFile(`data/${table}.csv`));

    test('as CSV has as many rows as its page says', () => {
      expect(seen(`seen/${table}.csv`).length - 1).toBe(rows);
    });

    test('as CSV shows every cell as it was written: no key, date or figure is changed', () => {
      expect(seen(`seen/${table}.csv`)).toEqual(csv);
    });

    test('as XLSX shows the same', () => {
      // Text needs no apostrophe there; a time is shown without its zone.
      const bare = csv.map((row) =>
        row.map((cell) => cell.replace(/^'/, '').replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):00\+08:00$/, '$1 $2')),
      );
      expect(seen(`seen-xlsx/${table}.csv`)).toEqual(bare);
    });
  },
);
