import { expect, test } from 'vitest';
import type { Poster } from '#domain/print/poster.ts';
import { posterVersion, printedVersions, verdictOn } from '#domain/print/poster-version.ts';

const poster: Poster = {
  kind: 'policies',
  id: 'toilets',
  title: '厕所',
  sentences: ['改厕所。'],
  art: [],
  marks: [],
  clauses: ['三(八)'],
  updated: '2026-11-28 18:00',
};
const version = posterVersion(poster);
const changes = [
  { date: '2026-11-28 18:00', note: '首次发布' },
  { date: '2026-12-01 09:00', note: '更正：改了一句' },
];

test('a version says when it was made, and is another one when a word changes', () => {
  expect(version).toMatch(/^202611281800-[0-9a-z]+$/);
  expect(posterVersion({ ...poster, sentences: ['改厕所吧。'] })).not.toBe(version);
});

test('a sheet is valid as long as it says the same, whatever else of the page was changed', () => {
  expect(verdictOn(version, { ...poster, updated: '2026-12-01 09:00' }, changes)).toEqual({ state: 'valid' });
});

test('a sheet that says something else tells what was changed since', () => {
  const now = { ...poster, sentences: ['现在这样说。'], updated: '2026-12-01 09:00' };
  expect(verdictOn(version, now, changes)).toEqual({ state: 'changed', changes: [changes[1]] });
});

test('a sheet that is no longer made has to come down', () => {
  expect(verdictOn(version, undefined, [])).toEqual({ state: 'gone' });
});

test('versions once published are read from the list of addresses', () => {
  expect(printedVersions(['/places/a/', `/valid/policies-toilets/${version}/`, '/valid/x/'])).toEqual([
    { poster: 'policies-toilets', version },
  ]);
});
