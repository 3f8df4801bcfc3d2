import { zipSync } from 'fflate';
import { caseSchema, sourceSchema } from '#schemas/entries.ts';
import { fieldLabel } from '#schemas/field-labels.ts';
import { pageKinds } from '#schemas/kinds.ts';
import { escaped } from './escaped.ts';

/**
 * The form on which an office or a village hands in a case (案例申报表), as a Word document and as a sheet. Rows and columns
 * are fields of the schemas under the names of field-labels.ts; the desk reads them back by these names.
 */
export interface FormField {
  key: string;
  label: string;
  help: string;
  required: boolean;
}
export interface CaseForm {
  /** One row each. */
  fields: readonly FormField[];
  /** One row each, several paragraphs: the sections of the page. */
  sections: readonly FormField[];
  /** A table each; `rows` are left empty. */
  tables: readonly { key: string; label: string; help: string; columns: readonly FormField[]; rows: number }[];
}

export const caseFormTitle = '案例申报表';

/** Kept for the office alone: nothing in these rows is read. */
export const notForTheSite = ['填表单位', '联系电话'] as const;

const helps: Readonly<Record<string, string>> = {
  places: '写镇、村的名称，几个用顿号分开。',
  themes: '和哪几篇政策导读有关，写导读的名称，几个用顿号分开。',
  'results.source': '写下面出处的序号，例如 1。',
  'facts.source': '写下面出处的序号，例如 1。',
  problem: '原来是什么情形。每段后面写明出处，例如（出处1）。',
  done: '谁做了什么、怎么做的。每段后面写明出处，例如（出处1）。',
  lessons: '你们自己的想法，不写出处。',
  unknown: '一行一件：还没有查到、没有数字的事。',
};

const isRequired = (schema: { safeParse: (value: unknown) => { success: boolean } }) =>
  !schema.safeParse(undefined).success;

type Shape = Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>>;

function fieldsOf(shape: Shape, path: readonly string[], keys: readonly string[]): FormField[] {
  return keys.flatMap((key): FormField[] => {
    const schema = shape[key];
    if (!schema) return [];
    const named = fieldLabel([...path, key]);
    const help = helps[[...path.slice(1), key].join('.')] ?? named?.help ?? '';
    return [{ key, label: named?.label ?? key, help, required: isRequired(schema) }];
  });
}

export function caseForm(): CaseForm {
  const { shape } = caseSchema;
  const headings = Object.entries<{ label: string; required: boolean }>(pageKinds.cases.headings);
  const table = (key: string, columns: FormField[], rows: number) => {
    const named = fieldLabel(['cases', key]);
    return { key, label: named?.label ?? key, help: named?.help ?? '', columns, rows };
  };
  return {
    fields: fieldsOf(shape, ['cases'], ['title', 'summary', 'date', 'places', 'themes', 'asks', 'actions']),
    sections: headings.map(([key, { label, required }]) => ({
      key,
      label: `正文：${label}`,
      help: helps[key] ?? '',
      required,
    })),
    tables: [
      table(
        'results',
        fieldsOf(
          shape.results.unwrap().element.shape,
          ['cases', 'results'],
          ['label', 'value', 'unit', 'asOf', 'source', 'note'],
        ),
        6,
      ),
      table(
        'facts',
        fieldsOf(shape.facts.unwrap().element.shape, ['cases', 'facts'], ['label', 'value', 'unit', 'asOf', 'source']),
        6,
      ),
      table(
        'sources',
        fieldsOf(sourceSchema.shape, ['sources'], ['title', 'outlet', 'date', 'url', 'author', 'find']),
        6,
      ),
      table(
        'photos',
        ['alt', 'author', 'date', 'licence'].map((key) => {
          const named = fieldLabel(['photo', key]);
          return { key, label: named?.label ?? key, help: named?.help ?? '', required: true };
        }),
        3,
      ),
    ].map((one) =>
      one.key === 'photos' ? { ...one, label: '照片', help: '照片贴在文件末尾，第几张写在第几行。' } : one,
    ),
  };
}

/** Name of a row or column on the form. */
export const formLabel = ({ label, required }: FormField) => (required ? `${label} *` : label);

const intro = [
  '带 * 的必须填；查不到的空着，不要猜。别的项目不要改名，行不够就加行。',
  '只写见诸报道或公开文件的事，数字写明哪一年、哪个出处。个人的姓名、电话、住址不要写进案例。',
];

// A fixed time: the same schemas make the same bytes.
const mtime = new Date('2026-01-01T00:00:00');
const zipped = (files: Record<string, string>) => {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { level: 9, mtime }));
};
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';
const rels = (lines: string) =>
  `${xml}<Relationships xmlns="${office}/package/2006/relationships">${lines}</Relationships>`;
const rel = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** 案例申报表.docx */
export function caseFormDocx(): Uint8Array<ArrayBuffer> {
  const { fields, sections, tables } = caseForm();
  const run = (text: string, style = '') =>
    `<w:r>${style === '' ? '' : `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const grey = '<w:color w:val="595959"/><w:sz w:val="18"/>';
  const paragraph = (runs: string, style = '') =>
    `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;
  const cell = (width: number, content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const grid = (widths: number[], rows: string) =>
    `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`;
  const named = (field: FormField) =>
    paragraph(run(formLabel(field), '<w:b/>')) + (field.help === '' ? '' : paragraph(run(field.help, grey)));
  const row = (field: FormField, lines: number) =>
    `<w:tr>${cell(3000, named(field))}${cell(6600, paragraph('').repeat(lines))}</w:tr>`;
  const own = notForTheSite.map(
    (label) =>
      `<w:tr>${cell(3000, paragraph(run(label, '<w:b/>')) + paragraph(run('只用来联系，不进网站。', grey)))}${cell(6600, paragraph(''))}</w:tr>`,
  );
  const list = tables.map(({ label, help, columns, rows }) => {
    const widths = [700, ...columns.map(() => Math.floor(8900 / columns.length))];
    const head = `<w:tr>${cell(700, paragraph(run('序号', '<w:b/>')))}${columns.map((column) => cell(widths[1] ?? 0, named(column))).join('')}</w:tr>`;
    const blank = Array.from(
      { length: rows },
      (_, n) =>
        `<w:tr>${cell(700, paragraph(run(String(n + 1))))}${columns.map(() => cell(widths[1] ?? 0, paragraph(''))).join('')}</w:tr>`,
    );
    return `${paragraph(run(label), 'Heading')}${help === '' ? '' : paragraph(run(help, grey))}${grid(widths, head + blank.join(''))}`;
  });
  const body = [
    paragraph(run(caseFormTitle), 'Title'),
    ...intro.map((text) => paragraph(run(text))),
    grid([3000, 6600], own.join('') + fields.map((field) => row(field, 1)).join('')),
    paragraph(run('正文'), 'Heading'),
    grid([3000, 6600], sections.map((field) => row(field, 3)).join('')),
    ...list,
    paragraph(run('照片贴在这下面', grey)),
  ].join('');
  const style = (id: string, name: string, more: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8D8674"/>`)
    .join('');
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  return zipped({
    '[Content_Types].xml': `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
    '_rels/.rels': rels(rel('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': rels(rel('rId1', 'styles', 'styles.xml')),
    'word/document.xml': `${xml}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/styles.xml': `${xml}<w:styles xmlns:w="${office}/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="宋体"/><w:sz w:val="22"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Title', 'Title', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr>')}${style('Heading', 'heading 2', '<w:pPr><w:spacing w:before="240" w:after="80"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr>')}<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${border}</w:tblBorders></w:tblPr></w:style></w:styles>`,
  });
}

/** Letters of a column, from 0: A, B, … */
export const columnName = (n: number): string =>
  (n < 26 ? '' : columnName(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** 案例申报表.xlsx: the cells to fill in are text, so that a date or a number stays as it was typed. */
export function caseFormXlsx(): Uint8Array<ArrayBuffer> {
  const { fields, sections, tables } = caseForm();
  const styles = { plain: 0, bold: 1, entry: 2, help: 3 } as const;
  const rows: [text: string, style: keyof typeof styles][][] = [];
  const named = (field: FormField): [string, keyof typeof styles][] => [
    [formLabel(field), 'bold'],
    ['', 'entry'],
    [field.help, 'help'],
  ];
  rows.push([[caseFormTitle, 'bold']], ...intro.map((text): [string, 'plain'][] => [[text, 'plain']]), []);
  for (const label of notForTheSite)
    rows.push([
      [label, 'bold'],
      ['', 'entry'],
      ['只用来联系，不进网站。', 'help'],
    ]);
  for (const field of [...fields, ...sections]) rows.push(named(field));
  for (const { label, help, columns, rows: count } of tables) {
    rows.push(
      [],
      [
        [label, 'bold'],
        [help, 'help'],
      ],
      [['序号', 'bold'], ...columns.map((column): [string, 'bold'] => [formLabel(column), 'bold'])],
    );
    for (let n = 1; n <= count; n += 1)
      rows.push([[String(n), 'plain'], ...columns.map((): [string, 'entry'] => ['', 'entry'])]);
  }
  const cells = rows.map((row, y) => {
    const made = row.map(([text, style], x) => {
      const at = `r="${columnName(x)}${y + 1}" s="${styles[style]}"`;
      return text === ''
        ? `<c ${at}/>`
        : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
    });
    return `<row r="${y + 1}">${made.join('')}</row>`;
  });
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const ns = `xmlns="${office}/spreadsheetml/2006/main"`;
  const xf = (font: number, format: number) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
  return zipped({
    '[Content_Types].xml': `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
    '_rels/.rels': rels(rel('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': rels(
      rel('rId1', 'worksheet', 'worksheets/sheet1.xml') + rel('rId2', 'styles', 'styles.xml'),
    ),
    'xl/workbook.xml': `${xml}<workbook ${ns} xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="案例" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${xml}<worksheet ${ns}><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="48" customWidth="1"/><col min="3" max="7" width="28" customWidth="1"/></cols><sheetData>${cells.join('')}</sheetData></worksheet>`,
    // 49 is the format of text.
    'xl/styles.xml': `${xml}<styleSheet ${ns}><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><sz val="9"/><color rgb="FF595959"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">${xf(0, 0)}${xf(1, 0)}${xf(0, 49)}${xf(2, 0)}</cellXfs></styleSheet>`,
  });
}
