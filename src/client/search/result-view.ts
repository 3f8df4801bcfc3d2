import { addressOf } from '#search/addresses.ts';
import type { Card } from '#search/files.ts';
import { resultKinds } from '#search/kinds.ts';
import { bestLine, markedPieces } from '#search/query/marks.ts';
import type { Query } from '#search/query/query.ts';
import type { Urls } from '#domain/site/urls.ts';
import { element } from './dom.ts';
import type { TextHit } from './full-text.ts';

/** One result: its kind, its name (the first link), a sentence, and the section that answers. */
export function resultItem(card: Card, query: Query, urls: Urls): HTMLLIElement {
  const address = addressOf(card, urls);
  const line = bestLine(card, query);
  return element(
    'li',
    { 'data-kind': card.kind },
    element('span', { class: 'kind' }, resultKinds[card.kind].label),
    element('a', { class: 'name', href: address }, ...marked(card.title, query)),
    element('p', {}, ...marked(card.summary, query)),
    line &&
      element(
        'p',
        { class: 'line' },
        element('a', { href: `${address.replace(/#.*/, '')}#${line[1]}` }, ...marked(line[0], query)),
      ),
  );
}

/** The fuller answer (直接回答), when the query names one thing. */
export function answerItem(card: Card, query: Query, urls: Urls): HTMLLIElement {
  const item = resultItem(card, query, urls);
  item.classList.add('answer');
  const notes = card.notes ?? [];
  if (notes.length > 0) item.append(element('ul', { class: 'marks' }, ...notes.map((note) => element('li', {}, note))));
  const address = addressOf(card, urls);
  if (card.kind === 'policy') {
    item.append(
      element(
        'p',
        { class: 'inline' },
        element('a', { href: `${address}#for-me` }, '和我有什么关系'),
        element('a', { href: `${address}#what-to-do` }, '能做什么、找谁'),
      ),
    );
  }
  if (card.id === 'residence-permit' || card.id === 'permit') {
    item.append(
      element('p', {}, element('a', { class: 'go', href: urls.fixed('permit') }, '几步看看我能用什么、怎么办居住证')),
    );
  }
  return item;
}

/** A page that only the full text found. */
export function textItem(hit: TextHit): HTMLLIElement {
  const { kind } = hit.page;
  return element(
    'li',
    { 'data-kind': kind },
    element('span', { class: 'kind' }, resultKinds[kind].label),
    element('a', { class: 'name', href: hit.url }, hit.title),
    element('p', {}, ...fromExcerpt(hit.excerpt)),
    hit.section && element('p', { class: 'line' }, element('a', { href: hit.section.url }, hit.section.title)),
  );
}

function marked(text: string, query: Query): (string | HTMLElement)[] {
  return markedPieces(text, query).map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text));
}

/** Text and marks of an excerpt; any other markup in it is dropped. */
function fromExcerpt(html: string): (string | HTMLElement)[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return Array.from(body.childNodes, (node) =>
    node.nodeName === 'MARK' ? element('mark', {}, node.textContent ?? '') : (node.textContent ?? ''),
  );
}
