import { type Column, type FieldType, type Table, jsonColumns, sheetOf } from './tables.ts';

export interface PackageInfo {
  name: string;
  title: string;
  description: string;
  homepage: string;
  /** When anything in it last changed, Beijing time. */
  updated: string;
  licence: { name: string; url: string };
}

/** How a value looks in a CSV, where its column says. */
const forms: Partial<Record<FieldType, string>> = {
  // See wholeDate (tables.ts).
  date: String.raw`^\d{4}-(\d\d|XX)-(\d\d|XX)$`,
};

const described = ({ meaning, unit }: Column) => (unit ? `${meaning}（单位：${unit}）` : meaning);

/**
 * Frictionless Table Schema of a table as CSV. A field's name is the heading that stands there;
 * `key` is its name in the JSON.
 */
export function tableSchema(table: Table): object {
  const { columns } = sheetOf(table);
  const field = (column: Column) => {
    const { name, title, type, required, values } = column;
    const pattern = forms[type];
    return {
      name: title,
      key: name,
      title,
      description: described(column),
      type: type === 'date' || type === 'list' ? 'string' : type,
      ...((required || pattern || values) && {
        constraints: { ...(required && { required }), ...(pattern && { pattern }), ...(values && { enum: values }) },
      }),
    };
  };
  const primary = columns.find(({ name }) => name === table.key);
  return {
    fields: columns.map(field),
    missingValues: [''],
    ...(primary && { primaryKey: [primary.title] }),
  };
}

/** JSON Schema of a table as JSON: a list of objects, in which every key stands. */
export function jsonSchema(table: Table, address: string): object {
  const typed: Record<FieldType, object> = {
    string: { type: 'string' },
    number: { type: 'number' },
    any: { type: ['string', 'number'] },
    datetime: { type: 'string', format: 'date-time' },
    date: { type: 'string', pattern: String.raw`^\d{4}(-\d\d(-\d\d)?)?$` },
    list: { type: 'array', items: { type: 'string' } },
  };
  const property = (column: Column) => {
    const { title, type, required, values } = column;
    const form = { ...typed[type], ...(values && { enum: values }) };
    return {
      title,
      description: described(column),
      // A list of nothing is a list.
      ...(required || type === 'list' ? form : { anyOf: [form, { type: 'null' }] }),
    };
  };
  const columns = jsonColumns(table);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: address,
    title: table.title,
    type: 'array',
    items: {
      type: 'object',
      properties: Object.fromEntries(columns.map((column) => [column.name, property(column)])),
      required: columns.map(({ name }) => name),
      additionalProperties: false,
    },
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
      // One of them needs a path: where the licence has no page, ours says what it is.
      licenses: [{ title: info.licence.name, path: info.licence.url || info.homepage }],
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
    '空格子表示没有查到，不是零。只用 Excel、WPS 的，打开 .xlsx：第一张是表，后面是出处和每一列的意思。',
    'CSV 是 UTF-8 编码，开头有 BOM（三个字节 EF BB BF），Excel、WPS、LibreOffice 直接打开不会乱码；程序读的时候按 utf-8-sig 读，或者去掉这三个字节。',
    'CSV 里的日期都写成年-月-日，没有查到的月、日写 XX，例如 2023-09-XX。表格软件会改掉的文字（= + - @ 开头的，像日期、分数、百分数的），前面加了一个英文单引号；JSON 里没有。',
    'datapackage.json 说明每个 CSV 的列（Frictionless），.json-schema.json 说明每个 JSON 的字段（JSON Schema）；places.geojson 的点带着坐标误差和出处，没有查到位置的为空。',
    '条款的「要点」是转述，不是文件原文。数字请连同时点和出处编号一起引用，出处编号见 sources.csv。',
    ...tables.flatMap(({ id, title, columns, rows }) => [
      '',
      `${id}.csv：${title}，${rows.length}行`,
      ...columns.map(
        (column) =>
          `  ${column.title}（${column.name}）：${described(column)}${column.only === 'json' ? '，只在 JSON 里' : ''}`,
      ),
    ]),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

export function licenceText({ name, url }: PackageInfo['licence']): string {
  return name === '' ? '主办单位还没有定' : `${name}${url ? `（${url}）` : ''}`;
}
