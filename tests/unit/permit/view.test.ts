import { expect, test } from 'vitest';
import { type Answers, judge } from '#domain/permit/judge.ts';
import { modelOf } from '#domain/permit/model.ts';
import { entitlementsOf, viewOf } from '#domain/permit/view.ts';
import { model } from './tables.ts';

const view = (need: string, answers: Answers) => {
  const own = modelOf(model, need);
  return viewOf(own, judge(own, answers));
};
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test('a sheet shows what these answers bring, and the duties of the office apart', () => {
  const worker = { hukou: 'outside', permit: 'none', stay: 'half', proof: 'job' };
  const { now, common, owed, steps } = view('permit', worker);
  expect({ now: ids(now), common: ids(common), owed: ids(owed) }).toEqual({
    now: ['apply-permit'],
    common: [],
    owed: ['office-duties'],
  });
  expect(steps[0]?.papers).toEqual(['身份证', '照片', '住处、工作、上学证明里的一样']);
});

test('what does not depend on the answers stands behind what does', () => {
  const { now, common } = view('insurance', { insured: 'here', hukou: 'outside' });
  expect(ids(now)).toEqual(['pension-transfer', 'medical-transfer']);
  expect(ids(common)).toContain('employee-insurance');
});

test('where nothing depends on answers, all of it is what one came for', () => {
  const { now, common } = view('wages', {});
  expect(ids(now)).toEqual(['wage-claim', 'legal-aid-wages', 'legal-advice']);
  expect(common).toEqual([]);
});

test('every entitlement belongs to a need', () => {
  const named = new Set(model.needs.flatMap(({ id }) => ids(entitlementsOf(model, id))));
  expect(ids(model.entitlements).filter((id) => !named.has(id))).toEqual([]);
});
