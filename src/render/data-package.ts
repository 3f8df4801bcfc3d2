import type { Column, Table } from './tables.ts';

export interface PackageInfo {
  name: string;
  title: string;
  description: string;
  homepage: string;
  /** When anything in it last changed, Beijing time. */
  updated: string;
  licence: { name: string; url: string };
}

/**
 * Frictionless Table Schema of a table. A field's name is the heading that stands in the CSV;
 * `key` is its name in the JSON.
 */
export function tableSchema({ columns, key }: Table): object {
  const field = ({ name, title, meaning, unit, type, required, pattern }: Column) => ({
    name: title,
    key: name,
    title,
    description: unit ? `${meaning}（单位：${unit}）` : meaning,
    type,
    ...(type === 'datetime' && { format: '%Y-%m-%d %H:%M' }),
    ...((required || pattern) && { constraints: { ...(required && { required }), ...(pattern && { pattern }) } }),
  });
  const primary = columns.find(({ name }) => name === key);
  return {
    fields: columns.map(field),
    missingValues: [''],
    ...(primary && { primaryKey: [primary.title] }),
  };
}

/** Frictionless Data Package (数据包) over the CSV files. A licence nobody has set is not named. */
export function dataPackage(tables: readonly Table[], info: PackageInfo): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: info.name,
    title: info.title,
    description: info.description,
    homepage: info.homepage,
    version: info.updated,
    ...(info.licence.name !== '' && {
      licenses: [{ title: info.licence.name, ...(info.licence.url !== '' && { path: info.licence.url }) }],
    }),
    resources: tables.map((table) => ({
      name: table.id,
      title: table.title,
      path: `${table.id}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: tableSchema(table),
    })),
  };
}

/** The text that goes with the zip: what is in it, what a column means, what one may do with it. */
export function readme(tables: readonly Table[], info: PackageInfo): string {
  const lines = [
    info.title,
    '',
    info.description,
    `网址：${info.homepage}`,
    `最后更新：${info.updated}（北京时间）`,
    `使用许可：${licenceText(info.licence)}`,
    '',
    'CSV 是 UTF-8 编码，Excel、WPS、LibreOffice 可以直接打开。空格子表示没有查到，不是零。',
    'datapackage.json 说明每个 CSV 的列；places.geojson 的点带着坐标误差和出处，没有查到位置的为空。',
    '条款的「要点」是转述，不是文件原文。数字请连同时点和出处编号一起引用，出处编号见 sources.csv。',
    ...tables.flatMap(({ id, title, columns, rows }) => [
      '',
      `${id}.csv：${title}，${rows.length}行`,
      ...columns.map(
        (column) =>
          `  ${column.title}（${column.name}）：${column.meaning}${column.unit ? `，单位${column.unit}` : ''}`,
      ),
    ]),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

export function licenceText({ name, url }: PackageInfo['licence']): string {
  return name === '' ? '主办单位还没有定' : `${name}${url ? `（${url}）` : ''}`;
}
