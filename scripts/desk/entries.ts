import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { beyond, checkAll } from '#content-io/load.ts';
import { sortFaults } from '#domain/model/faults.ts';
import type { Content, Fault } from '#domain/model/types.ts';
import { readText, shownPath } from '#content-io/files.ts';
import { checkPhotos } from '#content-io/photos.ts';
import { type Draft, readContent, splitFrontMatter } from '#content-io/read.ts';
import { LineCounter, type Node, isMap, isSeq, parseDocument } from 'yaml';
import { pageKinds } from '#schemas/kinds.ts';
import { beijingNow } from '../../src/build/clock.ts';
import type { Collection } from './collections.ts';
import { type Field, fieldsOf, orderOf } from './fields.ts';
import { type FormGroup, fromForm } from './form-values.ts';
import { openFile, rewriteFile } from './source-file.ts';
import { Refusal, bytesOf, confined, digestOf } from './store.ts';

/** What is written by the desk itself, at saving. */
const ownFields: ReadonlySet<string> = new Set(['published', 'updated', 'changes']);

/** What a form sends. */
export interface Sent {
  /** File name of a new page or source. */
  id: string;
  form: FormGroup;
  body: string;
  /** State of the entry when it was opened; empty for a new one. */
  base: string;
  /** 改了什么; empty: the same change as the last note. */
  note: string;
  corrects?: { was: string; since: string };
}

/** An entry as it stands on disk. */
export interface Opened {
  value: Record<string, unknown>;
  prose: string;
  digest: string;
  path: string;
}

/** What would be written, and what is wrong with it. */
export interface Candidate {
  file: string;
  path: string;
  text: string;
  isNew: boolean;
  faults: EntryFault[];
  /** Errors elsewhere that come with it. */
  elsewhere: Fault[];
}
export interface EntryFault extends Fault {
  /** Path of the field from the entry, or 正文 with a line of the prose. */
  at: readonly (string | number)[];
  proseLine?: number;
}

/** Reads, checks and makes entries of content. `shadow` is a copy of all content with what is being written: the preview shows it. */
export class Entries {
  readonly contentDir: string;
  readonly dataDir: string;
  readonly #kept: Draft['kept'] = new Map();
  constructor(contentDir: string, dataDir: string) {
    this.contentDir = contentDir;
    this.dataDir = dataDir;
  }

  /** Everything that can be read now. */
  content(texts: Draft['texts'] = new Map()): { content: Content; faults: Fault[] } {
    return readContent(this.contentDir, this.dataDir, { texts, kept: this.#kept });
  }

  async allFaults(texts?: Draft['texts']): Promise<Fault[]> {
    const { content, faults } = this.content(texts);
    const agreed = checkAll(content, this.dataDir, { now: beijingNow() });
    return sortFaults([...faults, ...beyond(faults, agreed), ...(await checkPhotos(content))]);
  }

  /** Errors that come when a file is no longer there. */
  async brokenWithout(file: string): Promise<Fault[]> {
    const known = new Set((await this.allFaults()).map(identity));
    const after = await this.allFaults(new Map([[shownPath(file), undefined]]));
    return after.filter((fault) => fault.severity === 'error' && !known.has(identity(fault)));
  }

  fields(collection: Collection): Field[] {
    return fieldsOf(collection.schema, collection.fields).filter(
      ({ key }) => collection.kind !== 'page' || !ownFields.has(key),
    );
  }

  fileOf(collection: Collection, id: string): string {
    if (collection.kind === 'row' || collection.kind === 'single')
      return confined(collection.path, [this.contentDir, this.dataDir]);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 80)
      throw new Refusal('编号只用小写字母、数字和连字符，例如 chaluhe');
    const name = `${id}${collection.kind === 'page' ? '.mdx' : '.yaml'}`;
    const found = this.#existing(collection, id);
    return confined(found ?? join(collection.path, name), [this.contentDir, this.dataDir]);
  }

  /** Files may stand in folders below that of their kind. */
  #existing(collection: Collection, id: string): string | undefined {
    const { content } = this.content();
    const kind = collection.key as 'cases';
    const path =
      content[kind].find((one) => one.id === id)?.path ??
      [join(collection.path, `${id}${collection.kind === 'page' ? '.mdx' : '.yaml'}`)].find((one) => existsSync(one));
    return path === undefined ? undefined : join(process.cwd(), relative(process.cwd(), path));
  }

  open(collection: Collection, id: string): Opened | undefined {
    const file = this.fileOf(collection, id);
    const text = readText(file);
    if (typeof text !== 'string') {
      if (!existsSync(file)) return undefined;
      throw new Refusal(`${text.path}：${text.problem} — ${text.remedy}`);
    }
    const parts = openFile(text);
    if (!parts) throw new Refusal(`${shownPath(file)} 的文件头读不出来，先在编辑器里按 npm run check 说的改好`);
    if (collection.kind === 'row') {
      const row = rowsOf(parts.value).find((one) => String(one['id']) === id);
      if (!row) return undefined;
      return { value: row, prose: '', digest: digestOf(JSON.stringify(row)), path: shownPath(file) };
    }
    const value = parts.value as Record<string, unknown>;
    return { value, prose: parts.prose ?? '', digest: digestOf(bytesOf(file) ?? ''), path: shownPath(file) };
  }

  /** The file with what the form says; `noted`: with the note of the change, as it is saved. */
  make(
    collection: Collection,
    id: string | undefined,
    sent: Sent,
    noted: boolean,
  ): Omit<Candidate, 'faults' | 'elsewhere'> {
    const file = this.fileOf(collection, id ?? sent.id);
    const source = bytesOf(file)?.toString('utf-8');
    const fields = fieldsOf(collection.schema, collection.fields);
    const asked = this.fields(collection);
    const order = orderOf(fields, collection.kind === 'row');
    const path = shownPath(file);
    const body = sent.body.replaceAll(/\r\n?/g, '\n');
    if (collection.kind === 'row') {
      const parts = openFile(source ?? '[]\n');
      const rows = rowsOf(parts?.value);
      const place = id === undefined ? -1 : rows.findIndex((one) => String(one['id']) === id);
      const row = fromForm(asked, sent.form, rows[place]);
      const next = place < 0 ? [...rows, row] : rows.with(place, row);
      const empty = rows.length === 0 && source !== undefined ? source.replace(/\[\s*\]\s*$/, '') : source;
      const text = rewriteFile(
        rows.length === 0 ? (empty ?? '') : (source ?? ''),
        { value: next, prose: undefined },
        order,
      );
      return { file, path, text, isNew: source === undefined };
    }
    const now = beijingNow();
    if (source !== undefined && id === undefined) throw new Refusal('这个编号已经有文件了，换一个编号', 409);
    if (source === undefined) {
      const value = fromForm(asked, sent.form, {});
      const dates =
        collection.kind === 'page' ? { published: now, updated: now, changes: [{ date: now, note: '首次发布' }] } : {};
      const header = rewriteFile('', { value: { ...value, ...dates }, prose: undefined }, order);
      const text = collection.kind === 'page' ? `---\n${header}---\n\n${body.trim()}\n` : header;
      return { file, path, text, isNew: true };
    }
    const parts = openFile(source);
    const old = (parts?.value ?? {}) as Record<string, unknown>;
    const value = fromForm(asked, sent.form, old);
    const isChanged =
      JSON.stringify(value) !== JSON.stringify(old) || (collection.kind === 'page' && body !== parts?.prose);
    const told =
      noted && isChanged && collection.kind === 'page' && sent.note !== '' ? this.#noted(value, now, sent) : value;
    const text = rewriteFile(source, { value: told, prose: collection.kind === 'page' ? body : undefined }, order);
    return { file, path, text, isNew: false };
  }

  #noted(value: Record<string, unknown>, now: string, { note, corrects }: Sent): Record<string, unknown> {
    const was =
      corrects && corrects.was.trim() !== ''
        ? { was: corrects.was.trim(), ...(corrects.since && { since: corrects.since }) }
        : undefined;
    const changes = [
      ...(value['changes'] as object[]),
      { date: now, note: note.trim(), ...(was && { corrects: was }) },
    ];
    return { ...value, updated: now, changes };
  }

  /** What is wrong with a candidate: the same checks as `npm run check`, told by its fields. */
  async check(
    collection: Collection,
    id: string | undefined,
    made: Omit<Candidate, 'faults' | 'elsewhere'>,
    aside: string,
  ): Promise<Candidate> {
    mkdirSync(dirname(aside), { recursive: true });
    writeFileSync(aside, made.text);
    const text = readText(aside);
    if (typeof text !== 'string') {
      const fault: EntryFault = { ...text, path: made.path, at: ['正文'], proseLine: 1 };
      rmSync(aside, { force: true });
      return { ...made, faults: [fault], elsewhere: [] };
    }
    const after = await this.allFaults(new Map([[made.path, text]]));
    const range = collection.kind === 'row' ? rowLines(text, id ?? lastId(text)) : undefined;
    const isOwn = ({ path, line }: Fault) => path === made.path && (!range || (line >= range.from && line <= range.to));
    const parts = splitFrontMatter(text);
    const others = after.filter((fault) => !isOwn(fault) && fault.severity === 'error');
    // What was wrong elsewhere already is not this entry's.
    const known = new Set(others.length > 0 ? (await this.allFaults()).map(identity) : []);
    return {
      ...made,
      faults: after.filter(isOwn).map((fault) => placed(fault, collection, range?.place, parts?.proseLine)),
      elsewhere: others.filter((fault) => !known.has(identity(fault))),
    };
  }
}

const identity = ({ path, field, problem }: Fault) => `${path} ${field} ${problem}`;

const rowsOf = (value: unknown) => (Array.isArray(value) ? value : []) as Record<string, unknown>[];

const lastId = (text: string) => String(rowsOf(openFile(text)?.value).at(-1)?.['id']);

/** First and last line of a row of a table, and its place. */
function rowLines(text: string, id: string): { from: number; to: number; place: number } {
  const lines = new LineCounter();
  const list = parseDocument(text, { lineCounter: lines }).contents;
  const items = isSeq(list) ? list.items : [];
  const place = items.findIndex((item) => isMap(item) && String(item.get('id')) === id);
  const lineOf = (n: number) => {
    const item = items[n];
    return isMap(item) ? lines.linePos((item as Node).range?.[0] ?? 0).line : undefined;
  };
  return { from: lineOf(place) ?? 1, to: (lineOf(place + 1) ?? Infinity) - 1, place };
}

function placed(
  fault: Fault,
  collection: Collection,
  row: number | undefined,
  proseLine: number | undefined,
): EntryFault {
  if (fault.field === '正文') {
    return { ...fault, at: ['正文'], proseLine: Math.max(1, fault.line - (proseLine ?? 1) + 1) };
  }
  const at = fault.field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { ...fault, at: collection.kind === 'row' && at[0] === row ? at.slice(1) : at };
}

/** Faults of one page or source by their fields. */
export function placedFaults(faults: readonly Fault[], collection: Collection, text: string): EntryFault[] {
  const parts = splitFrontMatter(text);
  return faults.map((fault) => placed(fault, collection, undefined, parts?.proseLine));
}

/** The prose a new page begins with: its headings. */
export function emptyProse(collection: Collection): string {
  if (collection.kind !== 'page') return '';
  const headings = Object.values<{ label: string; required: boolean }>(pageKinds[collection.key as 'cases'].headings);
  return headings
    .filter(({ required }) => required)
    .map(({ label }) => `## ${label}\n\n`)
    .join('\n');
}

/** Name of an entry in lists. */
export function nameOf(value: Record<string, unknown>, id: string): string {
  for (const key of ['title', 'term', 'name', 'heading', 'text', 'what', 'case', 'for', 'say', 'label'])
    if (typeof value[key] === 'string' && value[key] !== '') return value[key];
  const words = value['synonyms'] ?? value['asks'];
  return Array.isArray(words) ? words.slice(0, 4).join('、') : id;
}

export const idOf = (file: string) => basename(file).replace(/\.(?:mdx|yaml)$/, '');
