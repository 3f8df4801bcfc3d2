import { type Found, openSearchIndex } from '#search/query/search-index.ts';
import { createUrls } from '#domain/site/urls.ts';
import { callable, element, part } from './dom.ts';
import { FilterBar } from './filter-bar.ts';
import { fullText } from './full-text.ts';
import { type Choice, choiceNames, passes } from './filters.ts';
import { isComposing } from './composing.ts';
import { IndexReplaced, loadFrom } from './load.ts';
import { type Shown, addFacets, fromIndex, fromText, step, unnamedCards } from './results.ts';

type State = 'idle' | 'loading' | 'done' | 'empty' | 'error';
/** As long as the words it takes the place of (搜索要用脚本……), so that nothing moves. */
const hint = '写地名、要办的事都可以，拼音也行。';
const pause = { text: 350, address: 600 };

/** What of the page comes back with the reader (回来时的样子), beside the query in the address. */
interface Kept {
  limit: number;
  top: number;
}

/** The search page (搜索页). The index answers at once; the full text only adds below, so nothing under the finger moves. */
class SearchPage extends HTMLElement {
  readonly #urls = createUrls(this.dataset['base'] ?? '/');
  readonly #hotlines = (this.dataset['hotlines'] ?? '').split(' ').filter((line) => line !== '');
  readonly #index = openSearchIndex(loadFrom(this.#urls), () => {
    fullText(this.#urls).catch(() => undefined);
  });
  readonly #input = part(this, 'input[name="q"]', HTMLInputElement);
  readonly #list = part(this, '[data-search-results]', HTMLOListElement);
  readonly #status = part(this, '[data-search-status]', HTMLElement);
  readonly #more = part(this, '[data-search-more]', HTMLButtonElement);
  readonly #unnamed = part(this, '[data-search-unnamed]', HTMLElement);
  readonly #nearest = part(this, '[data-search-nearest]', HTMLElement);
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
  #found: Found | undefined;
  #timers: ReturnType<typeof setTimeout>[] = [];
  /** Where the reader was, until the list is long enough again. */
  #return: Kept | null = null;

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
    this.#input.addEventListener('keydown', (event) => {
      // Some browsers send the Enter that ends a composition after its end.
      if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
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
    // Whoever leaves within the first second finds the query again too.
    window.addEventListener('pagehide', () => {
      this.#keepAddress(false);
    });
    history.scrollRestoration = 'manual';
    this.#return = history.state as Kept | null;
    this.#limit = this.#return?.limit ?? step;
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
    const kept: Kept = { limit: this.#limit, top: window.scrollY };
    if (asNew && address !== location.pathname + location.search) history.pushState(kept, '', address);
    else history.replaceState(kept, '', this.#input.value.trim() === '' ? location.pathname : address);
  }

  /** Back to where the reader was, once the list reaches so far. */
  #goBack(): void {
    if (this.#return === null || document.body.scrollHeight < this.#return.top + window.innerHeight) return;
    window.scrollTo(0, this.#return.top);
    this.#return = null;
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
    const shown = await fromIndex(found, this.#index, this.#urls);
    const cards = await unnamedCards(found, this.#index, this.#urls);
    if (stale()) return;
    if (this.#return === null) this.#limit = step;
    this.#results = shown;
    this.#found = found;
    const { county, type, theme } = this.#filters.choice;
    if (county + type + theme !== '') await addFacets(shown, this.#index);
    if (stale()) return;
    this.#unnamed.replaceChildren(...cards);
    this.#tell(found);
    const isSettled = found.absent !== undefined || cards.length > 0;
    if (shown.length > 0) await this.#draw();
    else if (isSettled) this.#nothing(found);
    await addFacets(shown, this.#index);
    // What the site does not hold, and a town alone, the full text does not know better.
    if (isSettled || stale()) return;
    if (textDelay > 0) await new Promise((resolve) => setTimeout(resolve, textDelay));
    if (stale()) return;
    const more = await fromText(found, this.#index, this.#urls).catch(() => undefined);
    if (stale()) return;
    if (more === undefined) {
      // Without the full text the index's answer stands, and says that it is all there is now.
      if (shown.length === 0) this.#nothing(found);
      else if (!navigator.onLine) this.#say(`${this.#status.textContent}。现在没有网，只列出存在这台设备上的。`);
      return;
    }
    if (shown.length + more.length === 0) {
      this.#nothing(found);
      return;
    }
    if (more.length === 0) return;
    this.#results = [...shown, ...more];
    // The new number of results is told by the status.
    await this.#draw();
  }

  async #draw(): Promise<void> {
    const found = this.#found;
    if (found === undefined) return;
    const drawing = ++this.#drawing;
    const { choice } = this.#filters;
    const passing = this.#results.filter(({ facets }) => passes(facets, choice));
    const made = await Promise.all(passing.slice(0, this.#limit).map(({ item }) => item()));
    if (drawing !== this.#drawing) return;
    const items = made.map((item) => callable(item, this.#hotlines));
    const { children } = this.#list;
    const kept = [...children].every((child, n) => child.isEqualNode(items[n] ?? null));
    // What is there stays where it is; new ones are added below.
    if (kept) this.#list.append(...items.slice(children.length));
    else this.#list.replaceChildren(...items);
    this.#filters.show(this.#results.map(({ facets }) => facets));
    this.#more.hidden = passing.length <= this.#limit;
    this.#show('done', summaryOf(found, passing.length));
    this.#goBack();
  }

  /** What is shown is no answer, and why: a plain sentence above the list. */
  #tell({ verdict, absent, hits }: Found): void {
    this.#nearest.hidden = verdict !== 'nearest' || hits.length === 0;
    const why = element('p', {}, absent ?? '本站没有正好讲这件事的。');
    part(this.#nearest, 'p', HTMLElement).replaceWith(callable(why, this.#hotlines));
  }

  #nothing(found: Found): void {
    this.#list.replaceChildren();
    this.#filters.show([]);
    this.#more.hidden = true;
    const [town] = found.unnamed;
    if (town) this.#show('done', `文件没有点${town.name}的名`);
    else this.#show('empty', `没有找到「${found.query.text}」。${found.absent ?? ''}`);
  }

  #say(message: string): void {
    if (this.#status.textContent !== message)
      this.#status.replaceChildren(callable(element('span', {}, message), this.#hotlines));
  }

  #show(state: State, message: string): void {
    this.dataset['searchState'] = state;
    this.#say(message);
    if (state !== 'idle' && state !== 'error') return;
    this.#list.replaceChildren();
    this.#unnamed.replaceChildren();
    this.#nearest.hidden = true;
  }

  /** Up and down go from result to result; up from the first one goes back to the box. */
  #walk(event: KeyboardEvent): void {
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || isComposing(event)) return;
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

/** 1 个回答，另有 11 页. */
function summaryOf({ verdict, query, question, unnamed: [town] }: Found, count: number): string {
  if (town) return `文件没有点${town.name}的名`;
  if (verdict === 'nearest') return `没有找到「${query.text}」`;
  return question ? `1 个回答，另有 ${count - 1} 页` : `找到 ${count} 条`;
}

customElements.define('search-page', SearchPage);
