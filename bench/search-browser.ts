import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Page, chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../scripts/browser.ts';
import type { Asked } from '../tests/fixtures/search-quality.ts';

export interface InBrowser {
  /** Brotli bytes until the first result stands there: scripts and index, without the page itself. */
  first: number;
  /** What the full text fetches after that. */
  later: number;
  /** Milliseconds from a key press to the new list, loaded. */
  key: number;
}

const types: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/** A built site with some of its files replaced, and Pagefind's own interface at /pagefind-ui.html. */
export async function withSite<T>(
  folders: readonly string[],
  replaced: ReadonlyMap<string, string>,
  use: (page: Page, url: string) => Promise<T>,
): Promise<T> {
  const ui = `<!doctype html><html lang="zh-cn"><link rel="stylesheet" href="/pagefind/pagefind-ui.css"><div id="search"></div>
<script src="/pagefind/pagefind-ui.js"></script><script>window.ui = new PagefindUI({ element: '#search', showImages: false })</script></html>`;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const found = folders
      .map((folder) => join(folder, file))
      .find((name) => existsSync(name) && statSync(name).isFile());
    const body = path === '/pagefind-ui.html' ? ui : (replaced.get(path) ?? (found && readFileSync(found)));
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': types[extname(file)] ?? 'text/plain; charset=utf-8',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    return await use(page, `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Brotli size of all that is fetched, one by one; `mark` tells how much it was up to now. */
function weigh(page: Page, counts: (path: string) => boolean) {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!counts(pathname) || !response.ok()) return;
    sizes.set(
      pathname,
      response.body().then(
        (body) => brotliCompressSync(body).length,
        () => 0,
      ),
    );
  });
  return async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
}

const isOwn = (path: string) => /^\/(?:_astro|search-index)\//.test(path);
const isFullText = (path: string) => path.startsWith('/pagefind/');
const isSearch = (path: string) => isOwn(path) || isFullText(path);

export async function ownSearch(page: Page, url: string, q: string): Promise<InBrowser> {
  // The full text may begin to arrive before the first answer is seen, and belongs to what comes later.
  const weight = weigh(page, isOwn);
  const text = weigh(page, isFullText);
  await page.route('**/pagefind/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.goto(`${url}/search/?q=${encodeURIComponent(q)}`);
  await page.waitForSelector('[data-search-results] > li');
  const first = await weight();
  await page.waitForLoadState('networkidle');
  const later = (await weight()) - first + (await text());
  await page.unrouteAll({ behavior: 'wait' });
  const key = await page.evaluate(async () => {
    const box = document.querySelector<HTMLInputElement>('search-page input[name="q"]');
    const list = document.querySelector('[data-search-results]');
    if (!box || !list) throw new Error('没有搜索框');
    const times: number[] = [];
    // Each changes the list at once. The first round loads the files of its characters; the second is timed.
    const typed = ['农', '农村', '农村厕', '农村厕所', '乌', '乌拉', '乌拉街', '落户', 'wulajie'];
    for (const [n, text] of [...typed, ...typed].entries()) {
      const changed = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(list, { childList: true });
        setTimeout(resolve, 2000);
      });
      box.value = text;
      const started = performance.now();
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await changed;
      if (n >= typed.length) times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.9)] ?? 0;
  });
  return { first, later, key };
}

/** Pagefind's default interface on the same pages: bytes of a first query, and how often its first result is right. */
export async function pagefindSearch(page: Page, url: string, q: string, asked: readonly Asked[]) {
  const weight = weigh(page, isSearch);
  await page.goto(`${url}/pagefind-ui.html`);
  await page.fill('#search input', q);
  await page.waitForSelector('.pagefind-ui__result-link, .pagefind-ui__message', { timeout: 20_000 });
  await page.waitForLoadState('networkidle');
  const first = await weight();
  const hits = await page.evaluate(
    async (queries) => {
      const pagefind = (await import(/* @vite-ignore */ `${location.origin}/pagefind/pagefind.js`)) as {
        search(q: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
      };
      let one = 0;
      for (const { q: text, expect } of queries) {
        const { results } = await pagefind.search(text);
        const data = await results[0]?.data();
        if (data && expect.includes(new URL(data.url, location.origin).pathname)) one++;
      }
      return one;
    },
    asked.filter(({ expect }) => expect.length > 0),
  );
  return { first, at1: hits / asked.filter(({ expect }) => expect.length > 0).length };
}
