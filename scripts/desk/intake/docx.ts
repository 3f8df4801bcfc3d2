import type { Document, Element } from '@xmldom/xmldom';
import { zipSync } from 'fflate';
import {
  type Cell,
  type Parts,
  type ReadDocument,
  addPart,
  addType,
  attributeOf,
  author,
  below,
  parsePart,
  within,
  writePart,
} from './open-document.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Reads a Word document: paragraphs and the rows of its tables, in their order. */
export function readDocx(parts: Parts): ReadDocument {
  const document = parsePart(parts, 'word/document.xml');
  const body = document && below(document, 'body')[0];
  if (!document || !body) return { rows: [], isLoose: () => true, commented: () => zipSync(parts), pictures: [] };
  const places = new Map<string, Element>();
  const rows: Cell[][] = [];
  const loose = new Set<readonly Cell[]>();
  let count = 0;
  const cellOf = (paragraphs: readonly Element[]): Cell => {
    count += 1;
    const at = `p${count}`;
    const first = paragraphs[0];
    if (first) places.set(at, first);
    return { at, text: paragraphs.map(textOf).join('\n').trim() };
  };
  const headings = headingStyles(parts);
  const walk = (node: Element): void => {
    for (const child of [...node.childNodes]) {
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      if (element.localName === 'p') {
        const style = within(element, 'pPr').flatMap((properties) => within(properties, 'pStyle'))[0];
        const level = style && headings.get(attributeOf(style, 'val'));
        const row = [{ ...cellOf([element]), ...(level !== undefined && { heading: level }) }];
        loose.add(row);
        rows.push(row);
      } else if (element.localName === 'tbl') {
        for (const line of below(element, 'tr'))
          rows.push(childrenIn(line, 'tc').map((cell) => cellOf(below(cell, 'p'))));
      } else if (['sdt', 'sdtContent', 'ins', 'smartTag', 'customXml'].includes(element.localName ?? '')) walk(element);
    }
  };
  walk(body);
  return {
    rows,
    isLoose: (row) => loose.has(row),
    pictures: Object.entries(parts).flatMap(([name, part]) =>
      /^word\/media\/.*\.(?:jpe?g|png|webp)$/i.test(name) ? [part] : [],
    ),
    commented: (comments) => {
      const made = comments.flatMap(({ cell, text }) => {
        const place = places.get(cell);
        return place ? [{ place, text }] : [];
      });
      return withComments(parts, document, made);
    },
  };
}

/** Children of a name, through content controls (内容控件). */
function childrenIn(node: Element, name: string): Element[] {
  return [...node.childNodes].flatMap((child): Element[] => {
    if (child.nodeType !== 1) return [];
    const element = child as Element;
    if (element.localName === name) return [element];
    return ['sdt', 'sdtContent'].includes(element.localName ?? '') ? childrenIn(element, name) : [];
  });
}

/** Text of a paragraph; what was struck out in a revision is not there. */
function textOf(paragraph: Element): string {
  let text = '';
  const walk = (node: Element): void => {
    for (const child of [...node.childNodes]) {
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      switch (element.localName) {
        case 't':
          text += element.textContent ?? '';
          break;
        case 'tab':
          text += ' ';
          break;
        case 'br':
        case 'cr':
          text += '\n';
          break;
        case 'del':
        case 'instrText':
        case 'pPr':
        case 'rPr':
          break;
        default:
          walk(element);
      }
    }
  };
  walk(paragraph);
  return text;
}

/** Styles of headings with their levels, whatever a program calls them. */
function headingStyles(parts: Parts): Map<string, number> {
  const styles = parsePart(parts, 'word/styles.xml');
  const found = new Map<string, number>();
  for (const style of styles ? below(styles, 'style') : []) {
    const name = within(style, 'name').map((one) => attributeOf(one, 'val').toLowerCase())[0] ?? '';
    const [, level] = /^(?:heading|标题)\s*(\d)/.exec(name) ?? [];
    if (level !== undefined) found.set(attributeOf(style, 'styleId'), Number(level));
    else if (name === 'title' || name === '标题') found.set(attributeOf(style, 'styleId'), 0);
  }
  return found;
}

function withComments(parts: Parts, document: Document, comments: { place: Element; text: string }[]): Uint8Array {
  const made: Parts = { ...parts };
  const list =
    parsePart(parts, 'word/comments.xml') ??
    parsePart({ x: new TextEncoder().encode(`<w:comments xmlns:w="${word}"/>`) }, 'x');
  const root = list?.documentElement;
  if (!list || !root) return zipSync(parts);
  let next = Math.max(-1, ...below(root, 'comment').map((one) => Number(attributeOf(one, 'id')))) + 1;
  const element = (
    owner: Document,
    name: string,
    attributes: Record<string, string> = {},
    ...children: (Element | string)[]
  ) => {
    const one = owner.createElementNS(word, `w:${name}`);
    for (const [key, value] of Object.entries(attributes)) one.setAttributeNS(word, `w:${key}`, value);
    for (const child of children) one.appendChild(typeof child === 'string' ? owner.createTextNode(child) : child);
    return one;
  };
  for (const { place, text } of comments) {
    const id = String(next);
    next += 1;
    const start = element(document, 'commentRangeStart', { id });
    const first = [...place.childNodes].find((child) => child.nodeType === 1 && (child as Element).localName !== 'pPr');
    place.insertBefore(start, first ?? null);
    place.appendChild(element(document, 'commentRangeEnd', { id }));
    place.appendChild(element(document, 'r', {}, element(document, 'commentReference', { id })));
    const lines = text
      .split('\n')
      .map((line) => element(list, 'p', {}, element(list, 'r', {}, element(list, 't', {}, line))));
    root.appendChild(element(list, 'comment', { id, author, initials: '桌', date: '2026-01-01T00:00:00Z' }, ...lines));
  }
  made['word/document.xml'] = writePart(document);
  made['word/comments.xml'] = writePart(list);
  addPart(made, 'word/_rels/document.xml.rels', 'comments', 'comments.xml');
  addType(made, '/word/comments.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml');
  return zipSync(made, { level: 6 });
}
