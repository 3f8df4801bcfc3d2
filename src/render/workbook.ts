import { unzipSync } from 'fflate';
import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/universal';
import { archive } from './archive.ts';
import type { Cell } from './csv.ts';
import { type PackageInfo, licenceText } from './data-package.ts';
import { type Column, type Table, sheetOf } from './tables.ts';

/** Characters; a Chinese one is as wide as two. */
const widths = { least: 8, most: 60 };
/** Excel takes no more in a cell; the CSV has all of it. */
const longest = 32_000;
/** What the table of sources says of one, where it is cited. */
const ofSource = ['id', 'citation', 'url', 'find', 'copy'];

/**
 * A table as .xlsx, for those who only have Excel: figures are figures, whole dates dates, codes text; the headings and the
 * first column stay in sight; then the sources it cites, and what its columns mean. Always the same bytes.
 */
export async function workbook(table: Table, sources: Table, info: PackageInfo): Promise<Uint8Array<ArrayBuffer>> {
  const own = sheetOf(table);
  const cited = table.id === sources.id ? [] : citedIn(table, sources);
  const sheets = [
    { sheet: table.title, ...sheetFor(own.columns, own.rows), stickyColumnsCount: 1 },
    ...(cited.length > 0 ? [{ sheet: '出处', ...sheetFor(columnsOf(sources), cited), stickyColumnsCount: 1 }] : []),
    { sheet: '说明', ...aboutSheet(table, own, info) },
  ];
  const blob = await writeExcelFile(sheets.map((sheet) => ({ stickyRowsCount: 1, ...sheet }))).toBlob();
  // The library dates its files by the clock.
  return archive(unzipSync(new Uint8Array(await blob.arrayBuffer())), info.updated);
}

const columnsOf = (sources: Table) => sources.columns.filter(({ name }) => ofSource.includes(name));

/** Rows of the sources that a table names, in the order of the list of sources. */
function citedIn(table: Table, sources: Table): Cell[][] {
  const ids = new Set<Cell>(
    table.columns.flatMap(({ isSource }, n) => (isSource ? table.rows.flatMap((row) => row[n] ?? []) : [])),
  );
  const kept = sources.columns.map(({ name }) => ofSource.includes(name));
  const key = sources.columns.findIndex(({ name }) => name === sources.key);
  return sources.rows.filter((row) => ids.has(row[key] ?? null)).map((row) => row.filter((_, n) => kept[n]));
}

function sheetFor(columns: readonly Column[], rows: readonly (readonly Cell[])[]) {
  return {
    data: [
      columns.map(({ title }) => heading(title)),
      ...rows.map((row) => row.map((cell, n) => cellOf(cell, columns[n]))),
    ],
    columns: columns.map(({ title }, n) => ({ width: widthOf([title, ...rows.map((row) => row[n] ?? null)]) })),
  };
}

const heading = (value: string): CellObject => ({ value, type: String, fontWeight: 'bold', alignVertical: 'top' });

function cellOf(cell: Cell, column?: Column): CellObject | null {
  if (cell === null) return null;
  const top = { alignVertical: 'top' as const };
  if (typeof cell === 'number') return { value: cell, type: Number, ...top };
  const text = String(cell);
  if (column?.type === 'datetime')
    return { value: asShown(text.slice(0, 16)), type: Date, format: 'yyyy-mm-dd hh:mm', ...top };
  if (column?.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(text))
    return { value: asShown(text), type: Date, format: 'yyyy-mm-dd', ...top };
  return { value: text.length > longest ? `${text.slice(0, longest)}……（其余见 CSV）` : text, type: String, ...top };
}

/** A cell holds the time that is shown, of no zone. */
const asShown = (time: string) => new Date(time.length === 10 ? time : `${time}:00Z`);

function widthOf(cells: readonly Cell[]): number {
  const wide = (cell: Cell) => Array.from(String(cell ?? '')).reduce((sum, char) => sum + (char > '\u2E7F' ? 2 : 1), 0);
  return Math.min(widths.most, Math.max(widths.least, ...cells.map(wide)) + 2);
}

function aboutSheet(table: Table, { columns, rows }: { columns: Column[]; rows: Cell[][] }, info: PackageInfo) {
  const line = (...cells: string[]): Row =>
    cells.map((value) => ({ value, type: String, alignVertical: 'top', wrap: true }));
  return {
    data: [
      [heading(table.title), heading(`${rows.length}行`)],
      line('出自', info.title),
      line('网址', info.homepage),
      line('最后更新', `${info.updated}（北京时间）`),
      line('使用许可', licenceText(info.licence)),
      line('说明', info.description),
      line('空格子', '没有查到，不是零'),
      line('日期里的 XX', '没有查到的月、日'),
      [heading('列'), heading('意思')],
      ...columns.map(({ title, meaning, unit }) => line(title, unit ? `${meaning}，单位${unit}` : meaning)),
    ],
    columns: [{ width: 20 }, { width: 90 }],
  };
}
