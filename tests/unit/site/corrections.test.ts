import { expect, test } from 'vitest';
import { allCorrections, changeText, correctionOf, correctionsOf } from '#domain/site/corrections.ts';
import { policyArticle, place } from '#domain/site/structured-data.ts';
import { latestUpdates } from '#domain/site/updates.ts';
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
  expect(allCorrections(mendedCatalog()).map(({ page, date }) => `${date} ${page.kind}/${page.id}`)).toEqual([
    '2026-11-28 18:00 policies/goals',
    '2026-11-27 18:00 places/qingshi',
  ]);
});

test('feeds are told whether the last change of a page mends an error', () => {
  const updates = latestUpdates(mendedCatalog());
  expect(updates[0]).toMatchObject({ id: 'goals', note: mended.note, corrects: true });
  expect(updates.find(({ id }) => id === 'qingshi')).toMatchObject({ note: '首次发布', corrects: false });
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
