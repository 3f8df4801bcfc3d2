import { base } from './server.ts';

export type Choice = readonly [id: string, name: string, more: string];
let choices: Promise<Record<string, Choice[]>> | undefined;

/** Everything that can be picked; asked for once a page. */
export function allChoices(): Promise<Record<string, Choice[]>> {
  choices ??= fetch(`${base}choices.json`).then((response) => response.json() as Promise<Record<string, Choice[]>>);
  return choices;
}

const most = 60;

/** A dialog to pick one by its name; undefined where nothing was picked. Keys: type, up and down, Enter, Escape. */
export async function pick(title: string, list: readonly Choice[]): Promise<Choice | undefined> {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'pick-title');
  dialog.innerHTML = `<h2 id="pick-title"></h2><label for="pick-box">打几个字找：名称、年份、报纸都行</label><input id="pick-box" type="search" role="combobox" aria-expanded="true" aria-controls="pick-list" autocomplete="off" /><ul id="pick-list" role="listbox" aria-label="可以选的" tabindex="-1"></ul><p class="help" role="status"></p><button type="button" class="close">不选了</button>`;
  const find = (selector: string) => dialog.querySelector(selector) as HTMLElement;
  find('h2').textContent = title;
  const box = find('input') as HTMLInputElement;
  const shown = find('ul');
  let found: Choice[] = [];
  let at = 0;
  const mark = () => {
    [...shown.children].forEach((item, n) => {
      item.setAttribute('aria-selected', String(n === at));
      if (n === at) item.scrollIntoView({ block: 'nearest' });
    });
    if (found.length > 0) box.setAttribute('aria-activedescendant', `pick-${at}`);
    else box.removeAttribute('aria-activedescendant');
  };
  const draw = () => {
    const words = box.value.trim().toLowerCase().split(/\s+/);
    const all = list.filter((choice) => words.every((word) => choice.join(' ').toLowerCase().includes(word)));
    found = all.slice(0, most);
    at = 0;
    shown.replaceChildren(
      ...found.map(([, name, more], n) => {
        const item = document.createElement('li');
        item.id = `pick-${n}`;
        item.setAttribute('role', 'option');
        item.textContent = name;
        const small = document.createElement('small');
        small.textContent = more;
        item.append(small);
        return item;
      }),
    );
    find('[role=status]').textContent =
      all.length > most
        ? `有 ${all.length} 个，先列 ${most} 个；再打几个字`
        : all.length === 0
          ? '没有找到'
          : `${all.length} 个`;
    mark();
  };
  document.body.append(dialog);
  const before = document.activeElement;
  return new Promise((done) => {
    let picked: Choice | undefined;
    const end = (choice: Choice | undefined) => {
      picked = choice;
      dialog.close();
    };
    box.addEventListener('input', (event) => {
      if (!event.isComposing) draw();
    });
    box.addEventListener('compositionend', draw);
    box.addEventListener('keydown', (event) => {
      // Enter ends a word of an input method first.
      if (event.isComposing) return;
      if (event.key === 'ArrowDown') at = Math.min(at + 1, found.length - 1);
      else if (event.key === 'ArrowUp') at = Math.max(at - 1, 0);
      else if (event.key === 'Escape')
        // A search box would only empty itself.
        end(undefined);
      else if (event.key === 'Enter') {
        if (found[at]) end(found[at]);
      } else return;
      event.preventDefault();
      mark();
    });
    shown.addEventListener('click', (event) => {
      const item = (event.target as Element).closest('[role=option]');
      if (item) end(found[[...shown.children].indexOf(item)]);
    });
    find('.close').addEventListener('click', () => {
      end(undefined);
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before instanceof HTMLElement) before.focus();
      done(picked);
    });
    draw();
    dialog.showModal();
  });
}
