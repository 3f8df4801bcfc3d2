import { Document, type Node, type Pair, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { isDeepStrictEqual } from 'node:util';

/** Names of the fields of the mapping at a path, in the order they are written. */
export type FieldOrder = (path: readonly PropertyKey[]) => readonly string[];

interface Splice {
  from: number;
  to: number;
  text: string;
}
type Plain = Record<string, unknown>;

const inOneLine = { lineWidth: 0, flowCollectionPadding: false, doubleQuotedMinMultiLineLength: Infinity };
/** A list of words longer than this stands one to a line. */
const longestWord = 24;
/** Lists whose new items stand in one line each: the note of a change is to be one line of the file. */
const oneLineItems: ReadonlySet<PropertyKey | undefined> = new Set(['changes']);

/**
 * `text` with its value changed to `wanted`. Only what differs is written anew, in place: all other bytes, comments and
 * quotes included, stay. Line ends are \n.
 */
export function rewriteYaml(text: string, wanted: unknown, order: FieldOrder = () => []): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new Error('现在的文件读不出来，先按差错改好');
  const old: unknown = document.toJS();
  if (isDeepStrictEqual(old, wanted)) return text;
  const splices: Splice[] = [];
  const writer = new Writer(text, order, splices);
  let changed: string;
  if (document.contents === null) changed = `${text}${blockText(wanted, 0)}\n`;
  else {
    writer.node(document.contents, old, wanted, []);
    // From the end, so that places stay true; of several texts for one place the first stands first.
    changed = splices
      .map((splice, n) => ({ ...splice, n }))
      .sort((a, b) => b.from - a.from || b.to - a.to || b.n - a.n)
      .reduce((at, { from, to, text: put }) => at.slice(0, from) + put + at.slice(to), text);
  }
  const got: unknown = parseDocument(changed).toJS();
  if (!isDeepStrictEqual(got, wanted)) throw new Error('改好的内容没能写成同样的意思');
  return changed;
}

/** Raised where only the whole pair can be written anew. */
class Whole extends Error {}

class Writer {
  readonly #text: string;
  readonly #order: FieldOrder;
  readonly #splices: Splice[];

  constructor(text: string, order: FieldOrder, splices: Splice[]) {
    this.#text = text;
    this.#order = order;
    this.#splices = splices;
  }

  node(node: Node, old: unknown, wanted: unknown, path: readonly PropertyKey[], inFlow = false): void {
    if (isDeepStrictEqual(old, wanted)) return;
    const [from, to] = node.range ?? [0, 0];
    if (isMap(node) && isPlain(old) && isPlain(wanted)) {
      if (node.flow === true || inFlow) this.#flowMap(node.items as Pair<Node, Node | null>[], from, to, old, wanted);
      else this.#map(node.items as Pair<Node, Node | null>[], old, wanted, path);
    } else if (isSeq(node) && Array.isArray(old) && Array.isArray(wanted)) {
      if (node.flow === true || inFlow) this.#flowList(node.items as Node[], from, to, old, wanted);
      else this.#list(node.items as Node[], old, wanted, path);
    } else if (
      isScalar(node) &&
      !isStructure(wanted) &&
      node.type !== 'BLOCK_LITERAL' &&
      node.type !== 'BLOCK_FOLDED'
    ) {
      const text = scalarText(wanted, node.type === 'QUOTE_DOUBLE' ? 'QUOTE_DOUBLE' : 'PLAIN', inFlow);
      this.#put(from, to, from === to && this.#text[from - 1] === ':' ? ` ${text}` : text);
    } else throw new Whole();
  }

  #put(from: number, to: number, text: string): void {
    this.#splices.push({ from, to, text });
  }

  #map(pairs: Pair<Node, Node | null>[], old: Plain, wanted: Plain, path: readonly PropertyKey[]): void {
    const keys = pairs.map(({ key }) => String(key));
    const kept = pairs.filter((_, n) => Object.hasOwn(wanted, keys[n] ?? ''));
    const first = pairs[0];
    if (!first || kept.length === 0) throw new Whole();
    const indent = this.#columnOf(startOf(first.key));
    pairs.forEach((pair, n) => {
      const key = keys[n] ?? '';
      const start = startOf(pair.key);
      if (!Object.hasOwn(wanted, key)) {
        const next = pairs[n + 1];
        // The first field of a list item shares its line with the dash.
        const isLed = this.#text.slice(this.#lineStart(start), start).trim() !== '';
        if (isLed) this.#put(start, next ? startOf(next.key) : this.#lineEnd(endOf(pair)), '');
        else this.#put(this.#lineStart(start), Math.min(this.#lineEnd(endOf(pair)) + 1, this.#text.length), '');
        return;
      }
      const splices = this.#splices.length;
      try {
        if (!pair.value) throw new Whole();
        this.node(pair.value, old[key], wanted[key], [...path, key]);
      } catch (error) {
        if (!(error instanceof Whole)) throw error;
        this.#splices.length = splices;
        this.#put(start, endOf(pair), pairText(key, wanted[key], indent));
      }
    });
    const order = this.#order(path);
    const before = (key: string) => {
      const at = order.indexOf(key);
      return at < 0 ? kept.at(-1) : kept.findLast((pair) => order.indexOf(String(pair.key)) < at);
    };
    const added = Object.keys(wanted).filter((key) => !keys.includes(key));
    const sorted = added.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
    const inserts = Map.groupBy(sorted, before);
    for (const [previous, names] of inserts) {
      const texts = names.map((key) => pairText(key, wanted[key], indent));
      const pad = ' '.repeat(indent);
      if (previous) {
        const at = this.#lineEnd(endOf(previous));
        this.#put(at, at, texts.map((one) => `\n${pad}${one}`).join(''));
      } else {
        const at = startOf(first.key);
        this.#put(at, at, texts.map((one) => `${one}\n${pad}`).join(''));
      }
    }
  }

  #list(items: Node[], old: unknown[], wanted: unknown[], path: readonly PropertyKey[]): void {
    const firstNode = items[0];
    if (!firstNode || wanted.length === 0) throw new Whole();
    const { start, endOld, endNew } = differing(old, wanted);
    const both = Math.min(endOld, endNew);
    for (let n = start; n < both; n += 1) {
      const item = items[n];
      if (!item) continue;
      const splices = this.#splices.length;
      try {
        this.node(item, old[n], wanted[n], [...path, n]);
      } catch (error) {
        if (!(error instanceof Whole)) throw error;
        this.#splices.length = splices;
        const [from, to] = [startOf(item), this.#lineEnd(deepEnd(item))];
        this.#put(from, to, blockText(wanted[n], this.#columnOf(from)));
      }
    }
    for (let n = both; n < endOld; n += 1) {
      const item = items[n];
      if (!item) continue;
      const next = items[n + 1];
      const from = this.#lineStart(this.#dashOf(item));
      const end = Math.min(this.#lineEnd(deepEnd(item)) + 1, this.#text.length);
      // Comments between two items stay with the second.
      const gap = next ? /^(?:[ \t]*\n)*/.exec(this.#text.slice(end, this.#dashOf(next)))?.[0].length : 0;
      this.#put(from, end + (gap ?? 0), '');
    }
    if (endNew <= both) return;
    const dash = this.#columnOf(this.#dashOf(firstNode));
    const pad = ' '.repeat(dash);
    const texts = wanted
      .slice(both, endNew)
      .map(
        (item) =>
          `- ${oneLineItems.has(path.at(-1)) ? flowText(item).replace(/^\{(.*)\}$/, '{ $1 }') : blockText(item, dash + 2)}`,
      );
    const previous = items[both - 1];
    if (!previous) {
      const at = this.#dashOf(firstNode);
      this.#put(at, at, texts.map((one) => `${one}\n${pad}`).join(''));
      return;
    }
    const second = items[1];
    const apart =
      second !== undefined && /\n[ \t]*\n/.test(this.#text.slice(deepEnd(firstNode), this.#dashOf(second))) ? '\n' : '';
    const at = this.#lineEnd(deepEnd(previous));
    this.#put(at, at, texts.map((one) => `${apart}\n${pad}${one}`).join(''));
  }

  /** { a: 1, b: 2 } in one line; fields that stay keep their quotes. */
  #flowMap(pairs: Pair<Node, Node | null>[], from: number, to: number, old: Plain, wanted: Plain): void {
    const source = new Map(pairs.map((pair) => [String(pair.key), this.#text.slice(startOf(pair.key), endOf(pair))]));
    const keys = [...new Set([...source.keys(), ...Object.keys(wanted)])].filter((key) => Object.hasOwn(wanted, key));
    const parts = keys.map((key) =>
      source.has(key) && isDeepStrictEqual(old[key], wanted[key])
        ? (source.get(key) ?? '')
        : flowText({ [key]: wanted[key] }).slice(1, -1),
    );
    const pad = this.#text[from + 1] === ' ' ? ' ' : '';
    this.#put(from, to, `{${pad}${parts.join(', ')}${pad}}`);
  }

  /** [a, b, c] in one line; items that stay keep their quotes. */
  #flowList(items: Node[], from: number, to: number, old: unknown[], wanted: unknown[]): void {
    const { start, endOld, endNew } = differing(old, wanted);
    const source = (node: Node) => this.#text.slice(startOf(node), node.range?.[1]);
    const parts = [
      ...items.slice(0, start).map(source),
      ...wanted.slice(start, endNew).map((item) => flowText(item)),
      ...items.slice(endOld).map(source),
    ];
    this.#put(from, to, `[${parts.join(', ')}]`);
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }
  #lineEnd(offset: number): number {
    const end = this.#text.indexOf('\n', offset);
    return end < 0 ? this.#text.length : end;
  }
  #columnOf(offset: number): number {
    return offset - this.#lineStart(offset);
  }
  #dashOf(item: Node): number {
    return this.#text.lastIndexOf('-', startOf(item) - 1);
  }
}

/** Where two lists differ: from `start` to before `endOld` and `endNew`. */
function differing(old: readonly unknown[], wanted: readonly unknown[]) {
  const shorter = Math.min(old.length, wanted.length);
  let start = 0;
  while (start < shorter && isDeepStrictEqual(old[start], wanted[start])) start += 1;
  let same = 0;
  while (same < shorter - start && isDeepStrictEqual(old.at(-1 - same), wanted.at(-1 - same))) same += 1;
  return { start, endOld: old.length - same, endNew: wanted.length - same };
}

const startOf = (node: Node | null) => node?.range?.[0] ?? 0;

/** Where the last thing in a node ends, without the line end after it. */
function deepEnd(node: Node): number {
  const last = isMap(node) || isSeq(node) ? node.items.at(-1) : undefined;
  if (last !== undefined && !('flow' in node && node.flow)) {
    return isNode(last) ? deepEnd(last) : endOf(last as Pair<Node, Node | null>);
  }
  return node.range?.[1] ?? 0;
}
function endOf(pair: Pair<Node, Node | null>): number {
  return pair.value ? deepEnd(pair.value) : (pair.key.range?.[1] ?? 0);
}

const isStructure = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isPlain = (value: unknown): value is Plain => isStructure(value) && !Array.isArray(value);

/** A mapping or list in block style, lines after the first set in by `indent` spaces; short lists of words in one line. */
function blockText(value: unknown, indent: number): string {
  if (!isStructure(value)) return scalarText(value, 'PLAIN', false);
  const document = new Document(value);
  keepToLines(document);
  visit(document, {
    Seq: (_key, node) => {
      const words = node.items.map((item) => (isScalar(item) ? String(item.value) : undefined));
      if (words.every((word) => word !== undefined && word.length <= longestWord)) node.flow = true;
    },
  });
  const text = document.toString(inOneLine).trimEnd();
  return text.replaceAll('\n', `\n${' '.repeat(indent)}`);
}

function pairText(key: string, value: unknown, indent: number): string {
  return blockText({ [key]: value }, indent);
}

function flowText(value: unknown): string {
  const document = new Document([value]);
  keepToLines(document);
  if (isSeq(document.contents)) document.contents.flow = true;
  return document.toString(inOneLine).trim().slice(1, -1);
}

/** Line ends within a text are written as \\n, so that it stays in its line. */
function keepToLines(document: Document): void {
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
    },
  });
}

function scalarText(value: unknown, style: 'PLAIN' | 'QUOTE_DOUBLE', inFlow: boolean): string {
  if (typeof value === 'string' && value.includes('\n')) return JSON.stringify(value);
  if (inFlow && style === 'PLAIN') return flowText(value);
  return new Document(value).toString({ ...inOneLine, defaultStringType: style }).trimEnd();
}
