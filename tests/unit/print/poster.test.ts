import { expect, test } from 'vitest';
import { policyPoster, placePoster, postersOf } from '#domain/print/poster.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();
const policy = catalog.policy('goals');
const withText = (summary: string, notice: string) =>
  policyPoster(catalog, { ...policy, data: { ...policy.data, summary, notice, facts: [] } }).sentences;

test('every explainer and every place has one poster', () => {
  const ids = postersOf(catalog).map(({ kind, id }) => `${kind}/${id}`);
  expect(ids.toSorted()).toEqual([
    'places/baishui',
    'places/daliu',
    'places/qingshi',
    'policies/goals',
    'policies/towns',
  ]);
});

test('it says the summary, whose year it is, then the last sentence of the notice, which tells whom to ask', () => {
  expect(withText('文件定了四条原则。', '乡亲们：有四条原则。不合适可以向乡镇政府提。')).toEqual([
    '文件定了四条原则。',
    '2020年是文件自己定的目标年份，不是今天的期限。',
    '不合适可以向乡镇政府提。',
  ]);
});

test('a document without a target year has none said of it', () => {
  const document = { ...catalog.document };
  delete document.targetYear;
  expect(policyPoster({ ...catalog, document }, policy).sentences.join('')).not.toContain('目标年份');
});

test('what is not known is not said twice', () => {
  expect(withText('文件要改厕所；补多少钱没有写。', '要改厕所。补多少钱，文件没有写，问村委会。')).toEqual([
    '文件要改厕所。',
    '2020年是文件自己定的目标年份，不是今天的期限。',
    '补多少钱，文件没有写，问村委会。',
  ]);
});

test('a summary that speaks of the target year has it called the document’s own', () => {
  const sentences = withText('文件给2020年定了目标。做到没有，没有查到。', '定过目标。做到没有，没有查到。');
  expect(sentences).toEqual([
    '文件给2020年定了目标。',
    '2020年是文件自己定的目标年份，不是今天的期限。',
    '做到没有，没有查到。',
  ]);
});

test('a figure of the document stands large and is called its aim', () => {
  const fact = policy.data.facts.find(({ clause, value }) => clause !== undefined && typeof value === 'number');
  expect(fact).toBeDefined();
  const { figure } = policyPoster(catalog, policy);
  expect(figure?.value).toBe(`${fact?.value ?? ''}${fact?.unit ?? ''}`);
  expect(figure?.label).toMatch(/^文件当时的目标/);
});

test('a place shows where it lies and what it is in the document', () => {
  const poster = placePoster(catalog, catalog.place('qingshi'));
  expect(poster.sentences.length).toBeLessThanOrEqual(3);
  expect(poster.clauses.length).toBeGreaterThan(0);
  expect(poster.art).toEqual(catalog.place('qingshi').data.roles.map(({ role }) => role));
});
