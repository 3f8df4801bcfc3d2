import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Content } from '#domain/content.ts';
import { ParsedBefore } from '#reader/parsed-before.ts';
import { readContent } from '#reader/read-content.ts';

let folder: string;
let contentDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parsed-'));
  contentDir = join(folder, 'content');
  cpSync('src/content', contentDir, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const cache = () => join(folder, 'cache');
function read(code = 'one program') {
  const before = new ParsedBefore(cache(), code);
  const read = readContent(contentDir, 'src/data', before);
  before.save();
  return read;
}
/** All that a page or a check can see of what was read. */
const seen = ({ places, clusters, policies, cases, sources }: Content) => ({
  entries: [...places, ...clusters, ...policies, ...cases].map(({ id, path, data, body, stamp, lineOf }) => [
    id,
    path,
    data,
    body,
    stamp,
    lineOf(['facts', 0, 'label']),
  ]),
  sources: sources.map(({ id, path, data, lineOf }) => [id, path, data, lineOf(['outlet'])]),
});

test('what was parsed before is the same as what is parsed anew, lines of the file included', () => {
  const fresh = readContent(contentDir, 'src/data');
  const first = read();
  const second = read();
  expect(first.faults).toEqual(fresh.faults);
  expect(second.faults).toEqual(fresh.faults);
  expect(seen(first.content)).toEqual(seen(fresh.content));
  expect(seen(second.content)).toEqual(seen(fresh.content));
});

test('a changed file is read anew, and its faults are told', () => {
  read();
  const file = join(contentDir, 'places', 'chaluhe.mdx');
  const text = readFileSync(file, 'utf-8');
  writeFileSync(file, text.replace(/^title: .*$/m, 'title: 换了名字'));
  expect(read().content.places.find(({ id }) => id === 'chaluhe')?.data.title).toBe('换了名字');
  writeFileSync(file, `${text}\n<script>alert(1)</script>\n`);
  for (const { content, faults } of [read(), read()]) {
    expect(content.places.some(({ id }) => id === 'chaluhe')).toBe(false);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.path).toMatch(/chaluhe\.mdx$/);
  }
});

test('another program, spoiled files and removed ones leave nothing old behind', () => {
  const fresh = seen(read().content);
  const other = new ParsedBefore(cache(), 'another program');
  const { path, stamp } = fileOf('chaluhe');
  expect(new ParsedBefore(cache(), 'one program').find(path, stamp)).toBeDefined();
  expect(other.find(path, stamp)).toBeUndefined();

  rmSync(join(contentDir, 'places', 'chaluhe.mdx'));
  read();
  expect(new ParsedBefore(cache(), 'one program').find(path, stamp)).toBeUndefined();

  for (const name of readdirSync(cache())) writeFileSync(join(cache(), name), 'spoiled');
  cpSync('src/content', contentDir, { recursive: true });
  expect(seen(read().content)).toEqual(fresh);
});

function fileOf(id: string): { path: string; stamp: string } {
  const found = readContent(contentDir, 'src/data').content.places.find((place) => place.id === id);
  if (!found?.stamp) throw new Error(`${id} 没有读到`);
  return { path: found.path, stamp: found.stamp };
}
