import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagramStationSchema } from '#schemas/diagram.ts';
import { caseSchema, clusterSchema, placeSchema, policySchema, sourceSchema } from '#schemas/entries.ts';
import { factSchema, placeFactSchema } from '#schemas/fact.ts';
import { loadContent } from '#content-io/load.ts';
import { formatFault } from '#domain/model/faults.ts';

const { shape: place } = placeSchema({});
/** Of each kind, all that a writer may write. */
const fields = {
  place,
  role: place.roles.element.shape,
  photo: place.photo.unwrap().shape,
  fact: factSchema.shape,
  placeFact: placeFactSchema.shape,
  cluster: clusterSchema({}).shape,
  policy: policySchema.shape,
  case: caseSchema.shape,
  source: sourceSchema.shape,
  station: diagramStationSchema.shape,
};

/** A fault that knows no such field sends the writer there for those there are. */
describe('CONTRIBUTING.md names every field of', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf-8');
  test.each(Object.entries(fields))('a %s', (_kind, shape) => {
    const isNamed = (field: string) => new RegExp(String.raw`[\s{\x60-]${field}[:\x60 ]`, 'u').test(text);
    expect(Object.keys(shape).filter((field) => !isNamed(field))).toEqual([]);
  });
});

test('the sample of a case in CONTRIBUTING.md can be copied as it stands', () => {
  const [, sample = ''] = /```mdx\n([\s\S]*?)```/.exec(readFileSync('CONTRIBUTING.md', 'utf-8')) ?? [];
  expect(sample).toContain('firstReported:');
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  try {
    cpSync('src/content', folder, { recursive: true });
    const file = join(folder, 'cases', 'sample-of-a-case.mdx');
    writeFileSync(file, sample);
    const { errors, warnings } = loadContent(folder, 'src/data', { now: '9999-12-31 23:59' });
    const own = [...errors, ...warnings].filter(({ path }) => path.endsWith('sample-of-a-case.mdx'));
    expect(own.map(formatFault)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
