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

/** Opens the tables as the dialog of LibreOffice Calc proposes for a file with a byte order mark, and saves what stands in its cells. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
  if (!office) return;
  for (const table of tables) copyFileSync(join(outDir, `data/${table}.csv`), join(folder, `${table}.csv`));
  const calc = (...args: string[]) =>
    spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...args], {
      cwd: folder,
      timeout: 120_000,
    });
  // Comma, quotes, UTF-8, from the first line; without a dialog nothing is guessed.
  calc(
    '--infilter=CSV:44,34,76,1',
    '--convert-to',
    'ods',
    '--outdir',
    'sheets',
    ...tables.map((table) => `${table}.csv`),
  );
  const asShown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';
  calc('--convert-to', asShown, '--outdir', 'seen', ...tables.map((table) => `sheets/${table}.ods`));
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!office).each(tables.map((table, n) => [table, stated[n]] as const))(
  '%s.csv in LibreOffice',
  (table, rows) => {
    // Written with bare line ends and no byte order mark; cells of ours hold no line end.
    const seen = () =>
      parseCsv(`\uFEFF${readFileSync(join(folder, 'seen', `${table}.csv`), 'utf-8').replaceAll('\n', '\r\n')}`);

    test('has as many rows as its page says', () => {
      expect(seen().length - 1).toBe(rows);
    });

    test('shows every heading and every Chinese word as it is', () => {
      const isChinese = (cell: string) => /\p{Script=Han}/u.test(cell);
      const chinese = (cells: string[][]) => cells.map((row) => row.filter(isChinese));
      expect(chinese(seen())).toEqual(chinese(parseCsv(siteFile(`data/${table}.csv`))));
    });
  },
);
