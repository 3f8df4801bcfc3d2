import { DOMParser, type Element, onWarningStopParsing } from '@xmldom/xmldom';

/** The root element of an XML document. Throws where the document is not well formed. */
export function readXml(source: string): Element {
  // The parser is lenient here; readers of feeds are not.
  const bare = /&(?!(?:#x[\da-f]+|#\d+|\w+);).{0,40}/i.exec(source.replaceAll(/<!\[CDATA\[.*?\]\]>/gs, ''));
  if (bare) throw new Error(`a bare & in 「${bare[0]}」`);
  const { documentElement } = new DOMParser({ onError: onWarningStopParsing }).parseFromString(source, 'text/xml');
  if (!documentElement) throw new Error('no root element');
  return documentElement;
}

/** Elements of a name below another, however deep, in their order. */
export const all = (element: Element, name: string): Element[] => [...element.getElementsByTagName(name)];

/** Their texts. */
export const textsOf = (element: Element, name: string): string[] =>
  all(element, name).map(({ textContent }) => (textContent ?? '').trim());
