import { copiedText } from '#domain/citing/copied-text.ts';

const gists = '.gist, .clause-entry > p, [data-gist]';
const blocks = 'p, li, tr, dd, dt, h1, h2, h3, td, th';

/** Words copied out of a background block carry their sources along; words out of a gist, the note that it is not the original. */
document.addEventListener('copy', (event) => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const range = selection.getRangeAt(0);
  const text = selection.toString();
  // Fields keep their own way of copying, and a place in the citation is copied as it stands.
  if (closest(range.commonAncestorContainer, 'input, textarea, copy-text')) return;
  const page = `${location.origin}${location.pathname}`;
  const gist = touches(range, gists);
  // A gist may stand in the middle of background; taken alone, it is no background.
  const background = !closest(range.commonAncestorContainer, gists) && touches(range, '[data-background]');
  const copied = copiedText(text, { sources: sourcesOf(range), background, gist, url: page });
  if (copied === text) return;
  event.clipboardData.setData('text/plain', copied);
  event.preventDefault();
});

/** True where the selection lies in such an element, or takes one in. */
function touches(range: Range, selector: string): boolean {
  if (closest(range.commonAncestorContainer, selector)) return true;
  return range.cloneContents().querySelector(selector) !== null;
}

/** Source marks inside the selection; failing that, those of the block it lies in, then of the whole background block. */
function sourcesOf(range: Range): string[] {
  const labels = (root: ParentNode | null | undefined) =>
    [...(root?.querySelectorAll('[data-source]') ?? [])].map((mark) => mark.textContent.trim());
  const within = labels(range.cloneContents());
  if (within.length > 0) return within;
  const at = range.commonAncestorContainer;
  const near = labels(closest(at, blocks));
  if (near.length > 0) return near;
  const block = closest(at, '[data-background]');
  // A whole page of background (a case) has many sources: the address of the page stands for them.
  return block?.matches('article') ? [] : labels(block);
}

function closest(node: Node, selector: string): Element | null {
  return (node instanceof Element ? node : node.parentElement)?.closest(selector) ?? null;
}
