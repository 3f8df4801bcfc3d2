import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  audienceSchema,
  decisionSchema,
  entitlementSchema,
  needSchema,
  permitQuestionSchema,
  stepSchema,
} from '#schemas/permit.ts';

const fields = {
  need: needSchema.shape,
  question: permitQuestionSchema.shape,
  decision: decisionSchema.shape,
  entitlement: entitlementSchema.shape,
  step: stepSchema.shape,
  audience: audienceSchema.shape,
};

/** A fault that knows no such field sends the keeper of the rules there for those there are. */
describe('docs/checker.md names every field of', () => {
  const text = readFileSync('docs/checker.md', 'utf-8');
  test.each(Object.entries(fields))('a %s', (_kind, shape) => {
    const isNamed = (field: string) => new RegExp(String.raw`[\s{\x60-]${field}[:\x60 ]`, 'u').test(text);
    expect(Object.keys(shape).filter((field) => !isNamed(field))).toEqual([]);
  });
});
