import { editor } from './editor.ts';
import { tasks } from './tasks.ts';

/** Rows of a list that hold what is typed. */
for (const box of document.querySelectorAll<HTMLInputElement>('[data-filter]')) {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  const count = document.querySelector('[data-count]');
  box.addEventListener('input', () => {
    const words = box.value.trim().toLowerCase().split(/\s+/);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    if (count) count.textContent = `${shown} 条`;
  });
}
editor();
tasks();
