/// <reference lib="webworker" />
import {
  type Asked,
  type Bundle,
  type KeptState,
  type Lack,
  type StoredFile,
  addressOf,
  isThrifty,
  storeName,
  visitedName,
} from '#domain/site/offline.ts';

/**
 * Keeps the site readable without a network. Each worker knows the list of one version only and answers from it alone,
 * so two versions never mix; a new version is fetched beside the old one and takes over between two pages. The first time
 * a page asks for the list to be kept; what has no room is left out and comes from the network.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;
/** The build puts the list in place of this name: what matters most comes first. */
declare const __KEPT_FILES__: StoredFile[];
const list = __KEPT_FILES__;
const base = new URL(worker.registration.scope).pathname;
const [kept, opened] = [storeName(base), visitedName(base)];
/** Pages that were opened, with their scripts. */
const mostVisited = 80;
const packing = 'x-packed';

class NoRoom extends Error {}

const keyOf = ({ url, revision }: Pick<StoredFile, 'url' | 'revision'>) => `${base}${url}?v=${revision}`;
/** What a bundle holds has its revision. */
const withHeld = ({ url, revision, holds = [] }: StoredFile) =>
  [url, ...holds].map((path) => ({ url: path, revision }));
const keys = new Map(list.flatMap(withHeld).map((file) => [base + addressOf(file.url), keyOf(file)]));
const types = { html: 'text/html', json: 'application/json', txt: 'text/plain' } as const;

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(tidy(false));
});
worker.addEventListener('message', (event) => {
  event.waitUntil(hear(event.data as Asked, event.ports[0]));
});
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin || !pathname.startsWith(base)) return;
  event.respondWith(answer(event, pathname));
});

async function hear(asked: Asked, port: MessagePort | undefined): Promise<void> {
  if (asked === 'take over') return worker.skipWaiting();
  let lack: Lack | undefined;
  if (asked === 'keep') lack = await fillOnce();
  else if (asked !== 'state') await keepVisited(asked.visited);
  port?.postMessage({ ...(await state()), ...(lack && { lack }) });
}

/**
 * Where the site is kept, a new version is fetched before it takes over: one that is published only in part is not taken.
 * One that has no room beside the old one takes over all the same, or the device would show the old one for ever.
 */
async function install(): Promise<void> {
  const { connection } = navigator as { connection?: Parameters<typeof isThrifty>[0] };
  if (!(await caches.has(kept)) || isThrifty(connection)) return;
  if ((await fill(false)) === 'network') throw new Error('not all of this version is there');
}

let filling: Promise<Lack | undefined> | undefined;
/** However many windows ask. */
function fillOnce(): Promise<Lack | undefined> {
  filling ??= fill(true).finally(() => {
    filling = undefined;
  });
  return filling;
}

/** Files that an older version or a broken-off attempt already fetched are not fetched again. */
async function fill(isInCharge: boolean): Promise<Lack | undefined> {
  let lack: Lack | undefined;
  for (const file of await missing()) {
    try {
      await load(file).catch(async (error: unknown) => {
        if (!(error instanceof NoRoom) || !isInCharge || lack !== undefined) throw error;
        await tidy(true);
        await load(file);
      });
    } catch (error) {
      if (!(error instanceof NoRoom)) return 'network';
      lack = 'room';
      await drop(file);
      if (!isInCharge) return lack;
    }
  }
  return lack;
}

async function missing(): Promise<StoredFile[]> {
  const there = new Set((await requests(kept)).map(keyIn));
  return list.filter((file) => !there.has(keyOf(file)));
}

/** Takes a file only if it is the one of the list: a site published meanwhile must not slip in. */
async function load(file: StoredFile): Promise<void> {
  const response = await fetch(base + addressOf(file.url), { cache: 'no-cache', priority: 'low' });
  const body = await response.arrayBuffer();
  if (!response.ok || (await hash(body)) !== file.revision) throw new Error(`${file.url}: another version`);
  if (file.holds) await unpack(file, body);
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  // What is left of a bundle says that all of it is there.
  await keep(file, file.holds ? new ArrayBuffer(0) : body, type);
}

async function unpack({ revision }: StoredFile, body: ArrayBuffer): Promise<void> {
  for (const [url, text] of Object.entries(JSON.parse(new TextDecoder().decode(body)) as Bundle)) {
    const type = types[url.split('.').pop() as keyof typeof types];
    await keep({ url, revision }, new TextEncoder().encode(text), `${type}; charset=utf-8`);
  }
}

/** Bytes; what is smaller is not worth the work of packing. */
const smallest = 2000;

/** Packed, the site takes a third of the room. */
async function keep(file: Pick<StoredFile, 'url' | 'revision'>, body: BufferSource, type: string): Promise<void> {
  const headers: Record<string, string> = { 'content-type': type };
  let bytes = body;
  if ('CompressionStream' in worker && body.byteLength >= smallest) {
    bytes = await new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
    headers[packing] = 'gzip';
  }
  headers['content-length'] = String(bytes.byteLength);
  try {
    await (await caches.open(kept)).put(keyOf(file), new Response(bytes, { headers }));
  } catch (error) {
    throw new NoRoom(file.url, { cause: error });
  }
}

async function drop(file: StoredFile): Promise<void> {
  const store = await caches.open(kept);
  for (const one of withHeld(file)) await store.delete(keyOf(one));
}

async function hash(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Removes what other versions kept. Copies of pages that this one has not yet stay, unless their room is needed: without a
 * network an older page, with its date, is better than none.
 */
async function tidy(needsRoom: boolean): Promise<void> {
  if (!(await caches.has(kept))) return;
  const store = await caches.open(kept);
  const found = await store.keys();
  const there = new Set(found.map(keyIn));
  const lacking = new Set([...keys.values()].filter((key) => !there.has(key)).map(pathIn));
  const wanted = new Set(keys.values());
  for (const request of found) {
    const key = keyIn(request);
    if (!wanted.has(key) && (needsRoom || !lacking.has(pathIn(key)))) await store.delete(request);
  }
  if (needsRoom || lacking.size === 0) await caches.delete(opened);
}

async function requests(name: string): Promise<readonly Request[]> {
  return (await caches.has(name)) ? (await caches.open(name)).keys() : [];
}
function keyIn({ url }: Request): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
const pathIn = (key: string) => key.replace(/\?.*/, '');

async function state(): Promise<KeptState> {
  const wanted = new Set(keys.values());
  const [listed, visited] = [await requests(kept), await requests(opened)];
  let bytes = 0;
  for (const [name, all] of [
    [kept, listed],
    [opened, visited],
  ] as const)
    for (const request of all) bytes += Number((await match(request, name))?.headers.get('content-length') ?? 0);
  const lacking = await missing();
  return {
    files: listed.map(keyIn).filter((key) => wanted.has(key) && !key.startsWith(`${base}offline/`)).length,
    bytes,
    visited: visited.filter(isPage).length,
    missing: {
      size: lacking.reduce((sum, { size }) => sum + size, 0),
      sent: lacking.reduce((sum, { sent }) => sum + sent, 0),
    },
  };
}

const isScript = (path: string) => path.startsWith(`${base}_astro/`);
const isPage = ({ url }: Request) => !isScript(new URL(url).pathname);

async function answer(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const navigates = request.mode === 'navigate';
  if (navigates && (await handOver())) return again();
  const stored = await fromStore(path);
  if (stored) return stored;
  try {
    const response = await fetch(request);
    if ((navigates || isScript(path)) && response.ok && !response.redirected)
      event.waitUntil(remember(request, response.clone()));
    return response;
  } catch (error) {
    const other = (await match(request, opened)) ?? (await fromStore(path, true));
    if (other) return other;
    const fallback = navigates ? ((await fromStore(`${base}offline/`)) ?? (await notKept())) : undefined;
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
  return shortPage(`<meta http-equiv="refresh" content="5"><p>正在换上新的版本……</p><script>${script}</script>`);
}

function shortPage(body: string): Response {
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>没有网络</title>${body}</html>`;
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** Where not even the page about reading without a network is kept: what was opened before. */
async function notKept(): Promise<Response> {
  const links: string[] = [];
  for (const request of (await requests(opened)).filter(isPage)) {
    const html = await (await match(request, opened))?.text();
    const title = /<title>([^<]*)/.exec(html ?? '')?.[1] ?? '';
    links.push(`<li><a href="${keyIn(request).replaceAll('"', '%22')}">${title}</a>`);
  }
  const list = links.length > 0 ? `<p>打开过、存着的：<ul>${links.join('')}</ul>` : '';
  return shortPage(`<main><h1>现在没有网络</h1><p>这一页没有存在这台设备里，有了网络再打开。${list}</main>`);
}

/** A newer version that is ready takes over before a page is shown, unless another window still shows the old one. */
async function handOver(): Promise<boolean> {
  const { waiting } = worker.registration;
  if (!waiting || (await worker.clients.matchAll()).length > 1) return false;
  waiting.postMessage('take over' satisfies Asked);
  return true;
}

/** A device that cannot read its store goes to the network. */
const match = (request: Request | string, cacheName: string, ignoreSearch = false) =>
  caches.match(request, { cacheName, ignoreSearch }).catch(() => undefined);

/** A file of the list; with `older`, what another version left of it. */
async function fromStore(path: string, older = false): Promise<Response | undefined> {
  const key = keys.get(path) ?? keys.get(`${path}/`);
  const found = key === undefined ? undefined : await match(key, kept, older);
  if (!found?.body || !found.headers.has(packing)) return found;
  const headers = { 'content-type': found.headers.get('content-type') ?? '' };
  return new Response(found.body.pipeThrough(new DecompressionStream('gzip')), { headers });
}

/** A device without room shows the page all the same. */
async function remember(request: Request | string, response: Response): Promise<void> {
  try {
    const visited = await caches.open(opened);
    const [oldest, ...others] = await visited.keys();
    if (oldest && others.length >= mostVisited) await visited.delete(oldest);
    await visited.put(request, response);
  } catch {
    // Nothing is kept, and nothing says that it is.
  }
}

/** What was loaded before this worker was in charge; it is at hand, so nothing is fetched. */
async function keepVisited(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (await match(path, opened)) continue;
    const response = await fetch(path, { cache: 'force-cache' }).catch(() => undefined);
    if (response?.ok && !response.redirected) await remember(path, response);
  }
}
