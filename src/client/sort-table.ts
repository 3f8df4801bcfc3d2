/** Makes the headings of a table sort it (排序): ▲ up, ▼ down, filled cells first. The table is whole without it. */
class SortTable extends HTMLElement {
  connectedCallback(): void {
    const body = this.querySelector('tbody');
    const headings = [...this.querySelectorAll<HTMLTableCellElement>('thead th')];
    if (!body || headings.length === 0) return;
    for (const hint of this.querySelectorAll<HTMLElement>('[hidden]')) hint.hidden = false;
    headings.forEach((heading, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = heading.textContent.trim();
      heading.replaceChildren(button);
      button.addEventListener('click', () => {
        const down = heading.getAttribute('aria-sort') === 'ascending';
        for (const other of headings) other.removeAttribute('aria-sort');
        heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        body.append(...sorted([...body.rows], column, down));
      });
    });
  }
}

/** Rows by the text of a cell in Chinese order; empty cells stand last whichever way. */
function sorted(rows: HTMLTableRowElement[], column: number, down: boolean): HTMLTableRowElement[] {
  const text = (row: HTMLTableRowElement) => row.cells[column]?.textContent.trim() ?? '';
  return rows.sort((a, b) => {
    const [left, right] = [text(a), text(b)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    return left.localeCompare(right, 'zh-CN') * (down ? -1 : 1);
  });
}

customElements.define('sort-table', SortTable);
