import { caseForm, formLabel, notForTheSite } from '#render/case-form.ts';
import { pageKinds } from '#schemas/kinds.ts';
import type { Cell, ReadDocument } from './open-document.ts';

/** What stands in a form: texts of its fields, rows of its tables, each with its cell. */
export interface FilledForm {
  isForm: boolean;
  fields: Map<string, Cell>;
  tables: Map<string, Map<string, Cell>[]>;
  /** Paragraphs of each section. */
  sections: Map<string, Cell[]>;
  notUnderstood: Cell[];
}

const emptyForm = (): FilledForm => ({
  isForm: false,
  fields: new Map(),
  tables: new Map(),
  sections: new Map(),
  notUnderstood: [],
});

/** A label as it is compared: first line, without marks and spaces. */
const plain = (text: string) => (text.split('\n')[0] ?? '').replaceAll(/[\s*＊:：]/g, '');

/** Reads a form by the names of its rows and columns; a document without them as free text, by its headings. */
export function readForm(document: ReadDocument): FilledForm {
  const form = caseForm();
  const singles = new Map([...form.fields, ...form.sections].map((field) => [plain(formLabel(field)), field.key]));
  const sectionKeys = new Set(form.sections.map(({ key }) => key));
  const tables = new Map(form.tables.map((table) => [plain(table.label), table]));
  const ignored = new Set<string>(notForTheSite);
  const filled = emptyForm();
  let announced: (typeof form.tables)[number] | undefined;
  let columns: (string | undefined)[] | undefined;
  let rows: Map<string, Cell>[] = [];
  const isOwn = new Set(['案例申报表', '正文', '照片贴在这下面', ...tables.keys()]);
  const seen: Cell[] = [];
  for (const row of document.rows) {
    const [first, second] = row;
    if (!first) continue;
    const label = plain(first.text);
    const table = tables.get(label);
    if (table && row.length <= 2) {
      announced = table;
      columns = undefined;
    } else if (label === '序号') {
      const labels = row.map(({ text }) => plain(text));
      const found =
        announced ??
        form.tables.find((one) => one.columns.every((column) => labels.includes(plain(formLabel(column)))));
      columns = labels.map((text) => found?.columns.find((column) => plain(formLabel(column)) === text)?.key);
      rows = [];
      if (found) filled.tables.set(found.key, rows);
      announced = undefined;
      filled.isForm = true;
    } else if (second && singles.has(label)) {
      columns = undefined;
      filled.isForm = true;
      const key = singles.get(label) ?? '';
      if (sectionKeys.has(key)) filled.sections.set(key, [second]);
      else filled.fields.set(key, second);
    } else if (ignored.has(label)) {
      columns = undefined;
    } else if (columns && row.length > 1) {
      const names = columns;
      const values = row.flatMap((cell, n): [string, Cell][] => (names[n] === undefined ? [] : [[names[n], cell]]));
      if (values.some(([, { text }]) => text !== '')) rows.push(new Map(values));
    } else seen.push(...row.filter(({ text }) => text !== '' && !isOwn.has(plain(text))));
  }
  if (filled.isForm) {
    // What the form itself says outside its tables is known; the rest is somebody's addition.
    filled.notUnderstood = seen.filter(
      ({ text }) => !/^(?:带 \* 的必须填|只写见诸报道|照片贴在文件末尾|正文里要用的|一个数字一条)/.test(text),
    );
    return filled;
  }
  return readFree(document);
}

/** A document that is no form: its title, and what stands below the headings of a case. */
function readFree(document: ReadDocument): FilledForm {
  const filled = emptyForm();
  const headings = Object.entries<{ label: string }>(pageKinds.cases.headings);
  let section: string | undefined;
  for (const row of document.rows) {
    for (const cell of row) {
      if (cell.text === '') continue;
      const heading = headings.find(
        ([, { label }]) => plain(cell.text).replace(/^[一二三四五六七八九十\d（()）、.．]+/, '') === label,
      );
      if (heading) [section] = heading;
      else if (
        !filled.fields.has('title') &&
        document.isLoose(row) &&
        (cell.heading !== undefined || cell.text.length <= 40)
      )
        filled.fields.set('title', cell);
      else {
        // Without a heading it may be anything: it is kept where a clerk sees it first, and marked.
        if (section === undefined || !document.isLoose(row)) filled.notUnderstood.push(cell);
        const key = section ?? 'problem';
        filled.sections.set(key, [...(filled.sections.get(key) ?? []), cell]);
      }
    }
  }
  return filled;
}
