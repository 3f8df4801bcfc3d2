import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { createCatalog } from '#domain/model/catalog.ts';
import { writtenOf } from '#domain/model/content.ts';
import type { Content } from '#domain/model/types.ts';
import { createUrls } from '#domain/site/urls.ts';
import { addressOf } from '#search/addresses.ts';
import { searchFiles } from '#search/index/search-files.ts';
import { openSearchIndex } from '#search/query/search-index.ts';
import { listPages } from '../../src/sections.ts';
import { withoutPersonal } from './intake/personal.ts';
import { Refusal } from './store.ts';

/** Bytes of a log that may be unpacked. */
const most = 300_000_000;
/** Longest query that is kept, in characters; what is longer was no question. */
const longest = 60;

/** One thing people asked: how often, and what search answers to it. */
export interface Asked {
  query: string;
  times: number;
  first: { title: string; address: string } | undefined;
}

/**
 * Queries of /search/?q= in a log of nginx's combined format, with how often each was asked. Of a line nothing else is
 * looked at: not who asked, from where, nor when.
 */
export function queriesIn(bytes: Uint8Array): Map<string, number> {
  const text = unpacked(bytes);
  const found = new Map<string, number>();
  for (const [, target = '', status = ''] of text.matchAll(/"GET (\S+) HTTP\/[\d.]+" (\d{3})/g)) {
    if (status.startsWith('4') || status.startsWith('5')) continue;
    const [path = '', search] = target.split('?', 2);
    if (search === undefined || !/\/search\/?$/.test(path)) continue;
    const query = queryOf(search);
    if (query !== '' && query.length <= longest) found.set(query, (found.get(query) ?? 0) + 1);
  }
  return found;
}

function unpacked(bytes: Uint8Array): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return Buffer.from(bytes).toString('latin1');
  try {
    return gunzipSync(bytes, { maxOutputLength: most }).toString('latin1');
  } catch {
    throw new Refusal('日志解不开，或者解开以后太大');
  }
}

/** The query as it was typed. What belongs to a person is taken out. */
function queryOf(search: string): string {
  // nginx writes what is not ASCII as \xE5.
  const plain = search.replaceAll(/\\x([0-9A-F]{2})/gi, '%$1');
  const raw = new URLSearchParams(plain).get('q') ?? '';
  const text = isUtf8(Buffer.from(raw)) ? raw.normalize('NFKC').replaceAll(/[\u0000-\u001F\u007F\uFFFD]/g, ' ') : '';
  return withoutPersonal(text.replaceAll(/\s+/g, ' ').trim()).text;
}

/** What search answers to each query, the most asked first. */
export async function askedOf(queries: ReadonlyMap<string, number>, content: Content): Promise<Asked[]> {
  const catalog = createCatalog(writtenOf(content));
  const { files } = searchFiles(catalog, listPages);
  const index = openSearchIndex((file) => Promise.resolve(files.get(file) ?? ''));
  const urls = createUrls('/');
  const asked: Asked[] = [];
  for (const [query, times] of [...queries].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
    const { hits, question, verdict } = await index.search(query);
    // What is only nearest is no answer.
    const best = verdict === 'answer' ? [...(question ? [question] : []), ...hits].slice(0, 1) : [];
    const [card] = await index.cards(best.map(({ entry }) => entry));
    asked.push({ query, times, first: card && { title: card.title, address: addressOf(card, urls) } });
  }
  return asked;
}

/** A row of asks with the blanks to fill in. */
export function blankEntry(query: string): string {
  return [`- id:`, '  page:', '  asks:', `    - ${/[[\]{}:#"']/.test(query) ? JSON.stringify(query) : query}`].join(
    '\n',
  );
}
