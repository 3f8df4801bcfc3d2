import { type KnownPage, inSmallLetters, knownPagesFile, nearAddresses } from '#domain/site/near-address.ts';

/** Offers the pages that an address without a page may mean (你要找的是不是). Without script the page has its doors. */
class NearPages extends HTMLElement {
  connectedCallback(): void {
    const { base = '/' } = this.dataset;
    const asked = decoded(location.pathname.slice(base.length - 1));
    void this.#go()
      .then((goes) => (goes ? undefined : this.#offer(base, asked)))
      .catch(console.warn);
  }

  /** Every address here is in small letters: one in capitals leads to its page. */
  async #go(): Promise<boolean> {
    const small = inSmallLetters(location.pathname);
    if (small === location.pathname) return false;
    const { ok } = await fetch(small, { method: 'HEAD' });
    if (ok) location.replace(small + location.search + location.hash);
    return ok;
  }

  async #offer(base: string, asked: string): Promise<void> {
    const response = await fetch(base + knownPagesFile);
    if (!response.ok) return;
    const near = nearAddresses(asked, (await response.json()) as KnownPage[]);
    const place = this.querySelector('p');
    if (near.length === 0 || !place) return;
    this.hidden = false;
    place.append(
      '你要找的是不是：',
      ...near.flatMap(({ path, title }, n) => {
        const link = document.createElement('a');
        link.href = base + path;
        link.textContent = title;
        return n === 0 ? [link] : ['、', link];
      }),
    );
  }
}

/** Chinese in an address comes as %E4…; what is no such text stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

customElements.define('near-pages', NearPages);
