import { existsSync, lstatSync } from 'node:fs';
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
import { type TextFile, faultAt, filesIn, meantId, readFolder, readText, rootFaults, shownPath } from './files.ts';
import { parseMdx } from './mdx.ts';
import { badFence } from './slips.ts';
import { readOn } from './strays.ts';
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
  const root = rootFaults(contentDir, [...pageKindNames, 'sources']);
  const noData = noTables(dataDir);
  const faults: Fault[] = noData ? [noData] : [...(root.fatal ? [root.fatal] : root.faults), ...unknownTables(dataDir)];
  const unreadable: Unreadable[] = [];
  const take = <T>(read: Read<T>): T[] => {
    faults.push(...read.faults);
    unreadable.push(...read.unreadable);
    return read.items;
  };
  const settings = byName<Content['settings']>(
    settingsNames,
    (name: SettingsName) => take(noData ? noneOf('settings') : readSettings(dataDir, name))[0],
  );
  const rows = byName<Pick<Content, keyof TableData>>(tableNames, (name: keyof TableData) =>
    take<unknown>(noData ? noneOf(name) : readTable(dataDir, name, draft)),
  );
  const ids = readCityIds(dataDir);
  const names = JSON.stringify(ids);
  // Headers are read by what the city has.
  if (draft && draft.kept.get('')?.text !== names) draft.kept.clear();
  draft?.kept.set('', { text: names, read: undefined });
  const content: Content = {
    ...byName<Pick<Content, PageKind>>(pageKindNames, (kind: PageKind) =>
      take<unknown>(root.fatal ? noneOf(kind) : readPages(contentDir, kind, ids, draft)),
    ),
    settings,
    sources: take(root.fatal ? noneOf('sources') : readSources(contentDir, draft)),
    ...rows,
    permit: byName<PermitRows>(permitTableNames, (name: PermitTable) =>
      take<unknown>(noData ? noneOf('permit') : readPermitTable(dataDir, name, draft)),
    ),
    unreadable,
  };
  return { content, faults };
}

/** One fault where the folder is none of tables, not one for every table that it does not hold. */
function noTables(dataDir: string): Fault | undefined {
  const remedy = '核对 DATA_DIR、CITY_DIR；里面要有 city/、permit/ 和各张表';
  if (!existsSync(dataDir)) return faultAt(dataDir, 'DATA_DIR', '没有这个文件夹', remedy);
  const files = [...Object.values(tables), ...Object.values(settingsFiles)].map(({ file }) => file);
  return files.some((file) => existsSync(join(dataDir, file)))
    ? undefined
    : faultAt(dataDir, 'DATA_DIR', '不是放各张表的文件夹', remedy);
}

/** Tables that nothing reads: their names are misspelt. */
function unknownTables(dataDir: string): Fault[] {
  const known = [...Object.values(tables), ...Object.values(settingsFiles)].map(({ file }): string => file);
  known.push(...Object.values(permitTables).map(({ file }) => `permit/${file}`));
  return ['', 'city', 'permit'].flatMap((folder) =>
    filesIn(join(dataDir, folder))
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
      .filter((name) => /\.ya?ml$/i.test(name) && !known.includes(name))
      .map((name) => ({
        ...faultAt(join(dataDir, name), '文件名', '没有这一张表，没有读', '核对文件名和后缀（.yaml），或移到别处'),
        severity: 'warning',
      })),
  );
}

/** Of a folder that cannot be read nobody knows what it holds. */
const noneOf = (kind: ContentKind): Read<never> => ({ items: [], faults: [], unreadable: [{ kind }] });

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
    const { data, faults, lineOf } = readYaml(text, path, sourceSchema);
    return { item: data && { id, path, lineOf, data }, faults };
  });
}

/** One of the files of one thing each (data/city/). */
export function readSettings<K extends SettingsName>(dataDir: string, name: K): Read<Row<Settings[K]>> {
  const { file, schema } = settingsFiles[name];
  const path = shownPath(join(dataDir, file));
  const text = readText(join(dataDir, file));
  if (typeof text !== 'string') return { items: [], faults: [text], unreadable: [{ kind: 'settings' }] };
  const { data, faults, lineOf } = readYaml(text, path, schema as unknown as z.ZodType<Settings[K]>);
  if (data === undefined) return { items: [], faults, unreadable: [{ kind: 'settings' }] };
  return { items: [{ id: name, path, lineOf, data }], faults, unreadable: [] };
}

/** A file that is YAML alone, in the shape it is to have. */
function readYaml<T>(written: string, path: string, schema: z.ZodType<T>) {
  const { text, faults: strays } = readOn(written, path);
  const yaml = parseYaml(text, path, 1);
  const { data, faults } = shape(schema, yaml, path);
  return { data, faults: [...strays, ...faults], lineOf: yaml.lineOf };
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
  if (existsSync(contentDir) && !lstatSync(folder, { throwIfNoEntry: false }))
    return { items: [], faults: [], unreadable: [] };
  const { files: found, faults } = readFolder(folder, extension);
  const files = draft ? withDraft(found, shownPath(folder), extension, draft.texts) : found;
  const unreadable: Unreadable[] = faults
    .filter(({ severity }) => severity === 'error')
    // A folder that cannot be read may hold any of them.
    .map(({ path, field }) => (field === '文件夹' ? { kind } : { kind, id: meantId(path) }));
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

function readEntry<T>(file: TextFile, schema: z.ZodType<T>): ReadOne<LocatedEntry<T>> {
  const { id, path } = file;
  const { text, faults: strays } = readOn(file.text, path);
  const parts = splitFrontMatter(text);
  if (!parts) return { item: undefined, faults: [...strays, noHeader(text, path)] };
  const yaml = parseYaml(parts.header, path, 2);
  const front = shape(schema, yaml, path);
  const { body, faults } = parseMdx(parts.prose, path, parts.proseLine);
  if (faults.length === 0 && sectionsOf(body).length === 0) {
    const [problem, remedy] = ['没有正文', '在文件头后面写正文，标题用 ##'];
    faults.push({ severity: 'error', path, line: parts.proseLine, field: '正文', problem, remedy });
  }
  const all = [...strays, ...front.faults, ...faults];
  // Odd characters are told and hide nothing else.
  const { data } = front;
  return {
    item: data === undefined || faults.length > 0 ? undefined : { id, path, lineOf: yaml.lineOf, data, body },
    faults: all,
  };
}

/** Why a file has no header: the lines that open and close it are not three hyphens, or are not there. */
export function noHeader(text: string, path: string): Fault {
  const lines = text.split('\n');
  const fault = (line: number, problem: string, remedy: string): Fault => ({
    severity: 'error',
    path,
    line,
    field: '文件头',
    problem,
    remedy,
  });
  const [first = ''] = lines;
  const begin = lines.findIndex((line) => line.trim() !== '');
  if (text.trim() === '') return fault(1, '文件是空的', '照 CONTRIBUTING.md 的样子写，或删去这个文件');
  if (first !== '---' && /^[ \t　]*---[ \t]*$/u.test(lines[begin] ?? ''))
    return fault(begin + 1, '文件头的 --- 前面有空行或空格', '--- 写在第一行最前面');
  if (first !== '---' && badFence.test(first))
    return fault(1, `文件头第一行写的是「${first.trim()}」`, '换成三个半角减号 ---');
  if (first !== '---') return fault(1, '没有文件头', '文件第一行写 ---，写完各项后再写一行 ---');
  const close = lines.findIndex((line, index) => index > 0 && badFence.test(line));
  return close > 0
    ? fault(close + 1, `文件头最后一行写的是「${(lines[close] ?? '').trim()}」`, '换成三个半角减号 ---，前面不留空格')
    : fault(1, '文件头没有结束', '写完各项以后，单独一行写三个半角减号 ---');
}

/** Header (文件头) and prose of a file, with the line of the file on which the prose begins; undefined without a header. */
export function splitFrontMatter(text: string): { header: string; prose: string; proseLine: number } | undefined {
  const parts = /^---[ \t]*\n((?:[\s\S]*?\n)??)---[ \t]*(?:\n|$)([\s\S]*)$/.exec(text);
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
  written: string,
  path: string,
  kind: ContentKind,
  schema: z.ZodType<T>,
): Read<Row<T>> {
  const { text, faults: strays } = readOn(written, path);
  const yaml = parseYaml(text, path, 1);
  // An empty file, or one of comments alone, is an empty table.
  const table = { ...yaml, value: yaml.value ?? [] };
  const faults = [...strays, ...shape(z.array(schema), table, path).faults];
  if (yaml.faults.length > 0 || !Array.isArray(table.value)) return { items: [], faults, unreadable: [{ kind }] };

  const items: Row<T>[] = [];
  const unreadable: Unreadable[] = [];
  table.value.forEach((value: unknown, index) => {
    const lineOf = (field: readonly PropertyKey[]) => yaml.lineOf([index, ...field]);
    const { data: row } = schema.safeParse(value);
    // The other rows are read: nobody is blamed for pointing at one that is there.
    if (row) {
      items.push({ id: row.id, path, lineOf, data: row });
      return;
    }
    const id: unknown = (value as { id?: unknown } | null)?.id;
    unreadable.push(typeof id === 'string' ? { kind, id } : { kind });
  });
  return { items, faults, unreadable };
}
