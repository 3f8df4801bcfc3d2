import { offlineChoice } from '#domain/offline.ts';
import { createUrls } from '#domain/urls.ts';

/** Keeps the site on the device after the page has loaded, unless the reader said no or saves data; says so when the network is gone. */
const urls = createUrls(import.meta.env.BASE_URL.replace(/\/*$/, '/'));
const connection = (navigator as { connection?: { saveData?: boolean } }).connection;

function refused(): boolean {
  try {
    return localStorage.getItem(offlineChoice) === 'off';
  } catch {
    return true;
  }
}

async function keep(): Promise<void> {
  if (!navigator.onLine) sayOffline();
  if (refused() || connection?.saveData) return;
  const registration = await navigator.serviceWorker.register(urls.file('sw.js'));
  // Being refused the newest list is the surest sign that there is no way out.
  registration.update().then(sayOnline, sayOffline);
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
  addEventListener('load', () => void keep().catch(() => undefined));
  addEventListener('offline', sayOffline);
  addEventListener('online', sayOnline);
}
