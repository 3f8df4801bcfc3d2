import { offlineChoice, storeName, visitedName } from '#domain/site/offline.ts';
import { createUrls } from '#domain/site/urls.ts';

/** Says how much of the site is kept on this device, and removes it or allows it again. */
class OfflineStore extends HTMLElement {
  readonly #urls = createUrls(import.meta.env.BASE_URL.replace(/\/*$/, '/'));
  readonly #base = this.#urls.fixed('home');

  connectedCallback() {
    if (!('serviceWorker' in navigator && 'caches' in window)) return;
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button) void (button.dataset['offline'] === 'remove' ? this.#remove() : this.#allow());
    });
    void this.#show();
  }

  async #show() {
    let files = 0;
    let bytes = 0;
    for (const name of [storeName(this.#base), visitedName(this.#base)]) {
      if (!(await caches.has(name))) continue;
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        files += 1;
        bytes += Number(response?.headers.get('content-length') ?? 0);
      }
    }
    const off = localStorage.getItem(offlineChoice) === 'off';
    const size = (bytes / 1_000_000).toFixed(1);
    const kept = `这台设备里存着${files}个文件，约${size}兆字节，没有网络也能读。`;
    const none = off
      ? '这台设备里没有存本站的内容，以后也不存。'
      : '这台设备里还没有存本站的内容；打开网页以后会自动存。';
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = files > 0 ? kept : none;
    this.#toggle('remove', files > 0);
    this.#toggle('allow', off);
  }

  #toggle(name: string, shown: boolean) {
    this.querySelector(`[data-offline=${name}]`)?.toggleAttribute('hidden', !shown);
  }

  async #remove() {
    localStorage.setItem(offlineChoice, 'off');
    const registration = await navigator.serviceWorker.getRegistration(this.#base);
    await registration?.unregister();
    for (const name of [storeName(this.#base), visitedName(this.#base)]) await caches.delete(name);
    await this.#show();
  }

  async #allow() {
    localStorage.removeItem(offlineChoice);
    await navigator.serviceWorker.register(this.#urls.file('sw.js'));
    await navigator.serviceWorker.ready;
    await this.#show();
  }
}

customElements.define('offline-store', OfflineStore);
