import { type KeptState, offlineChoice } from '#domain/site/offline.ts';
import { announce } from './announce.ts';
import {
  ask,
  attempts,
  canKeep,
  choice,
  isThriftyHere,
  keepAll,
  keptEvent,
  register,
  removeAll,
} from './offline-keeping.ts';

/** Says what of the site is on this device, as the worker counts it, and removes it or fetches it. */
class OfflineStore extends HTMLElement {
  /** Something was pressed: what comes of it is told to those who listen; what a page does by itself is not. */
  #isAsked = false;

  connectedCallback() {
    if (!canKeep) {
      this.#say('这个浏览器或者这个网址不能把本站存进设备：没有网络时读不了。');
      return;
    }
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!button) return;
      this.#isAsked = true;
      void (button.dataset['offline'] === 'remove' ? this.#remove() : this.#keep());
    });
    document.addEventListener(keptEvent, ({ detail }: CustomEventInit<KeptState>) => {
      this.#show(detail);
    });
    void this.#look();
  }

  async #look() {
    const [state, { lack }] = [await ask('state'), attempts()];
    this.#show(state && { ...state, ...(lack && { lack }) });
  }

  #show(state?: KeptState) {
    const off = choice() === 'off';
    const waits = isThriftyHere() && choice() !== 'on';
    const isWhole = state?.missing.sent === 0;
    this.#toggle('remove', !off && state !== undefined);
    if (off) this.#toggle('keep', true, '重新存下来');
    else
      this.#toggle(
        'keep',
        state !== undefined && !isWhole,
        state?.lack ? '再试一次' : `都存下来，最多${megabytes(state?.missing.sent ?? 0)}流量`,
      );
    this.#say(off ? '这台设备里没有存本站的内容，以后也不存。' : saying(state, waits));
  }

  #say(text: string) {
    const place = this.querySelector('[data-kept]');
    if (!place || place.textContent === text) return;
    place.textContent = text;
    if (this.#isAsked) announce(text);
  }

  #toggle(name: string, shown: boolean, label?: string) {
    const button = this.querySelector(`[data-offline=${name}]`);
    button?.toggleAttribute('hidden', !shown);
    if (button && label !== undefined) button.textContent = label;
  }

  async #remove() {
    localStorage.setItem(offlineChoice, 'off');
    await removeAll();
    await this.#look();
  }

  /** Whoever said no, and saves data, is told first how much it is. */
  async #keep() {
    const wasOff = choice() === 'off';
    if (wasOff) localStorage.removeItem(offlineChoice);
    else if (isThriftyHere()) localStorage.setItem(offlineChoice, 'on');
    await register();
    await navigator.serviceWorker.ready;
    if (wasOff && isThriftyHere()) await this.#look();
    else {
      this.#say('正在存……');
      await keepAll(true);
    }
  }
}

/** What is there, what is not, why, and what helps. */
function saying(state: KeptState | undefined, waits: boolean): string {
  const none = '这台设备里还没有存本站的内容';
  if (!state) return `${none}；打开网页以后会自动存。`;
  const { files, bytes, visited, missing, lack } = state;
  const there = `这台设备里存着${files + visited}个文件，约${megabytes(bytes)}`;
  if (missing.sent === 0) return `${there}，没有网络也能读。`;
  const part = files + visited > 0 ? `${there}，这些没有网络也能读；还有的没有存下。` : `${none}。`;
  if (lack === 'room')
    return `${part}地方不够，还要约${megabytes(missing.size)}：删掉不用的照片、视频或者应用，再试一次。`;
  if (lack === 'network') return `${part}网络断了，或者网站正在更新；以后打开网页时接着存。`;
  if (waits) return `${part}现在要省流量，或者网很慢，所以只存打开过的网页。`;
  return `${part}打开网页时会接着存。`;
}

/** 1300000 → 1.3兆字节; what is less than a tenth is still something. */
const megabytes = (bytes: number) => `${Math.max(bytes / 1_000_000, 0.1).toFixed(1)}兆字节`;

customElements.define('offline-store', OfflineStore);
