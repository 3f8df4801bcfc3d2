/** An XML element. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (text: string) =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) {
      const sign = entities[name];
      if (sign === undefined) throw new Error(`XML does not know ${whole}`);
      return sign;
    }
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });

/** Reads a small XML document and throws where it is not well formed. */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const token =
    /<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (const match of source.matchAll(token)) {
    end = match.index + match[0].length;
    const [, cdata, closing, opening, attributes = '', empty, text] = match;
    const parent = open.at(-1) ?? root;
    if (cdata !== undefined) parent.text += cdata;
    else if (text !== undefined) {
      if (/&(?!(?:#x[\da-f]+|#\d+|\w+);)/i.test(text)) throw new Error(`bare & in 「${text.slice(0, 40)}」`);
      parent.text += decode(text);
    } else if (opening !== undefined) {
      const pairs = [...attributes.matchAll(/([\w:.-]+)\s*=\s*["']([^"']*)["']/g)].map(([, name = '', value = '']) => [
        name,
        decode(value),
      ]);
      const element: XmlElement = {
        name: opening,
        attributes: Object.fromEntries(pairs) as Record<string, string>,
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    } else if (closing !== undefined) {
      if (open.pop()?.name !== closing) throw new Error(`</${closing}> closes nothing`);
    }
  }
  if (end !== source.length) throw new Error(`not XML: 「${source.slice(end, end + 40)}」`);
  const [top, ...more] = root.children;
  if (open.length !== 1 || !top || more.length > 0) throw new Error('not one whole element');
  return top;
}

/** Texts of the elements of a name, however deep. */
export function textsOf(element: XmlElement, name: string): string[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child.text.trim()] : []),
    ...textsOf(child, name),
  ]);
}
