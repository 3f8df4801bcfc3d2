import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { sectionsOf } from '#domain/model/body.ts';
import { byName } from '#domain/model/by-name.ts';
import { ContentError } from '#domain/model/faults.ts';
import type { Content, ContentKind, Fault, LocatedEntry, PermitRows, Row, Unreadable } from '#domain/model/types.ts';
import { type Settings, type SettingsName, settingsFiles, settingsNames } from '#schemas/city.ts';
import { type CityIds, type PageData, type SourceData, pageSchemas, sourceSchema } from '#schemas/entries.ts';
import { type PageKind, pageKindNames } from '#schemas/kinds.ts';
import { type PermitTable, permitTableNames, permitTables } from '#schemas/permit.ts';
import { type TableData, tableNames, tables } from '#schemas/tables.ts';
import { type TextFile, readFolder, readText, shownPath } from './files.ts';
import { parseMdx } from './mdx.ts';
import { parseYaml, shape } from './yaml.ts';

/** What was read of a folder or a table, and what is wrong with it. */
export interface Read<T> {
  items: T[];
  faults: Fault[];
  unreadable: Unreadable[];
}

/** What the desk (scripts/desk) needs of reading: what is being written is read as if it were on disk. */
export interface Draft {
  /** Texts by path, instead of the files'; undefined: as if there were no such file. */
  texts: ReadonlyMap<string, string | undefined>;
  /** What was read of a text, by path: a text that is the same is not read again. */
  kept: Map<string, { text: string; read: unknown }>;
}

/** Reads both trees from disk. Whatever is not well formed is left out and named in `faults`. */
export function readContent(contentDir: string, dataDir: string, draft?: Draft): { content: Content; faults: Fault[] } {
  const faults: Fault[] = [];
  const unreadable: Unreadable[] = [];
  const take = <T>(read: Read<T>): T[] => {
    faults.push(...read.faults);
    unreadable.push(...read.unreadable);
    return read.items;
  };
  const settings = byName<Content['settings']>(
    settingsNames,
    (name: SettingsName) => take(readSettings(dataDir, name))[0],
  );
  const rows = byName<Pick<Content, keyof TableData>>(tableNames, (name: keyof TableData) =>
    take<unknown>(readTable(dataDir, name, draft)),
  );
  const ids = readCityIds(dataDir);
  const names = JSON.stringify(ids);
  // Headers are read by what the city has.
  if (draft && draft.kept.get('')?.text !== names) draft.kept.clear();
  draft?.kept.set('', { text: names, read: undefined });
  const content: Content = {
    ...byName<Pick<Content, PageKind>>(pageKindNames, (kind: PageKind) =>
      take<unknown>(readPages(contentDir, kind, ids, draft)),
    ),
    settings,
    sources: take(readSources(contentDir, draft)),
    ...rows,
    permit: byName<PermitRows>(permitTableNames, (name: PermitTable) =>
      take<unknown>(readPermitTable(dataDir, name, draft)),
    ),
    unreadable,
  };
  return { content, faults };
}

/** All pages of one kind; `ids` are those of the city that headers may name. */
export function readPages<K extends PageKind>(
  contentDir: string,
  kind: K,
  ids: CityIds,
  draft?: Draft,
): Read<LocatedEntry<PageData[K]>> {
  const schema = pageSchemas(ids)[kind] as unknown as z.ZodType<PageData[K]>;
  return readEach(contentDir, kind, '.mdx', draft, (file) => readEntry(file, schema));
}

export function readSources(contentDir: string, draft?: Draft): Read<Row<SourceData>> {
  return readEach(contentDir, 'sources', '.yaml', draft, ({ id, path, text }) => {
    const yaml = parseYaml(text, path, 1);
    const { data, faults } = shape(sourceSchema, yaml, path);
    return { item: data && { id, path, lineOf: yaml.lineOf, data }, faults };
  });
}

/** One of the files of one thing each (data/city/). */
export function readSettings<K extends SettingsName>(dataDir: string, name: K): Read<Row<Settings[K]>> {
  const { file, schema } = settingsFiles[name];
  const path = shownPath(join(dataDir, file));
  const text = readText(join(dataDir, file));
  if (typeof text !== 'string') return { items: [], faults: [text], unreadable: [{ kind: 'settings' }] };
  const yaml = parseYaml(text, path, 1);
  const { data, faults } = shape(schema as unknown as z.ZodType<Settings[K]>, yaml, path);
  if (data === undefined) return { items: [], faults, unreadable: [{ kind: 'settings' }] };
  return { items: [{ id: name, path, lineOf: yaml.lineOf, data }], faults: [], unreadable: [] };
}

/** What headers may name of the city; undefined where its file cannot be read. */
export function readCityIds(dataDir: string): CityIds {
  const read = (name: 'roles' | 'counties' | 'levels') => {
    const { items, unreadable } = readTable(dataDir, name);
    return unreadable.length > 0 ? undefined : items.map(({ id }) => id);
  };
  const city = readSettings(dataDir, 'city').items[0]?.data;
  return { roles: read('roles'), counties: read('counties'), levels: read('levels'), city };
}

/** City, document and words, for whoever cannot do without: throws what is wrong with them. */
export function needSettings(dataDir: string): Settings {
  const faults: Fault[] = [];
  const settings = byName<Partial<Settings>>(settingsNames, (name: SettingsName) => {
    const { items, faults: own } = readSettings(dataDir, name);
    faults.push(...own);
    return items[0]?.data;
  });
  if (faults.length > 0) throw new ContentError(faults);
  return settings as Settings;
}

export function readTable<K extends keyof TableData>(dataDir: string, name: K, draft?: Draft): Read<Row<TableData[K]>> {
  const schema = tables[name].schema as unknown as z.ZodType<TableData[K]>;
  return readRows(join(dataDir, tables[name].file), name, schema, draft);
}

export function readPermitTable<K extends PermitTable>(
  dataDir: string,
  name: K,
  draft?: Draft,
): Read<PermitRows[K][number]> {
  const { file, schema } = permitTables[name];
  const rows = readRows(join(dataDir, 'permit', file), 'permit', schema as unknown as z.ZodType<{ id: string }>, draft);
  return rows as unknown as Read<PermitRows[K][number]>;
}

/** Whether a table holds any row, without reading it through. */
export function hasRows(dataDir: string, file: string): boolean {
  const text = readText(join(dataDir, file));
  const written = typeof text === 'string' ? text.replaceAll(/^\s*#.*$/gmu, '').trim() : '';
  return written !== '' && written !== '[]';
}

/** Whether there is any file of a kind. */
export function hasFiles(contentDir: string, kind: ContentKind): boolean {
  const folder = join(contentDir, kind);
  return existsSync(folder) && readFolder(folder, kind === 'sources' ? '.yaml' : '.mdx').files.length > 0;
}

/** undefined means that the faults say why. */
interface ReadOne<T> {
  item: T | undefined;
  faults: Fault[];
}

function readEach<T>(
  contentDir: string,
  kind: ContentKind,
  extension: '.mdx' | '.yaml',
  draft: Draft | undefined,
  read: (file: TextFile) => ReadOne<T>,
): Read<T> {
  // Nothing written of a kind: the folder may be missing, as Git keeps no empty ones.
  const folder = join(contentDir, kind);
  if (existsSync(contentDir) && !existsSync(folder)) return { items: [], faults: [], unreadable: [] };
  const { files: found, faults } = readFolder(folder, extension);
  const files = draft ? withDraft(found, shownPath(folder), extension, draft.texts) : found;
  const unreadable: Unreadable[] = faults.map(({ path }) => ({ kind, id: basename(path, extension) }));
  const items = files.flatMap((file) => {
    const { item, faults: own } = keeping(draft, file.path, file.text, () => read(file));
    faults.push(...own);
    if (item === undefined) unreadable.push({ kind, id: file.id });
    return item ?? [];
  });
  return { items, faults, unreadable };
}

/** The files of a folder with what is being written; a new one stands where its path belongs. */
function withDraft(files: TextFile[], folder: string, extension: string, texts: Draft['texts']): TextFile[] {
  const changed = files
    .filter(({ path }) => !texts.has(path) || texts.get(path) !== undefined)
    .map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  for (const [path, text] of texts) {
    if (text === undefined || !path.startsWith(`${folder}/`) || files.some((file) => file.path === path)) continue;
    changed.push({ id: basename(path, extension), path, text });
  }
  return changed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function keeping<T>(draft: Draft | undefined, path: string, text: string, read: () => T): T {
  const last = draft?.kept.get(path);
  if (last?.text === text) return last.read as T;
  const now = read();
  draft?.kept.set(path, { text, read: now });
  return now;
}

function readEntry<T>({ id, path, text }: TextFile, schema: z.ZodType<T>): ReadOne<LocatedEntry<T>> {
  const parts = splitFrontMatter(text);
  if (!parts) {
    const [problem, remedy] = ['没有文件头', '文件第一行写 ---，写完各项后再写一行 ---'];
    return { item: undefined, faults: [{ severity: 'error', path, line: 1, field: '文件头', problem, remedy }] };
  }
  const yaml = parseYaml(parts.header, path, 2);
  const front = shape(schema, yaml, path);
  const { body, faults } = parseMdx(parts.prose, path, parts.proseLine);
  if (faults.length === 0 && sectionsOf(body).length === 0) {
    const [problem, remedy] = ['没有正文', '在文件头后面写正文，标题用 ##'];
    faults.push({ severity: 'error', path, line: parts.proseLine, field: '正文', problem, remedy });
  }
  const all = [...front.faults, ...faults];
  if (front.data === undefined || all.length > 0) return { item: undefined, faults: all };
  return { item: { id, path, lineOf: yaml.lineOf, data: front.data, body }, faults: [] };
}

/** Header (文件头) and prose of a file, with the line of the file on which the prose begins; undefined without a header. */
export function splitFrontMatter(text: string): { header: string; prose: string; proseLine: number } | undefined {
  const parts = /^---\n([\s\S]*?\n)---[ \t]*(?:\n|$)([\s\S]*)$/.exec(text);
  if (!parts) return undefined;
  const [, header = '', prose = ''] = parts;
  return { header, prose, proseLine: header.split('\n').length + 2 };
}

function readRows<T extends { id: string }>(
  file: string,
  kind: ContentKind,
  schema: z.ZodType<T>,
  draft?: Draft,
): Read<Row<T>> {
  const path = shownPath(file);
  const text = draft?.texts.get(path) ?? readText(file);
  if (typeof text !== 'string') return { items: [], faults: [text], unreadable: [{ kind }] };
  return keeping(draft, path, text, () => readRowsOf(text, path, kind, schema));
}

function readRowsOf<T extends { id: string }>(
  text: string,
  path: string,
  kind: ContentKind,
  schema: z.ZodType<T>,
): Read<Row<T>> {
  const yaml = parseYaml(text, path, 1);
  // An empty file, or one of comments alone, is an empty table.
  const { data, faults } = shape(z.array(schema), { ...yaml, value: yaml.value ?? [] }, path);
  if (data === undefined) return { items: [], faults, unreadable: [{ kind }] };
  const items = data.map((row, index) => ({
    id: row.id,
    path,
    lineOf: (field: readonly PropertyKey[]) => yaml.lineOf([index, ...field]),
    data: row,
  }));
  return { items, faults, unreadable: [] };
}
