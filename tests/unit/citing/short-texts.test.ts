import { expect, test } from 'vitest';
import { caseTexts, policyTexts } from '#domain/citing/short-texts.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();

test('texts of an explainer name its clauses, not the parts of one that is named', () => {
  const [policy] = catalog.policies;
  if (!policy) throw new Error('no explainer');
  const data = {
    ...policy.data,
    brief: '短的。',
    notice: `${'长'.repeat(100)}。${'短'.repeat(60)}。`,
    clauses: ['2-1', '2-1-1'],
  };
  expect(policyTexts(catalog, { ...policy, data })).toEqual([
    { most: 60, text: '短的。', basis: '条款二(一)' },
    { most: 140, text: `${'长'.repeat(100)}。`, basis: '条款二(一)' },
    { most: 200, text: data.notice, basis: '条款二(一)' },
  ]);
});

test('the short text of a case is its first figure with when and from where, and none where there is no figure', () => {
  const item = catalog.case('qingshi-stone');
  const result = { label: '改厕', value: 15, unit: '座', asOf: '2023', source: 'paper' };
  const data = { ...item.data, title: '石头镇', results: [result], summary: '据报道，改了。' };
  const [short, long] = caseTexts(catalog, { ...item, data });
  expect(short?.text).toBe('石头镇：改厕15座（2023年）。');
  expect(short?.basis).toMatch(/^据江边日报/);
  expect(long?.text).toBe('据报道，改了。');
  expect(caseTexts(catalog, { ...item, data: { ...data, results: [] } }).map(({ most }) => most)).toEqual([140]);
});
