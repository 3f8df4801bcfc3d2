/**
 * The box in the header (页首搜索框). It is a plain form; when it is used, suggestions are fetched, and not before.
 * If they cannot be had, it stays a plain form.
 */
class SearchBox extends HTMLElement {
  #isAsked = false;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    const start = () => {
      if (this.#isAsked) return;
      this.#isAsked = true;
      void import('./suggest.ts').then(({ suggest }) => {
        suggest(this, input);
      });
    };
    input.addEventListener('focus', start);
    input.addEventListener('input', start);
  }
}

customElements.define('search-box', SearchBox);
