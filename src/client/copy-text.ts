import { writeDay } from '#domain/citing/access-date.ts';
import { tell } from './announce.ts';

/**
 * Text with a button that copies it (复制). Without script the button stays hidden and the text can be selected.
 * Only the reader's machine knows the day the page was opened: places kept for it (引用日期) are filled in here.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const now = new Date();
    for (const place of this.querySelectorAll<HTMLElement>('[data-accessed]')) {
      place.textContent = writeDay(
        place.dataset['accessed'] ?? '',
        now.getFullYear(),
        now.getMonth() + 1,
        now.getDate(),
      );
    }
    const text = this.querySelector<HTMLElement>('[data-copy]');
    if (!text) return;
    const button = this.querySelector('button') ?? this.appendChild(newButton());
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener('click', () => {
      void copy(text).then((outcome) => {
        tell(button, label, outcome);
      });
    });
  }
}

/** Where there are many on a page, they come with the script. */
function newButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '复制';
  button.setAttribute('aria-label', '复制这一问');
  return button;
}

/** Copies, and returns what to tell the reader. */
async function copy(text: HTMLElement): Promise<string> {
  try {
    // The last line of RIS ends in a blank that belongs to it.
    const words = text.tagName === 'PRE' ? text.textContent : wordsOf(text);
    // What has an address of its own is copied with it.
    const address = text.id === '' ? '' : `\n${new URL(`#${text.id}`, location.href).href}`;
    await navigator.clipboard.writeText(words + (text.dataset['copy'] ?? '') + address);
    return '已复制';
  } catch {
    // No permission, or an address without TLS: the text is marked, so that the reader's own keys copy it.
    getSelection()?.selectAllChildren(text);
    return '已选中，请按复制键';
  }
}

/** What is copied of a text: marks of clauses and sources in brackets, no readings above hard characters (注音). */
function wordsOf(text: HTMLElement): string {
  const copied = text.cloneNode(true) as HTMLElement;
  for (const reading of copied.querySelectorAll('rt')) reading.remove();
  for (const mark of copied.querySelectorAll('.clause, .source')) mark.textContent = `〔${mark.textContent.trim()}〕`;
  for (const block of copied.querySelectorAll('h3, p, li')) block.append('\n');
  return copied.textContent.trim().replaceAll(/\s*\n\s*/g, '\n');
}

customElements.define('copy-text', CopyText);
