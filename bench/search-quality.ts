import { brotliCompressSync } from 'node:zlib';
import { addressOf } from '#domain/search/addresses.ts';
import { createFinder } from '#domain/search/finder.ts';
import { createUrls } from '#domain/urls.ts';

export interface Asked {
  q: string;
  /** Addresses that answer; none: nothing on the site does. */
  expect: readonly string[];
}

export interface Quality {
  at1: number;
  at5: number;
  empties: string;
  /** Brotli bytes of the index that a first query reads, to its first five results: mean and most. */
  meanBytes: number;
  mostBytes: number;
  /** Milliseconds in which 95 of 100 queries are answered by a loaded finder, on this machine. */
  within: number;
}

/** Right first, right among five, honestly empty; and what it costs. The finder alone, without the full text. */
export async function qualityOf(files: ReadonlyMap<string, string>, asked: readonly Asked[]): Promise<Quality> {
  const sizes = new Map([...files].map(([name, text]) => [name, brotliCompressSync(text).length]));
  const urls = createUrls('/');
  const finderThatNotes = (note: (file: string) => void) =>
    createFinder((file) => {
      note(file);
      const text = files.get(file);
      return text === undefined ? Promise.reject(new Error(file)) : Promise.resolve(text);
    });
  const warm = finderThatNotes(() => undefined);
  const count = { one: 0, five: 0, none: 0, empty: 0 };
  const bytes: number[] = [];
  const times: number[] = [];
  for (const { q, expect } of asked) {
    const read = new Set<string>();
    const cold = finderThatNotes((file) => read.add(file));
    const { hits } = await cold.search(q);
    const cards = await cold.cards(hits.slice(0, 5).map(({ entry }) => entry));
    bytes.push([...read].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0));
    await warm.search(q);
    const started = performance.now();
    await warm.search(q);
    times.push(performance.now() - started);
    const got = cards.map((card) => addressOf(card, urls).replace(/#.*/, ''));
    if (expect.length === 0) {
      count.none++;
      if (got.length === 0) count.empty++;
    } else {
      if (expect.includes(got[0] ?? '')) count.one++;
      if (got.some((address) => expect.includes(address))) count.five++;
    }
  }
  const answerable = asked.length - count.none;
  return {
    at1: count.one / answerable,
    at5: count.five / answerable,
    empties: `${count.empty}/${count.none}`,
    meanBytes: bytes.reduce((sum, size) => sum + size, 0) / bytes.length,
    mostBytes: Math.max(...bytes),
    within: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0,
  };
}
