import { offlineChoice } from '#domain/site/offline.ts';
import { createUrls } from '#domain/site/urls.ts';

/** Keeps the site on the device after the page has loaded, unless the reader said no, saves data or has a very slow line; says so when the network is gone. */
const urls = createUrls(import.meta.env.BASE_URL.replace(/\/*$/, '/'));
const connection = (navigator as { connection?: { saveData?: boolean; effectiveType?: string } }).connection;
const thrifty = connection?.saveData === true || connection?.effectiveType?.endsWith('2g') === true;
/** The page itself, and a reader who goes on at once, come first. */
const delay = 2000;

function refused(): boolean {
  try {
    return localStorage.getItem(offlineChoice) === 'off';
  } catch {
    return true;
  }
}

async function keep(): Promise<void> {
  if (refused()) return;
  const registration = await navigator.serviceWorker.register(urls.file('sw.js'));
  // A server that is ailing refuses the list too; one that does not answer at all is the surest sign.
  registration
    .update()
    .catch(() => fetch(urls.file('sw.js'), { method: 'HEAD', cache: 'no-store' }))
    .then(sayOnline, sayOffline);
}

/** The page in view was stored earlier: it carries its date. */
function sayOffline(): void {
  if (document.querySelector('[data-offline-note]')) return;
  const note = document.createElement('p');
  note.className = 'notice screen-only';
  note.dataset['offlineNote'] = '';
  note.setAttribute('role', 'status');
  const version = document.querySelector<HTMLElement>('[data-version]')?.dataset['version'];
  note.textContent = `现在没有网络。这是存在设备里的一份${version ? `，${version}的版本` : ''}，不一定是最新的。`;
  document.querySelector('main')?.prepend(note);
}

function sayOnline(): void {
  document.querySelector('[data-offline-note]')?.remove();
}

if ('serviceWorker' in navigator && window.isSecureContext) {
  addEventListener('load', () => {
    if (!navigator.onLine) sayOffline();
    const known = navigator.serviceWorker.controller !== null;
    if (known || !thrifty) setTimeout(() => void keep().catch(() => undefined), known ? 0 : delay);
  });
  addEventListener('offline', sayOffline);
  addEventListener('online', sayOnline);
}
