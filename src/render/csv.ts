/** A cell's value; null is an empty cell, a list several values in one. */
export type Cell = string | number | null | readonly string[];

/** Several values in one cell. */
export const joined = (values: readonly string[]): string => values.join('；');

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** Text that Excel, WPS or LibreOffice take for something else when they open a CSV. */
const turned = [
  // A formula, full width in Chinese Excel too.
  /^[=+\-@＝＋－＠\t\r]/,
  // A date, a time, a fraction: 2-4-1, 1/2, 8:30, 2016.2.6. A whole ISO date stays what it is.
  /^(?!\d{4}-\d\d-\d\d$)\d+(?:\s*[-/:]\s*\d+)+$/,
  /^\d+(?:\.\d+){2,}$/,
  /^\d+年\d+月\d+日$/,
  new RegExp(`^(?:\\d+[-\\s/]?)?${month}[-\\s/]?\\d+$|^\\d+[-\\s/]?${month}$`, 'i'),
  // A number that comes out another: 007, 1,200, 1.20, 5%, 1e5, more digits than are kept.
  /^0\d+$|^\d[\d,]*,\d{3}$|^\d+\.\d*0$|^[\d.]+\s*[%％]$|^\d[\d.]*e[+-]?\d+$|^\d{12,}$/i,
  /^(?:true|false)$/i,
];

/** Text as a spreadsheet leaves it alone: what it would turn into something else begins with an apostrophe. */
export const leftAlone = (text: string): string => (turned.some((form) => form.test(text)) ? `'${text}` : text);

/** RFC 4180 with a byte order mark, so that spreadsheets read the Chinese right. */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const textOf = (cell: Cell) => {
    if (cell === null) return '';
    return typeof cell === 'number' ? String(cell) : leftAlone(typeof cell === 'string' ? cell : joined(cell));
  };
  const quote = (cell: Cell) => {
    const text = textOf(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${[columns, ...rows].map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
}
