import { expect, test } from 'vitest';
import { allCorrections, changeText, correctionOf, correctionsOf } from '#domain/site/corrections.ts';
import { policyArticle, place } from '#domain/site/structured-data.ts';
import { latestUpdates } from '#domain/site/updates.ts';
import { createUrls } from '#domain/site/urls.ts';
import { changeSchema } from '#schemas/primitives.ts';
import { checkAfter, fixtureCatalog } from '../../fixtures/fixture.ts';

const added = { date: '2026-11-24 09:00', note: '首次发布' };
const mended = { date: '2026-11-28 18:00', note: '更正：原来写「重金属」，文件说的是金属冶炼。' };
const known = {
  date: '2026-11-27 18:00',
  note: '更正开放的日子',
  corrects: { was: '10月1日开放', since: '2026-11-24' },
};

test('a note that begins with 更正： mends an error, and so does one that says what stood there; any other adds', () => {
  expect(correctionOf(added)).toBeUndefined();
  expect(correctionOf({ ...added, note: '补上一条更正：没有' })).toBeUndefined();
  expect(correctionOf(mended)).toEqual({ date: mended.date, text: '原来写「重金属」，文件说的是金属冶炼。' });
  expect(correctionOf(known)).toMatchObject({ text: '更正开放的日子', was: '10月1日开放', since: '2026-11-24' });
  expect(correctionsOf([added, mended, known])).toHaveLength(2);
});

test('one text says that it is a correction and what stood there, once each', () => {
  expect(changeText(added)).toBe('首次发布');
  expect(changeText(mended)).toBe(mended.note);
  expect(changeText(known)).toBe('更正：更正开放的日子。原来写的是「10月1日开放」。');
});

test('a correction says what stood there; since when may be left out', () => {
  expect(changeSchema.safeParse({ ...added, corrects: { was: '旧话' } }).success).toBe(true);
  expect(changeSchema.safeParse({ ...added, corrects: { since: '2026' } }).success).toBe(false);
});

test('what stood there stood there before it was mended', () => {
  const note = '    note: 首次发布\n';
  const to = `${note}    corrects: { was: 旧话, since: "2026-11-23" }\n`;
  const { lines } = checkAfter([{ file: 'content/policies/goals.mdx', from: note, to }]);
  expect(lines).toEqual([
    expect.stringMatching(
      /goals\.mdx:\d+ changes\[0\]\.corrects\.since: 「2026-11-23」在更正以后 — 写原来从哪天起那样写/,
    ),
  ]);
});

function mendedCatalog() {
  const catalog = fixtureCatalog();
  catalog.policy('goals').data.changes.push(mended);
  catalog.policy('goals').data.updated = mended.date;
  catalog.place('qingshi').data.changes.push(known, { ...added, date: '2026-11-29 09:00' });
  return catalog;
}

test('all corrections are listed with their pages, newest first', () => {
  expect(allCorrections(fixtureCatalog())).toEqual([]);
  expect(allCorrections(mendedCatalog()).map(({ page: { ref }, date }) => `${date} ${ref.kind}/${ref.id}`)).toEqual([
    '2026-11-28 18:00 policies/goals',
    '2026-11-27 18:00 places/qingshi',
  ]);
});

test('what was mended in a table is listed and told like what was mended on a page with a header', () => {
  const catalog = mendedCatalog();
  const note = '更正：条号原来写错';
  catalog.pageChanges.push(
    { id: 'later', page: 'targets', date: '2026-11-30 09:00', note },
    { id: 'first', page: 'targets', date: '2026-11-25 09:00', note: '补上一项' },
    { id: 'term', page: 'glossary', date: '2026-11-26 09:00', note: '添了一个词' },
    // The sample city has no checker: nothing may lead there.
    { id: 'none', page: 'permit', date: '2026-11-30 10:00', note },
  );
  const [one, ...others] = allCorrections(catalog);
  expect(one).toMatchObject({ date: '2026-11-30 09:00', text: '条号原来写错', page: { title: '目标和结果' } });
  expect(others).toHaveLength(2);
  const [update, ...rest] = latestUpdates(catalog);
  expect(update).toMatchObject({ title: '目标和结果', published: '2026-11-25 09:00', text: note, corrects: true });
  expect(rest.find(({ title }) => title === '名词解释')).toMatchObject({ text: '添了一个词', corrects: false });
  // A feed of one column has its own pages alone.
  expect(latestUpdates(catalog, ['policies']).map(({ ref }) => ref.kind)).toEqual(['policies', 'policies']);
  const urls = createUrls('/');
  expect(urls.changed({ kind: 'tables', id: 'permit' })).toBe('/residence-permit/');
  expect(urls.correction({ kind: 'tables', id: 'permit' })).toBe('/corrections/#tables-permit');
});

test('a change of a table that is still to come, or mends what came after it, is refused', () => {
  const rows = [
    '- { id: a, page: permit, date: 2999-01-01 09:00, note: 改了 }',
    '- { id: b, page: permit, date: 2026-01-01 09:00, note: 改了, corrects: { was: 旧话, since: "2026-02" } }',
    '- { id: a, page: targets, date: 2026-01-01 09:00, note: 改了 }',
  ];
  const { lines } = checkAfter([{ file: 'data/page-changes.yaml', from: '[]', to: rows.join('\n') }]);
  expect(lines).toEqual([
    expect.stringMatching(/page-changes\.yaml:1 date: 「2999-01-01 09:00」还没有到/),
    expect.stringMatching(/page-changes\.yaml:2 corrects\.since: 「2026-02」在更正以后/),
    expect.stringMatching(/page-changes\.yaml:3 id: .*重复/),
  ]);
});

test('feeds are told whether the last change of a page mends an error', () => {
  const updates = latestUpdates(mendedCatalog());
  expect(updates[0]).toMatchObject({ ref: { id: 'goals' }, note: mended.note, corrects: true });
  expect(updates.find(({ ref }) => ref.id === 'qingshi')).toMatchObject({ note: '首次发布', corrects: false });
});

test('programs get each correction with its time; a page without one says nothing of corrections', () => {
  const catalog = mendedCatalog();
  const address = { url: 'https://x.cn/', image: 'https://x.cn/a.png' };
  const guidance = { document: '指导意见', issuer: '办公厅', city: '吉林市', url: 'https://x.cn/document/' };
  const written = { ...catalog.policy('goals').data, ...address, publisher: '甲' };
  expect(policyArticle(written, guidance, [])['correction']).toEqual([
    { '@type': 'CorrectionComment', text: mended.note, datePublished: '2026-11-28T18:00:00+08:00' },
  ]);
  expect(policyArticle({ ...written, changes: [added] }, guidance, [])).not.toHaveProperty('correction');
  expect(place(catalog, catalog.place('qingshi'), address)['mainEntityOfPage']).toMatchObject({
    '@type': 'WebPage',
    correction: [{ '@type': 'CorrectionComment', datePublished: '2026-11-27T18:00:00+08:00' }],
  });
  expect(place(catalog, catalog.place('daliu'), address)).not.toHaveProperty('mainEntityOfPage');
});
