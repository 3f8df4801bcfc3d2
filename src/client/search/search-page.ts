import { type Found, openSearchIndex } from '#search/query/search-index.ts';
import { createUrls } from '#domain/site/urls.ts';
import { element, part } from './dom.ts';
import { FilterBar } from './filter-bar.ts';
import { type Choice, choiceNames, passes } from './filters.ts';
import { IndexReplaced, loadFrom } from './load.ts';
import { resultItem } from './result-view.ts';
import { type Shown, addFacets, fromIndex, fromText } from './results.ts';

type State = 'idle' | 'loading' | 'done' | 'empty' | 'error';
/** So many at first, and so many more at each press of 「再看」. */
const step = 10;
/** As long as the words it takes the place of (搜索要用脚本……), so that nothing moves. */
const hint = '写地名、要办的事都可以，拼音也行。';
const pause = { text: 350, address: 600 };

/** The search page (搜索页). the index answers at once; the full text only adds below, so nothing under the finger moves. */
class SearchPage extends HTMLElement {
  readonly #urls = createUrls(this.dataset['base'] ?? '/');
  readonly #index = openSearchIndex(loadFrom(this.#urls));
  readonly #input = part(this, 'input[name="q"]', HTMLInputElement);
  readonly #list = part(this, '[data-search-results]', HTMLOListElement);
  readonly #status = part(this, '[data-search-status]', HTMLElement);
  readonly #more = part(this, '[data-search-more]', HTMLButtonElement);
  readonly #filters = new FilterBar(part(this, '[data-search-filters]', HTMLElement), () => {
    this.#limit = step;
    this.#keepAddress(false);
    void this.#draw();
  });
  #turn = 0;
  #drawing = 0;
  /** The index is read anew at most once by itself. */
  #isFresh = true;
  #limit = step;
  #results: Shown[] = [];
  #timers: ReturnType<typeof setTimeout>[] = [];

  connectedCallback(): void {
    const form = part(this, 'form', HTMLFormElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#keepAddress(true);
      void this.#run(0);
    });
    const typed = () => {
      this.#later(pause.address, () => {
        this.#keepAddress(false);
      });
      void this.#run(pause.text);
    };
    this.#input.addEventListener('input', (event) => {
      // While a word is still being composed, letters are not what is meant.
      if (!(event instanceof InputEvent && event.isComposing)) typed();
    });
    this.#input.addEventListener('compositionend', typed);
    this.#more.addEventListener('click', () => {
      this.#limit += step;
      void this.#draw().then(() => this.#list.querySelectorAll<HTMLElement>('a.name')[this.#limit - step]?.focus());
    });
    part(this, '[data-search-retry]', HTMLButtonElement).addEventListener('click', () => {
      this.#index.reset();
      void this.#run(0);
    });
    this.addEventListener('keydown', (event) => {
      this.#walk(event);
    });
    window.addEventListener('popstate', () => {
      this.#fromAddress();
    });
    this.#fromAddress();
  }

  #fromAddress(): void {
    const asked = new URLSearchParams(location.search);
    this.#input.value = asked.get('q') ?? '';
    this.#filters.choice = Object.fromEntries(
      choiceNames.map((name) => [name, asked.get(name) ?? '']),
    ) as unknown as Choice;
    void this.#run(0);
  }

  #keepAddress(asNew: boolean): void {
    const asked = new URLSearchParams({ q: this.#input.value.trim() });
    for (const [name, value] of Object.entries(this.#filters.choice) as [string, string][]) {
      if (value !== '') asked.set(name, value);
    }
    const address = `${location.pathname}?${asked}`;
    if (address === location.pathname + location.search) return;
    if (asNew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  #later(delay: number, then: () => void): void {
    this.#timers.push(setTimeout(then, delay));
  }

  async #run(textDelay: number): Promise<void> {
    const turn = ++this.#turn;
    const stale = () => turn !== this.#turn;
    if (textDelay === 0) this.#timers.splice(0).forEach(clearTimeout);
    const typed = this.#input.value.trim();
    if (typed === '') {
      this.#show('idle', hint);
      return;
    }
    if (this.dataset['searchState'] !== 'done') this.#show('loading', '正在找……');
    try {
      await this.#answer(typed, textDelay, stale);
    } catch (error) {
      if (stale()) return;
      if (error instanceof IndexReplaced && this.#isFresh) {
        this.#isFresh = false;
        this.#index.reset();
        await this.#run(textDelay);
        return;
      }
      console.warn(error);
      const offline = !navigator.onLine;
      this.#show('error', offline ? '现在没有网，搜索的索引没有取到。' : '搜索的索引没有取到，可能是网络慢。');
    }
  }

  async #answer(typed: string, textDelay: number, stale: () => boolean): Promise<void> {
    const found = await this.#index.search(typed);
    if (stale()) return;
    this.#limit = step;
    const shown = fromIndex(found, this.#index, this.#urls);
    this.#results = shown;
    const { county, type, theme } = this.#filters.choice;
    if (county + type + theme !== '') await addFacets(shown, found, this.#index);
    if (shown.length > 0) await this.#draw();
    else this.#show('loading', '正在找……');
    await addFacets(shown, found, this.#index);
    if (textDelay > 0) await new Promise((resolve) => setTimeout(resolve, textDelay));
    if (stale()) return;
    // Below what is already shown: nothing under the finger moves.
    const more = await fromText(found, this.#index, this.#urls);
    if (stale()) return;
    this.#results = [...shown, ...more];
    if (this.#results.length > 0) await this.#draw();
    else await this.#nothing(found);
  }

  async #draw(): Promise<void> {
    const drawing = ++this.#drawing;
    const { choice } = this.#filters;
    const passing = this.#results.filter(({ facets }) => passes(facets, choice));
    const items = await Promise.all(passing.slice(0, this.#limit).map(({ item }) => item()));
    if (drawing !== this.#drawing) return;
    const { children } = this.#list;
    const kept = [...children].every((child, n) => child.isEqualNode(items[n] ?? null));
    // What is there stays where it is; new ones are added below.
    if (kept) this.#list.append(...items.slice(children.length));
    else this.#list.replaceChildren(...items);
    this.#filters.show(this.#results.map(({ facets }) => facets));
    this.#more.hidden = passing.length <= this.#limit;
    this.#show('done', `找到 ${passing.length} 条`);
  }

  async #nothing({ query, near, absent = '' }: Found): Promise<void> {
    const cards = await this.#index.cards(near.map(({ entry }) => entry));
    const nearest = part(this, '[data-search-nearest]', HTMLElement);
    part(nearest, 'ul', HTMLUListElement).replaceChildren(...cards.map((card) => resultItem(card, query, this.#urls)));
    nearest.hidden = cards.length === 0;
    this.#list.replaceChildren();
    this.#filters.show([]);
    this.#more.hidden = true;
    this.#show('empty', `没有找到「${query.text}」。${absent}`);
  }

  #show(state: State, message: string): void {
    this.dataset['searchState'] = state;
    if (this.#status.textContent !== message) this.#status.replaceChildren(element('span', {}, message));
    if (state === 'idle' || state === 'error') this.#list.replaceChildren();
  }

  /** Up and down go from result to result; up from the first one goes back to the box. */
  #walk(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...this.#list.querySelectorAll<HTMLElement>('a.name')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (at < 0 && document.activeElement !== this.#input) return;
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    const target = next < 0 ? this.#input : links[next];
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
}

customElements.define('search-page', SearchPage);
