import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { sectionsOf } from '#domain/body.ts';
import type { Content, ContentKind, Entry, Row, Unreadable } from '#domain/content.ts';
import type { Fault } from '#domain/faults.ts';
import type { PermitRows } from '#domain/permit/checks.ts';
import {
  caseSchema,
  clauseSchema,
  clusterSchema,
  glossarySchema,
  placeSchema,
  policySchema,
  type SourceData,
  sourceSchema,
  targetSchema,
} from '#schemas/entries.ts';
import { everydayWordsSchema } from '#schemas/everyday-words.ts';
import { diagramLineSchema, diagramStationSchema } from '#schemas/diagram.ts';
import { type PermitTable, permitTables } from '#schemas/permit.ts';
import { type TextFile, readFolder, readText, shownPath } from './files.ts';
import { parseMdx } from './mdx.ts';
import type { ParsedBefore } from './parsed-before.ts';
import { parseYaml, shape } from './yaml.ts';

/** Reads both trees from disk. Whatever is not well formed is left out and named in `faults`. */
export function readContent(
  contentDir: string,
  dataDir: string,
  before?: ParsedBefore,
): { content: Content; faults: Fault[] } {
  const faults: Fault[] = [];
  const unreadable: Unreadable[] = [];
  const keep = <T>(kind: ContentKind, id: string | undefined, result: Read<T>): T | undefined => {
    faults.push(...result.faults);
    if (result.data === undefined) unreadable.push(id === undefined ? { kind } : { kind, id });
    return result.data;
  };
  const folder = <T>(kind: ContentKind, extension: '.mdx' | '.yaml', read: (file: TextFile) => Read<T>): T[] => {
    const { files, faults: found } = readFolder(join(contentDir, kind), extension);
    faults.push(...found);
    for (const { path } of found) unreadable.push({ kind, id: basename(path, extension) });
    return files.flatMap((file) => keep(kind, file.id, read(file)) ?? []);
  };
  const entries = <T extends z.ZodType>(kind: ContentKind, schema: T) =>
    folder(kind, '.mdx', (file) => readEntry(file, schema, before));
  const table = <T extends z.ZodType<{ id: string }>>(kind: ContentKind, schema: T) =>
    keep(kind, undefined, readTable(join(dataDir, `${kebab(kind)}.yaml`), schema)) ?? [];

  const permitTable = <K extends PermitTable>(name: K): PermitRows[K] => {
    const { file, schema } = permitTables[name];
    const rows = keep('permit', undefined, readTable<z.ZodType<{ id: string }>>(join(dataDir, 'permit', file), schema));
    return (rows ?? []) as PermitRows[K];
  };

  const content: Content = {
    places: entries('places', placeSchema),
    clusters: entries('clusters', clusterSchema),
    policies: entries('policies', policySchema),
    cases: entries('cases', caseSchema),
    sources: folder('sources', '.yaml', (file) => readSource(file, before)),
    clauses: table('clauses', clauseSchema),
    glossary: table('glossary', glossarySchema),
    targets: table('targets', targetSchema),
    everydayWords: table('everydayWords', everydayWordsSchema),
    diagramLines: table('diagramLines', diagramLineSchema),
    diagramStations: table('diagramStations', diagramStationSchema),
    permit: {
      questions: permitTable('questions'),
      decisions: permitTable('decisions'),
      entitlements: permitTable('entitlements'),
      rules: permitTable('rules'),
      steps: permitTable('steps'),
      hotlines: permitTable('hotlines'),
      changes: permitTable('changes'),
      edgeCases: permitTable('edgeCases'),
      unknown: permitTable('unknown'),
      docs: permitTable('docs'),
    },
    unreadable,
  };
  return { content, faults };
}

/** diagramLines → diagram-lines */
const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** undefined data means that the faults say why. */
interface Read<T> {
  data: T | undefined;
  faults: Fault[];
}

function readSource({ id, path, text }: TextFile, before?: ParsedBefore): Read<Row<SourceData>> {
  const stamp = hash('sha1', text);
  const known = before?.find(path, stamp);
  const yaml = once(() => parseYaml(text, path, 1));
  const { data, faults } = known ? { data: known.data as SourceData, faults: [] } : shape(sourceSchema, yaml(), path);
  if (data && !known) before?.keep(path, stamp, data);
  return { data: data && { id, path, lineOf: (field) => yaml().lineOf(field), data }, faults };
}

function readEntry<T extends z.ZodType>(
  { id, path, text }: TextFile,
  schema: T,
  before?: ParsedBefore,
): Read<Entry<z.infer<T>>> {
  const fault = (line: number, field: string, problem: string, remedy: string): Fault => ({
    severity: 'error',
    path,
    line,
    field,
    problem,
    remedy,
  });
  const parts = /^---\n([\s\S]*?\n)---[ \t]*(?:\n|$)([\s\S]*)$/.exec(text);
  if (!parts) {
    const missing = fault(1, '文件头', '没有文件头', '文件第一行写 ---，写完各项后再写一行 ---');
    return { data: undefined, faults: [missing] };
  }
  const [, header = '', prose = ''] = parts;
  const bodyLine = header.split('\n').length + 2;
  const yaml = once(() => parseYaml(header, path, 2));
  const lineOf = (field: readonly PropertyKey[]) => yaml().lineOf(field);
  const stamp = hash('sha1', text);
  const known = before?.find(path, stamp);
  if (known) {
    return { data: { id, path, lineOf, data: known.data as z.infer<T>, body: known.body, stamp }, faults: [] };
  }
  const front = shape(schema, yaml(), path);
  const { body, faults } = parseMdx(prose, path, bodyLine);
  if (faults.length === 0 && sectionsOf(body).length === 0) {
    faults.push(fault(bodyLine, '正文', '没有正文', '在文件头后面写正文，标题用 ##'));
  }
  const all = [...front.faults, ...faults];
  if (front.data === undefined || all.length > 0) return { data: undefined, faults: all };
  before?.keep(path, stamp, front.data, body);
  return { data: { id, path, lineOf, data: front.data, body, stamp }, faults: [] };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function readTable<T extends z.ZodType<{ id: string }>>(file: string, schema: T): Read<Row<z.infer<T>>[]> {
  const text = readText(file);
  if (typeof text !== 'string') return { data: undefined, faults: [text] };
  const path = shownPath(file);
  const yaml = parseYaml(text, path, 1);
  const { data, faults } = shape(z.array(schema), yaml, path);
  const rows = data?.map((row, index) => ({
    id: row.id,
    path,
    lineOf: (field: readonly PropertyKey[]) => yaml.lineOf([index, ...field]),
    data: row,
  }));
  return { data: rows, faults };
}
