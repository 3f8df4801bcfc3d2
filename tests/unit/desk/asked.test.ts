import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readContent } from '#content-io/read.ts';
import { askedOf, blankEntry, queriesIn } from '../../../scripts/desk/asked-log.ts';

const line = (target: string, status = 200, address = '203.0.113.7') =>
  `${address} - - [28/Nov/2026:09:00:00 +0800] "GET ${target} HTTP/1.1" ${status} 5120 "-" "Mozilla/5.0"`;
const q = (text: string) => `/search/?q=${encodeURIComponent(text)}`;
const log = [
  line(q('石材')),
  line(q(' 石材 ')),
  line('/search/?q=%E7%9F%B3%E6%9D%90&kind=place', 304),
  line(q('火星基地怎么建')),
  line(`/ztzl/xcz${q('厕所')}`),
  line(q('打不开'), 500),
  line('/places/?q=别的页'),
  line('/search/'),
  line('/search/?q=%FF%FE'),
  line(q('甲'.repeat(80))),
  line(q('我的电话13912345678')),
  line('/search/?q=\\xE7\\x9F\\xB3\\xE6\\x9D\\x90'),
  'half a line "GET /search/?q=',
].join('\n');

test('queries are counted, and nothing else of a line is kept', () => {
  const found = queriesIn(Buffer.from(log));
  expect([...found]).toEqual([
    ['石材', 4],
    ['火星基地怎么建', 1],
    ['厕所', 1],
    ['我的电话〔电话已删〕', 1],
  ]);
  expect(JSON.stringify([...found])).not.toMatch(/203\.0|Mozilla|Nov/);
});

test('a log that is packed is read as well, one that is broken is said to be so', () => {
  expect([...queriesIn(gzipSync(log))]).toEqual([...queriesIn(Buffer.from(log))]);
  expect(() => queriesIn(Uint8Array.from([0x1f, 0x8b, 1, 2, 3]))).toThrow(/解不开/);
});

test('each query has what came first, or no answer; the most asked stands first', async () => {
  const { content } = readContent('tests/fixtures/content', 'tests/fixtures/data');
  const [stone, ...rest] = await askedOf(
    new Map([
      ['火星基地怎么建', 1],
      ['石材', 4],
    ]),
    content,
  );
  expect(stone).toMatchObject({
    query: '石材',
    times: 4,
    first: { address: expect.stringMatching(/^\/(?:places|cases)\//) as string },
  });
  expect(rest).toEqual([{ query: '火星基地怎么建', times: 1, first: undefined }]);
  expect(blankEntry('火星基地怎么建')).toBe('- id:\n  page:\n  asks:\n    - 火星基地怎么建');
});
