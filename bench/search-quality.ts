import { brotliCompressSync } from 'node:zlib';
import { addressOf } from '#domain/search/addresses.ts';
import { type Finder, createFinder } from '#domain/search/finder.ts';
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
  /** Milliseconds in which 95 of 100 queries are answered by a loaded finder, on this machine. */
  within: number;
}

const urls = createUrls('/');

function finderOf(files: ReadonlyMap<string, string>, note: (file: string) => void = () => undefined): Finder {
  return createFinder((file) => {
    note(file);
    const text = files.get(file);
    return text === undefined ? Promise.reject(new Error(file)) : Promise.resolve(text);
  });
}

async function firstFive(finder: Finder, q: string): Promise<string[]> {
  const { hits } = await finder.search(q);
  const cards = await finder.cards(hits.slice(0, 5).map(({ entry }) => entry));
  return cards.map((card) => addressOf(card, urls).replace(/#.*/, ''));
}

/** Right first, right among five, honestly empty. The finder alone, without the full text. */
export async function qualityOf(files: ReadonlyMap<string, string>, asked: readonly Asked[]): Promise<Quality> {
  const finder = finderOf(files);
  const count = { one: 0, five: 0, none: 0, empty: 0 };
  const times: number[] = [];
  for (const { q, expect } of asked) {
    const got = await firstFive(finder, q);
    const started = performance.now();
    await finder.search(q);
    times.push(performance.now() - started);
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
    within: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0,
  };
}

/** Brotli bytes of the index that a first query reads, to its first five results: mean and most, over some of the queries. */
export async function costOf(files: ReadonlyMap<string, string>, asked: readonly Asked[]) {
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const size = sizes.get(file) ?? brotliCompressSync(files.get(file) ?? '').length;
    sizes.set(file, size);
    return size;
  };
  const bytes: number[] = [];
  for (const { q } of asked.filter((_, index) => index % Math.ceil(asked.length / 25) === 0)) {
    const read = new Set<string>();
    await firstFive(
      finderOf(files, (file) => read.add(file)),
      q,
    );
    bytes.push([...read].reduce((sum, file) => sum + sizeOf(file), 0));
  }
  return { mean: bytes.reduce((sum, size) => sum + size, 0) / bytes.length, most: Math.max(...bytes) };
}
