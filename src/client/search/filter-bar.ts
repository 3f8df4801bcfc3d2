import type { Facets } from '#search/files.ts';
import { part } from './dom.ts';
import { type Choice, choiceNames, countsFor } from './filters.ts';

/** Tabs by kind and the three lists (县区、类型、主题), each with its counts. The page holds all options. */
export class FilterBar {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement, onChange: () => void) {
    this.#root = root;
    root.addEventListener('change', onChange);
  }

  get choice(): Choice {
    const value = (name: string) => this.#root.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? '';
    const tab = this.#root.querySelector<HTMLInputElement>('input[name="kind"]:checked');
    return { kind: tab?.value ?? '', county: value('county'), type: value('type'), theme: value('theme') };
  }

  set choice(choice: Choice) {
    for (const name of choiceNames) {
      const select = this.#root.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
      if (select) select.value = choice[name];
    }
    for (const tab of this.#root.querySelectorAll<HTMLInputElement>('input[name="kind"]')) {
      tab.checked = tab.value === choice.kind;
    }
  }

  /** Shows how much each option would leave; those that would leave nothing cannot be chosen. */
  show(all: readonly Facets[]): void {
    this.#root.hidden = all.length < 2;
    for (const name of choiceNames) {
      const counts = countsFor(name, all, this.choice);
      for (const option of this.#root.querySelectorAll<HTMLOptionElement>(`select[name="${name}"] option`)) {
        const count = counts.get(option.value) ?? 0;
        option.textContent = `${option.dataset['label'] ?? ''}（${count}）`;
        option.disabled = count === 0 && !option.selected;
      }
      for (const tab of this.#root.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${name}"]`)) {
        const count = counts.get(tab.value) ?? 0;
        tab.disabled = count === 0 && !tab.checked;
        part(this.#root, `label[for="${tab.id}"] [data-count]`, HTMLElement).textContent = String(count);
      }
    }
  }
}
