import { join } from 'node:path';
import type { z } from 'zod';
import { readCityIds } from '#content-io/read.ts';
import { pageSchemas, sourceSchema } from '#schemas/entries.ts';
import { pageKindNames, pageKinds } from '#schemas/kinds.ts';
import { type SettingsName, settingsFiles, settingsNames } from '#schemas/city.ts';
import { permitTables } from '#schemas/permit.ts';
import { tables } from '#schemas/tables.ts';

/** What the desk lists and edits: files with a header, files that are YAML alone, rows of tables, files of one thing. */
export interface Collection {
  key: string;
  label: string;
  /** What one of them is called. */
  one: string;
  schema: z.ZodType;
  /** Where labels of its fields are looked up. */
  fields: readonly string[];
  kind: 'page' | 'file' | 'row' | 'single';
  /** Folder of files, or the file of rows. */
  path: string;
  /** Address of one on the site, below the base. */
  address?: (id: string) => string;
}

const tableLabels: Record<keyof typeof tables, string> = {
  roles: '城市：角色',
  counties: '城市：县、市、区',
  levels: '城市：层级',
  units: '城市：牵头单位',
  clauses: '条款要点',
  glossary: '名词解释',
  targets: '目标和结果',
  everydayWords: '平常说法',
  asks: '问法',
  hardCharacters: '难认的字',
  diagramLines: '示意图的线',
  unknownStatus: '没查到的事问到哪一步',
  diagramStations: '示意图的站',
  divisions: '城市：全部乡镇街道',
  pageChanges: '更新说明：居住证自查、条款、目标、名词',
};
const settingsLabels: Record<SettingsName, string> = {
  operator: '主办单位',
  city: '城市和网站的名称',
  document: '讲的是哪份文件',
  words: '只有这座城市才这样说的话',
};

export function collectionsOf(contentDir: string, dataDir: string): Collection[] {
  const schemas = pageSchemas(readCityIds(dataDir));
  return [
    ...pageKindNames.map((key): Collection => ({
      key,
      label: pageKinds[key].label,
      one: `一篇${pageKinds[key].label}`,
      schema: schemas[key],
      fields: [key],
      kind: 'page',
      path: join(contentDir, key),
      address: (id) => `/${key}/${id}/`,
    })),
    {
      key: 'sources',
      label: '出处',
      one: '一个出处',
      schema: sourceSchema,
      fields: ['sources'],
      kind: 'file',
      path: join(contentDir, 'sources'),
      address: (id) => `/sources/#${id}`,
    },
    ...(Object.keys(tables) as (keyof typeof tables)[]).map((key): Collection => ({
      key,
      label: tableLabels[key],
      one: '一行',
      schema: tables[key].schema,
      fields: [key],
      kind: 'row',
      path: join(dataDir, tables[key].file),
    })),
    ...settingsNames.map((key): Collection => ({
      key: `settings-${key}`,
      label: settingsLabels[key],
      one: settingsLabels[key],
      schema: settingsFiles[key].schema,
      fields: [key],
      kind: 'single',
      path: join(dataDir, settingsFiles[key].file),
    })),
    ...(Object.keys(permitTables) as (keyof typeof permitTables)[]).map((key): Collection => ({
      key: `permit-${key}`,
      label: `居住证：${permitTables[key].label}`,
      one: '一行',
      schema: permitTables[key].schema,
      fields: ['permit', key],
      kind: 'row',
      path: join(dataDir, 'permit', permitTables[key].file),
    })),
  ];
}
