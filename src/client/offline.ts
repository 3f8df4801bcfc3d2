import { announce } from './announce.ts';
import { ask, canKeep, choice, isThriftyHere, keepAll, register, removeAll, workerFile } from './offline-keeping.ts';

/**
 * Keeps the site on the device after the page has loaded, unless the reader said no; of readers who save data or have a
 * very slow line, the pages they open. Says so when the network is gone.
 */

/** The page itself, and a reader who goes on at once, come first. */
const delay = 2000;

async function keep(): Promise<void> {
  if (choice() === 'off') return;
  const registration = await register();
  if (await hasMoved(registration)) {
    // What is kept would hide what stands here now.
    await removeAll();
    return;
  }
  await navigator.serviceWorker.ready;
  if (!isThriftyHere() || choice() === 'on') await keepAll(false);
  else if (!navigator.serviceWorker.controller) await ask({ visited: [location.href, ...scripts()] });
}

/** A server that is ailing refuses the list too; one that does not answer at all is the surest sign of no network. */
async function hasMoved(registration: ServiceWorkerRegistration): Promise<boolean> {
  const status = await registration.update().then(
    () => 200,
    () => fetch(workerFile, { method: 'HEAD', cache: 'no-store' }).then((response) => response.status, sayOffline),
  );
  if (status !== undefined) sayOnline();
  return status === 404 || status === 410;
}

const scripts = () =>
  performance.getEntriesByType('resource').flatMap(({ name }) => (/\/_astro\/[^/]+\.js$/.test(name) ? [name] : []));

/** The page carries its date. */
function sayOffline(): void {
  if (document.querySelector('[data-offline-note]')) return;
  const note = document.createElement('p');
  note.className = 'notice screen-only';
  note.dataset['offlineNote'] = '';
  const version = document.querySelector<HTMLElement>('[data-version]')?.dataset['version'];
  note.textContent = `现在没有网络。${version ? `这一页是${version}的版本，` : ''}不一定是最新的。`;
  document.querySelector('main')?.prepend(note);
  announce(note.textContent);
}

function sayOnline(): void {
  document.querySelector('[data-offline-note]')?.remove();
}

if (canKeep) {
  addEventListener('load', () => {
    if (!navigator.onLine) sayOffline();
    const known = navigator.serviceWorker.controller !== null;
    setTimeout(() => void keep().catch(() => undefined), known ? 0 : delay);
  });
  addEventListener('offline', sayOffline);
  addEventListener('online', sayOnline);
}
