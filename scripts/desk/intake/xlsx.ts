import type { Element } from '@xmldom/xmldom';
import { zipSync } from 'fflate';
import { columnName } from '#render/case-form.ts';
import { escaped } from '#render/escaped.ts';
import {
  type Cell,
  type Comment,
  type Parts,
  type ReadDocument,
  addPart,
  addType,
  attributeOf,
  author,
  below,
  office,
  parsePart,
  within,
  writePart,
} from './open-document.ts';

/** Reads the first sheet of a workbook. */
export function readXlsx(parts: Parts): ReadDocument {
  const name = firstSheet(parts);
  const sheet = parsePart(parts, name);
  const shared = parsePart(parts, 'xl/sharedStrings.xml');
  const strings = shared ? below(shared, 'si').map(richText) : [];
  const dates = dateStyles(parts);
  const rows = (sheet ? below(sheet, 'row') : []).map((row): Cell[] => {
    const cells: Cell[] = [];
    for (const one of within(row, 'c')) {
      const at = attributeOf(one, 'r');
      const place = columnOf(at);
      if (place > 60) break;
      while (cells.length < place) cells.push({ at: `${columnName(cells.length)}${attributeOf(row, 'r')}`, text: '' });
      cells.push({ at, text: valueOf(one, strings, dates).trim() });
    }
    return cells;
  });
  return {
    rows,
    isLoose: () => false,
    pictures: Object.entries(parts).flatMap(([part, bytes]) =>
      /^xl\/media\/.*\.(?:jpe?g|png|webp)$/i.test(part) ? [bytes] : [],
    ),
    commented: (comments) => withComments(parts, name, comments),
  };
}

function firstSheet(parts: Parts): string {
  const workbook = parsePart(parts, 'xl/workbook.xml');
  const id =
    workbook &&
    below(workbook, 'sheet').map((one) => [...one.attributes].find(({ name }) => /:id$/.test(name))?.value)[0];
  const rels = parsePart(parts, 'xl/_rels/workbook.xml.rels');
  const target =
    rels &&
    below(rels, 'Relationship')
      .find((one) => attributeOf(one, 'Id') === id)
      ?.getAttribute('Target');
  if (target === undefined || target === null) return 'xl/worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** B12 → 1. */
const columnOf = (at: string) =>
  Array.from(at.replace(/\d+$/, '')).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Text in runs; readings above the characters are no part of it. */
const richText = (node: Element) =>
  below(node, 't')
    .filter((one) => (one.parentNode as Element).localName !== 'rPh')
    .map((one) => one.textContent ?? '')
    .join('');

function valueOf(cell: Element, strings: readonly string[], dates: ReadonlySet<number>): string {
  const raw = within(cell, 'v')[0]?.textContent ?? '';
  switch (attributeOf(cell, 't')) {
    case 's':
      return strings[Number(raw)] ?? '';
    case 'inlineStr':
      return richText(cell);
    case 'str':
      return raw;
    case 'e':
    case 'b':
      return '';
    default: {
      if (raw === '') return '';
      const number = Number(raw);
      if (dates.has(Number(attributeOf(cell, 's') || 0))) return dayOf(number);
      // Sheets keep fifteen digits; the sixteenth is an artefact.
      return String(Number(number.toPrecision(15)));
    }
  }
}

/** A day as sheets count them, from 1899-12-30. */
const dayOf = (count: number) =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(count) * 86_400_000).toISOString().slice(0, 10);

/** Styles of cells that show a day. */
function dateStyles(parts: Parts): Set<number> {
  const styles = parsePart(parts, 'xl/styles.xml');
  const list = styles && below(styles, 'cellXfs')[0];
  if (!styles || !list) return new Set();
  const own = new Map(
    below(styles, 'numFmt').map((one) => [Number(attributeOf(one, 'numFmtId')), attributeOf(one, 'formatCode')]),
  );
  const isDate = (format: number) =>
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 50 && format <= 58) ||
    /[ymd年月日]/i.test((own.get(format) ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|General/gi, ''));
  return new Set(within(list, 'xf').flatMap((xf, n) => (isDate(Number(attributeOf(xf, 'numFmtId'))) ? [n] : [])));
}

/** The workbook with comments; of the old kind, which every program shows. They need a drawing of their boxes beside them. */
function withComments(parts: Parts, sheetName: string, comments: readonly Comment[]): Uint8Array {
  const made: Parts = { ...parts };
  const sheet = parsePart(parts, sheetName);
  const root = sheet?.documentElement;
  if (!sheet || !root || comments.length === 0) return zipSync(parts);
  const byCell = Map.groupBy(comments, ({ cell }) => cell);
  const encode = (text: string) => new TextEncoder().encode(text);
  const list = [...byCell].map(
    ([cell, all]) =>
      `<comment ref="${cell}" authorId="0"><text><r><t xml:space="preserve">${escaped(all.map(({ text }) => text).join('\n'))}</t></r></text></comment>`,
  );
  made['xl/comments-desk.xml'] = encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${office}/spreadsheetml/2006/main"><authors><author>${author}</author></authors><commentList>${list.join('')}</commentList></comments>`,
  );
  const boxes = [...byCell.keys()].map((cell, n) => {
    const [x, y] = [columnOf(cell), Number(/\d+$/.exec(cell)?.[0] ?? 1) - 1];
    return `<v:shape id="_x0000_s${1025 + n}" type="#_x0000_t202" style="position:absolute;width:220pt;height:70pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${x + 1}, 15, ${y}, 2, ${x + 4}, 15, ${y + 5}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${y}</x:Row><x:Column>${x}</x:Column></x:ClientData></v:shape>`;
  });
  made['xl/drawings/desk.vml'] = encode(
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`,
  );
  const relsName = sheetName.replace(/([^/]+)$/, '_rels/$1.rels');
  addPart(made, relsName, 'comments', '/xl/comments-desk.xml');
  const id = addPart(made, relsName, 'vmlDrawing', '/xl/drawings/desk.vml');
  for (const old of within(root, 'legacyDrawing')) root.removeChild(old);
  const drawing = sheet.createElementNS(root.namespaceURI, 'legacyDrawing');
  drawing.setAttributeNS(`${office}/officeDocument/2006/relationships`, 'r:id', id);
  // The order of what follows the cells is fixed.
  const later = [
    'legacyDrawingHF',
    'drawingHF',
    'picture',
    'oleObjects',
    'controls',
    'webPublishItems',
    'tableParts',
    'extLst',
  ];
  const next = [...root.childNodes].find(
    (child) => child.nodeType === 1 && later.includes((child as Element).localName ?? ''),
  );
  root.insertBefore(drawing, next ?? null);
  made[sheetName] = writePart(sheet);
  addType(made, '/xl/comments-desk.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml');
  addType(made, '', 'application/vnd.openxmlformats-officedocument.vmlDrawing', 'vml');
  return zipSync(made, { level: 6 });
}
