import {
  type Asked,
  type Attempts,
  type KeptState,
  isDue,
  isThrifty,
  offlineAttempts,
  offlineChoice,
  storeName,
  visitedName,
} from '#domain/site/offline.ts';
import { createUrls } from '#domain/site/urls.ts';

/** What pages do with what is kept on the device: ask the worker for it, and for how it stands. */
const urls = createUrls(import.meta.env.BASE_URL.replace(/\/*$/, '/'));
const base = urls.fixed('home');
export const workerFile = urls.file('sw.js');
/** Told on the document when a page has asked for the site to be kept and has its answer. */
export const keptEvent = 'offline-kept';

/** Without a secure address, or where the browser refuses storage, nothing can be kept. */
export const canKeep = 'serviceWorker' in navigator && 'caches' in window && window.isSecureContext;

export function isThriftyHere(): boolean {
  return isThrifty((navigator as { connection?: Parameters<typeof isThrifty>[0] }).connection);
}

/** on, off or nothing said; a browser that refuses storage has said off. */
export function choice(): string | null {
  try {
    return localStorage.getItem(offlineChoice);
  } catch {
    return 'off';
  }
}

export const register = () => navigator.serviceWorker.register(workerFile);

/** The worker's answer; none from one that does not know the question. */
export async function ask(asked: Asked): Promise<KeptState | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  const worker = registration?.active;
  if (!worker) return undefined;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      resolve(data as KeptState);
    };
    // Fetching and storing may take minutes; what is asked besides does not.
    setTimeout(resolve, asked === 'keep' ? 600_000 : 5000);
    worker.postMessage(asked, [port2]);
  });
}

/** Asks for the whole site. After a failure the next page waits its time; a reader who presses a button does not. */
export async function keepAll(isAsked: boolean): Promise<void> {
  const before = attempts();
  if (!isAsked && !isDue(before, Date.now())) return;
  const state = await ask('keep');
  if (state) {
    const { lack } = state;
    const now: Attempts = { failed: lack ? before.failed + 1 : 0, at: Date.now(), ...(lack && { lack }) };
    localStorage.setItem(offlineAttempts, JSON.stringify(now));
  }
  document.dispatchEvent(new CustomEvent(keptEvent, { detail: state }));
}

export function attempts(): Attempts {
  try {
    const { failed, at, lack } = JSON.parse(localStorage.getItem(offlineAttempts) ?? '') as Partial<Attempts>;
    return { failed: Number(failed) || 0, at: Number(at) || 0, ...(lack && { lack }) };
  } catch {
    return { failed: 0, at: 0 };
  }
}

/** Nothing of this site stays on the device. */
export async function removeAll(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  await registration?.unregister();
  for (const name of [storeName(base), visitedName(base)]) await caches.delete(name);
  localStorage.removeItem(offlineAttempts);
}
