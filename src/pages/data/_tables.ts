import { toCsv } from '#render/csv.ts';
import { type PackageInfo, dataPackage, readme, tableSchema } from '#render/data-package.ts';
import { type Table, createTables, placesGeoJson, policyRecords, toRecords } from '#render/tables.ts';
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
export const csv = once(({ columns, rows }: Table) =>
  toCsv(
    columns.map(({ title }) => title),
    rows,
  ),
);
export const jsonText = once((value: object) => `${JSON.stringify(value, null, 1)}\n`);

/** Each file is made once, though the archive holds it a second time. */
function once<T extends object>(make: (value: T) => string): (value: T) => string {
  const known = new WeakMap<T, string>();
  return (value) => {
    let text = known.get(value);
    if (text === undefined) known.set(value, (text = make(value)));
    return text;
  };
}

/** What is published as JSON, by the name of its file. Clauses keep their terms apart. */
export const jsonFiles: Record<string, object> = {
  ...Object.fromEntries(published.map((table) => [table.id, toRecords(table)])),
  clauses: toRecords(tables.clauses).map((record, index) => ({
    ...record,
    terms: catalog.clauses[index]?.terms ?? [],
    ...('leads' in record && { leads: catalog.clauses[index]?.leads.map((id) => catalog.unit(id).name) ?? [] }),
  })),
  ...(catalog.policies.length > 0 && { policies: policyRecords(catalog, urls, absolute) }),
  // Rules, questions and decisions of the residence-permit checker, as they are judged.
  ...(catalog.has('permit') && { entitlements: catalog.permit }),
  datapackage: dataPackage(published, packageInfo),
  ...Object.fromEntries(published.map((table) => [`${table.id}.schema`, tableSchema(table)])),
};
export const geoJson = (): string => JSON.stringify(placesGeoJson(catalog, tables.places));

/** Everything in one zip. */
export const archived = (): Record<string, string> => ({
  'readme.txt': readme(published, packageInfo),
  ...Object.fromEntries(published.map((table) => [`${table.id}.csv`, csv(table)])),
  ...Object.fromEntries(Object.entries(jsonFiles).map(([name, value]) => [`${name}.json`, jsonText(value)])),
  ...(catalog.places.length > 0 && { 'places.geojson': geoJson() }),
});
