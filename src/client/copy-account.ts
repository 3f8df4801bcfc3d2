import { tell } from './announce.ts';

/**
 * 复制给公众号: the page as an editor of a public account takes it. Only these tags, their looks written into each, and
 * no links, which the editor drops: addresses stand as notes at the end.
 */
const looks = {
  section: '',
  h2: 'font-size:18px;font-weight:bold;margin:24px 0 8px;border-left:4px solid;padding-left:8px',
  h3: 'font-size:17px;font-weight:bold;margin:16px 0 6px',
  p: 'font-size:16px;line-height:1.75;margin:0 0 12px',
  ul: 'margin:0 0 12px;padding-left:1.4em',
  ol: 'margin:0 0 12px;padding-left:1.4em',
  li: 'font-size:16px;line-height:1.75',
  strong: '',
  sup: 'font-size:12px',
} as const;
type Tag = keyof typeof looks;

/** What else stands on our pages, as one of those. */
const instead: Partial<Record<string, Tag>> = { h1: 'h2', dt: 'h3', dd: 'p', summary: 'strong', tr: 'p' };
/** Only ways on, and what is said elsewhere on the page. */
const skipped =
  'script, style, rt, button, nav, aside, svg, form, .anchor, .screen-only, .gist, .meta, .cite, .changes, .notes, .paper, [data-pagefind-ignore], [aria-labelledby="cases"], [aria-labelledby="where"], [aria-labelledby="facts"], [aria-labelledby="timeline"], [aria-labelledby="places"]';

const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const open = (tag: Tag) => `<${tag}${looks[tag] && ` style="${looks[tag]}"`}>`;

export function accountHtml(article: Element, address: string): string {
  const notes: string[] = [];
  /** Number of a note; the same address is one note. */
  const note = (text: string) => {
    if (!notes.includes(text)) notes.push(text);
    return `${open('sup')}[${notes.indexOf(text) + 1}]</sup>`;
  };
  const inner = (node: Element) => Array.from(node.childNodes, walk).join('');
  const walk = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return escaped((node.textContent ?? '').replaceAll(/\s+/g, ' '));
    if (!(node instanceof Element) || node.matches(skipped)) return '';
    if (node.matches('.clause')) return `〔${escaped(node.textContent.trim())}〕`;
    if (node.matches('.source')) return note(`出处：${node.textContent.trim()}`);
    if (node instanceof HTMLAnchorElement)
      return node.origin === location.origin ? inner(node) : inner(node) + note(node.href);
    const name = node.localName;
    const tag = name in looks ? (name as Tag) : instead[name];
    const content = inner(node);
    if (tag === undefined || tag === 'section') return content;
    return content.trim() === '' ? '' : `${open(tag)}${content.trim()}</${tag}>`;
  };
  const body = walk(article);
  const end = notes.map((text, index) => `${open('p')}[${index + 1}] ${escaped(text)}</p>`).join('');
  return `${open('section')}${body}${open('h2')}注</h2>${end}${open('p')}全文、条款和出处：${escaped(address)}</p></section>`;
}

/** The page at an address of ours, as an editor takes it. */
async function accountPage(address: string): Promise<string> {
  const answer = await fetch(address);
  const article = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('article');
  if (!answer.ok || !article) throw new Error(address);
  return accountHtml(article, address);
}

class CopyAccount extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    // Without TLS there is no clipboard that takes HTML.
    if (!button || typeof ClipboardItem === 'undefined') return;
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener('click', () => {
      const html = accountPage(new URL(this.dataset['page'] ?? '', location.href).href);
      const text = html.then((page) => new DOMParser().parseFromString(page, 'text/html').body.textContent);
      const as = (type: string) => (content: string) => new Blob([content], { type });
      // The page may still be on its way: the clipboard waits for it.
      const item = new ClipboardItem({
        'text/html': html.then(as('text/html')),
        'text/plain': text.then(as('text/plain')),
      });
      void navigator.clipboard.write([item]).then(
        () => {
          tell(button, label, '已复制，到编辑器里粘贴');
        },
        () => {
          tell(button, label, '没有复制成');
        },
      );
    });
  }
}

customElements.define('copy-account', CopyAccount);
