import { kindAt } from '#search/addresses.ts';
import type { ResultKind } from '#search/kinds.ts';
import { contentWords } from '#search/query/marks.ts';
import type { Query } from '#search/query/query.ts';
import type { Urls } from '#domain/site/urls.ts';

/** What we use of Pagefind's own interface. */
interface Pagefind {
  options(options: { baseUrl: string; noWorker: boolean }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindPage> }[] } | null>;
}
interface PagefindPage {
  raw_url?: string;
  url: string;
  meta: { title?: string };
  excerpt: string;
  sub_results: { title: string; url: string; excerpt: string }[];
}

/** A page that the full text brought (全文找到的). */
export interface TextHit {
  kind: ResultKind;
  title: string;
  url: string;
  excerpt: string;
  section?: { title: string; url: string };
}

const most = 20;
let pagefind: Promise<Pagefind> | undefined;

/** Second step: pages whose text holds all that was asked. Loaded when the index has answered, or has nothing yet. */
export async function searchText(query: Query, urls: Urls): Promise<TextHit[]> {
  const words = contentWords(query);
  if (words.length === 0) return [];
  const found = await (await fullText(urls)).search(words.join(' '));
  const pages = await Promise.all((found?.results ?? []).slice(0, most).map((result) => result.data()));
  const base = urls.file('');
  return pages.flatMap((page) => {
    const url = page.url.startsWith(base) ? page.url : base + page.url.replace(/^\//, '');
    const kind = kindAt(url.slice(base.length).replace(/[?#].*/, ''));
    const [section] = page.sub_results.filter((result) => result.url.includes('#'));
    if (!isHonest(section?.excerpt ?? page.excerpt, words)) return [];
    return {
      kind,
      title: page.meta.title ?? '',
      url,
      excerpt: section?.excerpt ?? page.excerpt,
      ...(section && { section: { title: section.title, url: section.url } }),
    };
  });
}

/** Fetched once; after a failure, anew. */
export function fullText(urls: Urls): Promise<Pagefind> {
  pagefind ??= load(urls);
  pagefind.catch(() => (pagefind = undefined));
  return pagefind;
}

async function load(urls: Urls): Promise<Pagefind> {
  const module = (await import(/* @vite-ignore */ urls.file('pagefind/pagefind.js'))) as Pagefind;
  await module.options({ baseUrl: urls.file(''), noWorker: true });
  return module;
}

/** Pagefind also gives pages that hold a part of a word; we show those that say most of what was asked. */
function isHonest(excerpt: string, words: readonly string[]): boolean {
  const marked = new Set(Array.from(excerpt.matchAll(/<mark>(.*?)<\/mark>/gu), ([, text = '']) => text).join(''));
  const asked = new Set(words.join(''));
  const met = [...asked].filter((character) => marked.has(character)).length;
  return met >= asked.size * 0.7;
}
