import { expect, test } from 'vitest';
import { pageEntries } from '#domain/model/content.ts';
import { tablePages } from '#schemas/page-changes.ts';
import { readContent } from '#content-io/read.ts';
import { contentDir, dataDir } from '../../scripts/paths.ts';
import { attr, byId, linksIn, named, page, siteFile, textOf, withAttr } from './built-pages.ts';

const { content } = readContent(contentDir, dataDir);
/** Pages with a note that begins with 更正：, as the files have them. */
const written = pageEntries(content).map(({ kind, entry: { id, data } }) => ({
  path: `/${kind}/${id}/`,
  anchor: `${kind}-${id}`,
  changes: data.changes,
}));
/** Pages drawn from tables, with what is noted of each. */
const addresses = {
  permit: '/residence-permit/',
  document: '/document/',
  targets: '/data/targets/',
  glossary: '/glossary/',
};
const drawn = (Object.keys(tablePages) as (keyof typeof tablePages)[]).map((id) => ({
  path: addresses[id],
  anchor: `tables-${id}`,
  changes: content.pageChanges.map(({ data }) => data).filter(({ page: one }) => one === id),
}));
const mended = [...written, ...drawn].flatMap(({ path, anchor, changes }) => {
  const notes = changes.filter(({ note }) => note.startsWith('更正：'));
  return notes.length > 0 ? [{ path, anchor, notes }] : [];
});
const list = page('/corrections/').tree;

test('/corrections/ lists every correction with its page, newest first', () => {
  const lines = withAttr(list, 'dataCorrections').flatMap((ol) => named(ol, 'li'));
  expect(lines).toHaveLength(mended.flatMap(({ notes }) => notes).length);
  const times = lines.flatMap((line) => named(line, 'time').map((time) => attr(time, 'dateTime') ?? ''));
  expect(times).toEqual(times.toSorted().reverse());
  for (const { path, notes } of mended) {
    const own = lines.filter((line) => linksIn(line).includes(path)).map(textOf);
    for (const { note } of notes) {
      expect(
        own.some((text) => text.includes(note.replace('更正：', ''))),
        `${path} ${note}`,
      ).toBe(true);
    }
  }
});

test.each(mended.map((one) => [one.path, one] as const))('%s says that it was mended, and leads there', (path, one) => {
  const { tree, html } = page(path);
  expect(linksIn(tree)).toContain(`/corrections/#${one.anchor}`);
  expect(byId(list, one.anchor)).toBeDefined();
  const marked = withAttr(tree, 'dataCorrection').map(textOf);
  expect(marked.map((text) => text.replace(/\s/g, ''))).toEqual(
    one.notes.map(({ date, note }) => `${date}·${note}`.replace(/\s/g, '')),
  );
  const data = /<script type="application\/ld\+json">([^<]*CorrectionComment[^<]*)<\/script>/.exec(html)?.[1] ?? '';
  for (const { note } of one.notes) expect(data, path).toContain(JSON.stringify(note).slice(1, -1));
});

test('a page that was not mended says nothing of it', () => {
  const anchors = new Set(mended.map(({ path }) => path));
  const wrong = [...written, ...drawn]
    .map(({ path }) => path)
    .filter((path) => !anchors.has(path) && page(path).html.includes('CorrectionComment'));
  expect(wrong).toEqual([]);
});

test('feeds mark a page whose last change mends an error', () => {
  const feed = JSON.parse(siteFile('feed.json')) as { items: { url: string; tags?: string[]; content_text: string }[] };
  for (const { url, tags, content_text: text } of feed.items) {
    const path = new URL(url).pathname;
    const last = [...written, ...drawn].find((one) => one.path === path)?.changes.at(-1);
    const corrects = last?.note.startsWith('更正：') ?? false;
    expect(tags, path).toEqual(corrects ? ['更正'] : undefined);
    expect(text.includes('更正：'), path).toBe(corrects);
  }
});

test('the page of corrections is reached from every page', () => {
  expect(linksIn(page('/').tree)).toContain('/corrections/');
  expect(linksIn(page('/sitemap/').tree)).toContain('/corrections/');
});
