import type { Facets } from '#search/files.ts';
import { type Choice, choiceNames, countsFor } from './filters.ts';

/** The lists that narrow the results (哪一类、县区、类型、主题), each with its counts. The page holds all options. */
export class FilterBar {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement, onChange: () => void) {
    this.#root = root;
    root.addEventListener('change', onChange);
  }

  get choice(): Choice {
    const value = (name: string) => this.#root.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? '';
    return { kind: value('kind'), county: value('county'), type: value('type'), theme: value('theme') };
  }

  set choice(choice: Choice) {
    for (const name of choiceNames) {
      const select = this.#root.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
      if (select) select.value = choice[name];
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
    }
  }
}
