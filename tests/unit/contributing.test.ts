import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagramStationSchema } from '#schemas/diagram.ts';
import { caseSchema, clusterSchema, placeSchema, policySchema, sourceSchema } from '#schemas/entries.ts';
import { factSchema } from '#schemas/fact.ts';

const { shape: place } = placeSchema;
/** Of each kind, all that a writer may write. */
const fields = {
  place,
  role: place.roles.element.shape,
  picture: place.picture.unwrap().shape,
  fact: factSchema.shape,
  cluster: clusterSchema.shape,
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
