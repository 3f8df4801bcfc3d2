import { phonesIn } from '#domain/site/phones.ts';

type Child = Node | string | undefined;

/** An element with its attributes and children; text is never read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/** An element that the page is known to hold. */
export function part<T extends Element>(root: ParentNode, selector: string, type: new () => T): T {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`页面上没有 ${selector}`);
  return found;
}

/** The telephone numbers in the text of a node as links that a phone calls at a tap; what is pressed as a whole stays. */
export function callable<T extends HTMLElement>(node: T, hotlines: readonly string[]): T {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('a, button')) continue;
    const pieces = phonesIn(text.data, hotlines);
    if (pieces.every(({ phone }) => phone === undefined)) continue;
    text.replaceWith(
      ...pieces.map((piece) =>
        piece.phone === undefined ? piece.text : element('a', { href: `tel:${piece.phone}` }, piece.text),
      ),
    );
  }
  return node;
}
