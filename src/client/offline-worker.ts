/// <reference lib="webworker" />
import { type Bundle, type StoredFile, addressOf, storeName, visitedName } from '#domain/site/offline.ts';

/**
 * Keeps the site readable without a network. Each worker knows the list of one version only and answers from it alone,
 * so two versions never mix; a new version is fetched beside the old one and takes over between two pages.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;
/** The build puts the list in place of this name. */
declare const __KEPT_FILES__: StoredFile[];
const list = __KEPT_FILES__;
const base = new URL(worker.registration.scope).pathname;
const most = { loads: 6, visited: 60 };

const keyOf = ({ url, revision }: StoredFile) => `${base}${url}?v=${revision}`;
/** What a bundle holds has its revision. */
const withHeld = ({ url, revision, holds = [] }: StoredFile) =>
  [url, ...holds].map((path) => ({ url: path, revision }));
const keys = new Map(list.flatMap(withHeld).map((file) => [base + addressOf(file.url), keyOf(file)]));
const types = { html: 'text/html', json: 'application/json', txt: 'text/plain' } as const;

worker.addEventListener('install', (event) => {
  event.waitUntil(fill());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(tidy());
});
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin || !pathname.startsWith(base)) return;
  event.respondWith(answer(event.request, pathname));
});

/** Files that an older version or a broken-off attempt already fetched are not fetched again. */
async function fill(): Promise<void> {
  const store = await caches.open(storeName(base));
  const there = new Set((await store.keys()).map(({ url }) => new URL(url).pathname + new URL(url).search));
  const missing = list.filter((file) => !there.has(keyOf(file)));
  const loadOn = async () => {
    for (let file = missing.shift(); file; file = missing.shift()) await load(store, file);
  };
  await Promise.all(Array.from({ length: most.loads }, loadOn));
}

/** Takes a file only if it is the one of the list: a site published meanwhile must not slip in. */
async function load(store: Cache, file: StoredFile): Promise<void> {
  const response = await fetch(base + addressOf(file.url), { cache: 'no-cache', priority: 'low' });
  const body = await response.arrayBuffer();
  if (!response.ok || (await hash(body)) !== file.revision) throw new Error(`${file.url}: another version`);
  if (file.holds) await unpack(store, file, body);
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  // What is left of a bundle says that all of it is there.
  await keep(store, file, file.holds ? new ArrayBuffer(0) : body, type);
}

async function unpack(store: Cache, { revision }: StoredFile, body: ArrayBuffer): Promise<void> {
  for (const [url, text] of Object.entries(JSON.parse(new TextDecoder().decode(body)) as Bundle)) {
    const type = types[url.split('.').pop() as keyof typeof types];
    await keep(store, { url, revision }, new TextEncoder().encode(text), `${type}; charset=utf-8`);
  }
}

async function keep(store: Cache, file: StoredFile, body: BufferSource, type: string): Promise<void> {
  const headers = { 'content-type': type, 'content-length': String(body.byteLength) };
  await store.put(keyOf(file), new Response(body, { headers }));
}

async function hash(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function tidy(): Promise<void> {
  const store = await caches.open(storeName(base));
  const wanted = new Set(keys.values());
  for (const request of await store.keys()) {
    const { pathname, search } = new URL(request.url);
    if (!wanted.has(pathname + search)) await store.delete(request);
  }
  await caches.delete(visitedName(base));
}

async function answer(request: Request, path: string): Promise<Response> {
  const navigates = request.mode === 'navigate';
  if (navigates && (await handOver())) return again();
  const stored = await fromStore(path);
  if (stored) return stored;
  try {
    const response = await fetch(request);
    if (navigates && response.ok && !response.redirected) await remember(request, response.clone());
    return response;
  } catch (error) {
    const seen = await (await caches.open(visitedName(base))).match(request);
    if (seen) return seen;
    const fallback = navigates ? await fromStore(`${base}offline/`) : undefined;
    if (fallback) return fallback;
    throw error;
  }
}

/**
 * Asks for the same page once more when the new version is in charge, and not before: Chromium may let a page wait for
 * minutes that is asked of a worker just being replaced.
 */
function again(): Response {
  const script = `const workers = navigator.serviceWorker;
const again = () => location.reload();
workers.addEventListener('controllerchange', again);
workers.getRegistration().then((found) => found && found.waiting ? undefined : again());`;
  const page =
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="5">' +
    `<p>正在换上新的版本……</p><script>${script}</script></html>`;
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** A newer version that is ready takes over before a page is shown, unless another window still shows the old one. */
async function handOver(): Promise<boolean> {
  const { waiting } = worker.registration;
  if (!waiting || (await worker.clients.matchAll()).length > 1) return false;
  waiting.postMessage('take over');
  return true;
}

async function fromStore(path: string): Promise<Response | undefined> {
  const key = keys.get(path) ?? keys.get(`${path}/`);
  return key === undefined ? undefined : (await caches.open(storeName(base))).match(key);
}

async function remember(request: Request, response: Response): Promise<void> {
  const visited = await caches.open(visitedName(base));
  const [oldest, ...others] = await visited.keys();
  if (oldest && others.length >= most.visited) await visited.delete(oldest);
  await visited.put(request, response);
}
