import { toCsv } from '#render/csv.ts';
import { type PackageInfo, dataPackage, jsonSchema, readme, tableSchema } from '#render/data-package.ts';
import { type OtherFile, fileSchema } from '#render/json-schema.ts';
import { type Table, createTables, placesGeoJson, policyRecords, sheetOf, toRecords } from '#render/tables.ts';
import { workbook } from '#render/workbook.ts';
import { formatDate } from '#domain/model/facts.ts';
import { catalog } from '#catalog';
import { absolute, operator, site, urls } from '#site';

export const tables = createTables(catalog, urls, absolute);
/** Those that have rows; the clauses and the sources are told though there are none yet. */
export const published = Object.values(tables).filter(
  ({ id, rows }) => rows.length > 0 || id === 'clauses' || id === 'sources',
);

const { title, number, date } = catalog.document;
/** Which guidance it is, where its text says so. */
const bears = [...(number ? [number] : []), ...(date ? [formatDate(date)] : [])].join('，');
const known = bears === '' ? '' : `讲的文件是《${title}》（${bears}）。`;

export const packageInfo: PackageInfo = {
  name: site.id,
  title: `${site.name}的数据`,
  description: `文件点到的地方、目标和结果、典型案例的数字、条款要点和出处。每个数字都有时点和出处，没有查到的为空。${known}`,
  homepage: absolute(urls.fixed('data')),
  updated: catalog.newest,
  licence: { name: operator.dataLicence, url: operator.dataLicenceUrl },
};

/** Text of a table as CSV, with the Chinese headings. */
export const csv = once((table: Table) => {
  const { columns, rows } = sheetOf(table);
  return toCsv(
    columns.map(({ title }) => title),
    rows,
  );
});
export const xlsx = once((table: Table) => workbook(table, tables.sources, packageInfo));
export const jsonText = once((value: object) => `${JSON.stringify(value, null, 1)}\n`);

/** Each file is made once, though the archive holds it a second time. */
function once<T extends object, Made>(make: (value: T) => Made): (value: T) => Made {
  const known = new WeakMap<T, Made>();
  return (value) => {
    let made = known.get(value);
    if (made === undefined) known.set(value, (made = make(value)));
    return made;
  };
}

/** What is published as JSON and is no table. */
const records: Partial<Record<OtherFile, object>> = {
  ...(catalog.policies.length > 0 && { policies: policyRecords(catalog, urls, absolute) }),
  // Rules, questions and decisions of the residence-permit checker, as they are judged.
  ...(catalog.has('permit') && { entitlements: catalog.permit }),
};
export const others = Object.keys(records) as OtherFile[];

const schemaAddress = (id: string) => absolute(urls.file(`data/${id}.json-schema.json`));
/** What is published as JSON, by the name of its file. */
export const jsonFiles: Record<string, object> = {
  ...Object.fromEntries(published.map((table) => [table.id, toRecords(table)])),
  ...records,
  datapackage: dataPackage(published, packageInfo),
  ...Object.fromEntries(
    published.flatMap((table) => [
      [`${table.id}.schema`, tableSchema(table)],
      [`${table.id}.json-schema`, jsonSchema(table, schemaAddress(table.id))],
    ]),
  ),
  ...Object.fromEntries(others.map((id) => [`${id}.json-schema`, fileSchema(id, schemaAddress(id))])),
};
export const geoJson = (): string => JSON.stringify(placesGeoJson(catalog, tables.places));

/** Everything in one zip. */
export const archived = async (): Promise<Record<string, string | Uint8Array>> => ({
  'readme.txt': readme(published, packageInfo),
  ...Object.fromEntries(published.map((table) => [`${table.id}.csv`, csv(table)])),
  ...Object.fromEntries(
    await Promise.all(published.map(async (table) => [`${table.id}.xlsx`, await xlsx(table)] as const)),
  ),
  ...Object.fromEntries(Object.entries(jsonFiles).map(([name, value]) => [`${name}.json`, jsonText(value)])),
  ...(catalog.places.length > 0 && { 'places.geojson': geoJson() }),
});
