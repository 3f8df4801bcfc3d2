import { addressOf } from '#search/addresses.ts';
import type { Card, Figure, Passage, UnnamedFile } from '#search/files.ts';
import { headingOf, resultKinds } from '#search/kinds.ts';
import { bestLine, markedPieces } from '#search/query/marks.ts';
import type { Query } from '#search/query/query.ts';
import type { Unnamed } from '#search/query/unnamed.ts';
import type { Urls } from '#domain/site/urls.ts';
import { tell } from '../announce.ts';
import { element } from './dom.ts';
import type { TextHit } from './full-text.ts';

/** So many marks stand after an answer. */
const mostBasis = 3;

/** One result: its kind, its name (the first link), a sentence, and the section that answers. */
export function resultItem(card: Card, query: Query, urls: Urls): HTMLLIElement {
  const address = addressOf(card, urls);
  const line = bestLine(card, query);
  return element(
    'li',
    { 'data-kind': card.kind },
    ...heading(card.kind, address, marked(card.title, query)),
    element('p', {}, ...marked(card.summary, query)),
    line &&
      element(
        'p',
        { class: 'line' },
        element('a', { href: `${address.replace(/#.*/, '')}#${line[1]}` }, ...marked(line[0], query)),
      ),
  );
}

/** Kinds that answer by themselves: what the checker knows. */
const answering: ReadonlySet<Card['kind']> = new Set(['need', 'audience', 'entitlement', 'edge-case', 'unknown']);

/** Whether a first result is shown as the answer: it is named, or is a thing that answers. */
export const isAnswering = ({ kind }: Card, isNamed: boolean): boolean => isNamed || answering.has(kind);

/** The fuller answer (直接回答): what is named, or a thing that answers, with what it rests on. */
export function answerItem(card: Card, query: Query, urls: Urls): HTMLLIElement {
  const item = resultItem(card, query, urls);
  item.classList.add('answer');
  if (answering.has(card.kind)) {
    item.dataset['answer'] = card.id;
    item.querySelector('p')?.append(...basisMarks(card.basis?.slice(0, mostBasis), urls));
  }
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
  item.append(...toChecker(card, urls));
  return item;
}

const toChecker = ({ leadsToChecker }: Card, urls: Urls): HTMLElement[] =>
  leadsToChecker
    ? [element('p', {}, element('a', { class: 'go', href: urls.fixed('permit') }, '看看我能用什么、怎么办'))]
    : [];

/** A question with its answer (问答), to be read without opening a page. */
export function questionItem(card: Card, query: Query, urls: Urls): HTMLLIElement {
  const address = addressOf(card, urls);
  const [page = ''] = card.notes ?? [];
  return element(
    'li',
    { 'data-kind': card.kind, 'data-answer': card.id, class: 'answer' },
    ...heading(card.kind, address, marked(card.title, query)),
    element('p', {}, card.summary, ...basisMarks(card.basis, urls)),
    element(
      'p',
      { class: 'inline' },
      element('a', { href: address }, `在「${page}」里看全文`),
      copyButton(card, address),
    ),
  );
}

/** A page with the part that comes closest (a question with its answer, a term), instead of what the page says of itself. */
export function closestItem(page: Card, part: Card, query: Query, urls: Urls): HTMLLIElement {
  const href = addressOf(part, urls);
  return element(
    'li',
    { 'data-kind': page.kind, 'data-answer': part.id, class: 'answer' },
    ...heading(page.kind, addressOf(page, urls), marked(page.title, query)),
    element('p', { class: 'line' }, element('a', { href }, ...marked(part.title, query))),
    element('p', {}, part.summary, ...basisMarks(part.basis?.slice(0, mostBasis), urls)),
    ...toChecker(page, urls),
  );
}

/** A page with what it says of the matter itself, instead of what it says of itself. */
export function passageItem(page: Card, [text, anchor, basis]: Passage, query: Query, urls: Urls): HTMLLIElement {
  const address = addressOf(page, urls);
  return element(
    'li',
    { 'data-kind': page.kind, 'data-answer': `${page.id}-${anchor}`, class: 'answer' },
    ...heading(page.kind, address, marked(page.title, query)),
    element('p', { class: 'line' }, element('a', { href: `${address}#${anchor}` }, headingOf(page.kind, anchor))),
    element('p', {}, ...marked(text, query), ...basisMarks(basis?.slice(0, mostBasis), urls)),
    ...toChecker(page, urls),
  );
}

/** A figure with its year and source (数字). */
export function figureItem(card: Card, figure: Figure, query: Query, urls: Urls): HTMLLIElement {
  const address = `${addressOf(card, urls)}#${figure.at}`;
  const where = [figure.when, card.title, figure.note].filter((text) => text !== undefined).join('；');
  return element(
    'li',
    { 'data-kind': 'figure', 'data-answer': `${card.id}-${figure.at}` },
    ...heading('figure', address, [...marked(figure.label, query), `：${figure.value}`]),
    element('p', { class: 'meta' }, where, ...basisMarks(figure.basis, urls)),
  );
}

/** A town of the city that the guidance does not name: where it lies, and what holds for it all the same. */
export function unnamedCard(
  { code, name, area }: Unnamed,
  { named, links }: UnnamedFile,
  county: Card | undefined,
  urls: Urls,
): HTMLElement {
  const isSubdistrict = name.endsWith('街道');
  return element(
    'div',
    { class: 'answer unnamed', 'data-unnamed-place': code },
    element('h2', {}, area ? `${name}，${area.name}` : name),
    element(
      'p',
      {},
      `文件点了${named}个地方的名，没有${name}。没点名不等于管不着：下面这些条文讲的是县城和小城镇，没有只限点名的地方。`,
      isSubdistrict ? '街道算不算，条文没有写。' : '',
    ),
    element(
      'p',
      { class: 'inline' },
      county && element('a', { href: addressOf(county, urls) }, `${county.title}在文件里是什么`),
      ...links.map(([label, at]) => element('a', { href: urls.file(at) }, label)),
    ),
  );
}

/** A page that only the full text found. */
export function textItem(hit: TextHit): HTMLLIElement {
  const { kind } = hit;
  return element(
    'li',
    { 'data-kind': kind },
    ...heading(kind, hit.url, [hit.title]),
    element('p', {}, ...fromExcerpt(hit.excerpt)),
    hit.section && element('p', { class: 'line' }, element('a', { href: hit.section.url }, hit.section.title)),
  );
}

type Text = (string | HTMLElement)[];

function heading(kind: Card['kind'], href: string, text: Text): HTMLElement[] {
  return [element('span', { class: 'kind' }, resultKinds[kind].label), element('a', { class: 'name', href }, ...text)];
}

function basisMarks(basis: Card['basis'] = [], urls: Urls): HTMLElement[] {
  return basis.map(([label, at]) =>
    element('a', { class: at.startsWith('document/') ? 'clause' : 'source', href: urls.file(at) }, label),
  );
}

/** Copies the question, its answer and its address. */
function copyButton({ title, summary }: Card, address: string): HTMLButtonElement {
  const button = element('button', { type: 'button' }, '复制');
  button.addEventListener('click', () => {
    const text = `${title}\n${summary}\n${new URL(address, location.href).href}`;
    navigator.clipboard.writeText(text).then(
      () => {
        tell(button, '复制', '已复制');
      },
      () => {
        tell(button, '复制', '没有复制成');
      },
    );
  });
  return button;
}

function marked(text: string, query: Query): Text {
  return markedPieces(text, query).map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text));
}

/** Text and marks of an excerpt; any other markup in it is dropped. */
function fromExcerpt(html: string): Text {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return Array.from(body.childNodes, (node) =>
    node.nodeName === 'MARK' ? element('mark', {}, node.textContent ?? '') : (node.textContent ?? ''),
  );
}
