import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentDir, dataDir } from '../../../scripts/paths.ts';
import { collectionsOf } from '../../../scripts/desk/collections.ts';
import { type Field, fieldsOf } from '../../../scripts/desk/fields.ts';
import { type FormValue, fromForm } from '../../../scripts/desk/form-values.ts';
import { toForm } from '../../../scripts/desk/form-html.ts';
import { openFile } from '../../../scripts/desk/source-file.ts';

const collections = collectionsOf(contentDir, dataDir);
const inner = ({ as }: Field): readonly Field[] => (as.kind === 'group' || as.kind === 'groups' ? as.fields : []);
const allFields = (fields: readonly Field[], path: string): [string, Field][] =>
  fields.flatMap((field): [string, Field][] => [
    [`${path}.${field.key}`, field],
    ...allFields(inner(field), `${path}.${field.key}`),
  ]);

test('every field of every schema has a name a writer can read, and every choice too', () => {
  const named = collections.flatMap(({ key, schema, fields }) => allFields(fieldsOf(schema, fields), key));
  const chinese = /[一-鿿]/;
  const poor = named.flatMap(([path, { label, as }]) => [
    ...(chinese.test(label) ? [] : [path]),
    ...('options' in as && !('namesOf' in as)
      ? as.options.filter(([, text]) => !chinese.test(text)).map(([value]) => `${path}=${value}`)
      : []),
  ]);
  expect(named.length).toBeGreaterThan(100);
  // Named by hand: changes of a page have no form of their own, the desk writes them.
  expect(poor.filter((path) => !/\.changes\.(?:date|corrects)/.test(path))).toEqual([]);
});

test('a form that nobody has touched sends back what the file holds, for every page, source and row', () => {
  const wrong: string[] = [];
  for (const { key, schema, fields: path, kind, path: where } of collections) {
    const fields = fieldsOf(schema, path);
    const files = kind === 'row' || kind === 'single' ? [where] : readdirSync(where).map((name) => `${where}/${name}`);
    for (const file of files.filter((name) => /\.(?:yaml|mdx)$/.test(name))) {
      const value = openFile(readFileSync(file, 'utf-8'))?.value;
      for (const one of kind === 'row' ? (value as unknown[]) : [value]) {
        const form = toForm(fields, one);
        if (JSON.stringify(fromForm(fields, form, one)) !== JSON.stringify(one)) wrong.push(`${key}: ${file}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

const [cases] = [fieldsOf(collections.find(({ key }) => key === 'cases')?.schema as never, ['cases'])];
const sent = (form: Record<string, FormValue>, old: unknown = {}) => fromForm(cases, form, old);

test('a figure is written as a number, a year that was text stays text, what is empty is left out', () => {
  const results = [{ label: '面积', value: '30', unit: '', asOf: '2023', source: 'b65', note: '' }];
  expect(sent({ results })).toEqual({ results: [{ label: '面积', value: 30, asOf: '2023', source: 'b65' }] });
  expect(sent({ results: [{ '#': '0', value: '31' }] }, { results: [{ value: '30' }] })).toEqual({
    results: [{ value: '31' }],
  });
});

test('a group that was moved or taken away takes along what the form does not ask for', () => {
  const old = {
    facts: [
      { id: 'a', extra: 1 },
      { id: 'b', extra: 2 },
    ],
  };
  expect(sent({ facts: [{ '#': '1', id: 'b' }] }, old)).toEqual({ facts: [{ id: 'b', extra: 2 }] });
});
