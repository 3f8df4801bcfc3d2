import styles from '#styles/suggestions.css?url';
import { addressOf } from '#search/addresses.ts';
import { openSearchIndex } from '#search/query/search-index.ts';
import { resultKinds } from '#search/kinds.ts';
import { createUrls } from '#domain/site/urls.ts';
import { isComposing } from './composing.ts';
import { element } from './dom.ts';
import { loadFrom } from './load.ts';

const most = 6;

/** Suggestions under the header box as one types: a list box (列表框) that arrow keys walk through. */
export function suggest(box: HTMLElement, input: HTMLInputElement): void {
  const urls = createUrls(box.dataset['base'] ?? '/');
  const searchIndex = openSearchIndex(loadFrom(urls));
  const list = element('ul', { id: 'suggestions', role: 'listbox', 'aria-label': '可能是', hidden: '' });
  box.append(list);
  // Only who uses the box needs them: pages carry as little as they can.
  document.head.append(element('link', { rel: 'stylesheet', href: styles }));
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', 'suggestions'],
    ['aria-expanded', 'false'],
  ] as const) {
    input.setAttribute(name, value);
  }
  let turn = 0;
  let at = -1;

  const close = () => {
    turn++;
    list.hidden = true;
    choose(-1);
    input.setAttribute('aria-expanded', 'false');
  };
  const choose = (next: number) => {
    at = next;
    [...list.children].forEach((option, n) => {
      option.setAttribute('aria-selected', String(n === at));
    });
    const chosen = list.children[at];
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = async () => {
    const own = ++turn;
    const typed = input.value.trim();
    if (typed === '') {
      close();
      return;
    }
    const { hits, question, verdict } = await searchIndex.search(typed);
    const found = verdict === 'answer' ? [...(question ? [question] : []), ...hits].slice(0, most) : [];
    const cards = await searchIndex.cards(found.map(({ entry }) => entry));
    if (own !== turn) return;
    list.replaceChildren(
      ...cards.map((card, n) =>
        element(
          'li',
          { id: `suggestion-${n}`, role: 'option', 'aria-selected': 'false', 'data-href': addressOf(card, urls) },
          element('span', { class: 'kind' }, resultKinds[card.kind].label),
          card.title,
        ),
      ),
    );
    choose(-1);
    list.hidden = cards.length === 0;
    input.setAttribute('aria-expanded', String(cards.length > 0));
  };
  const open = (option: Element | undefined) => {
    const address = option?.getAttribute('data-href');
    if (address) location.assign(address);
  };

  input.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    // Without the index the box is still a form.
    show().catch(close);
  });
  input.addEventListener('compositionend', () => {
    show().catch(close);
  });
  input.addEventListener('keydown', (event) => {
    const { length } = list.children;
    if (isComposing(event)) {
      // The Enter that ends a composition asks nothing yet.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (list.hidden) return;
    if (event.key === 'ArrowDown') choose(((at + 2) % (length + 1)) - 1);
    else if (event.key === 'ArrowUp') choose(((at + 1 + length) % (length + 1)) - 1);
    else if (event.key === 'Enter' && at >= 0) open(list.children[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  // Pressing must not take the focus away before the press counts.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element) open(event.target.closest('[role="option"]') ?? undefined);
  });
  input.addEventListener('blur', close);
  if (input.value.trim() !== '') show().catch(close);
}
