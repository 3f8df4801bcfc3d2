import { type Document, DOMParser, type Element, XMLSerializer } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import { Refusal } from '../store.ts';

/** Largest document, the largest of its parts, all parts together (bytes, unpacked), and how many. */
const most = { file: 30_000_000, part: 40_000_000, all: 90_000_000, parts: 3000 };

export type Parts = Record<string, Uint8Array>;

/**
 * The parts of a .docx or .xlsx. What could do harm is refused before it is unpacked or read: bombs, macros, entities,
 * embedded programs, and whatever would be fetched from elsewhere.
 */
export function openDocument(bytes: Uint8Array): { kind: 'docx' | 'xlsx'; parts: Parts } {
  if (bytes.length > most.file) throw new Refusal('文件太大了，最多 30 MB', 413);
  const [a, b] = bytes;
  if (a === 0xd0 && b === 0xcf)
    throw new Refusal(
      '这是旧格式（.doc、.xls、.wps）或者加了密码的文件。在 Word 或 WPS 里打开，另存为 .docx 或 .xlsx，不设密码',
    );
  if (a !== 0x50 || b !== 0x4b) throw new Refusal('这不是 .docx 或 .xlsx 文件');
  let all = 0;
  let count = 0;
  let parts: Parts;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        count += 1;
        all += originalSize;
        // What is written small and unpacks to much; text packs to a twentieth.
        const isBomb = originalSize > 2_000_000 && originalSize > size * 300;
        if (count > most.parts || originalSize > most.part || all > most.all || isBomb) {
          throw new Refusal('文件解开以后太大，像是专门做来占满电脑的，没有打开');
        }
        if (/^[/\\]|\.\.[/\\]|\\|\0/.test(name)) throw new Refusal('文件里有指到外面去的名字，没有打开');
        if (/vbaProject|vbaData|macrosheets|activeX|\.bin$/i.test(name) && !/printerSettings/.test(name)) {
          throw new Refusal('文件里带着宏或者别的程序，没有打开。另存为普通的 .docx 或 .xlsx 再交');
        }
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('文件坏了，解不开。重新另存一份再交');
  }
  for (const [name, part] of Object.entries(parts)) {
    if (!/\.(?:xml|rels|vml)$/i.test(name)) continue;
    const text = decode(part);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('文件里有不该有的声明（DOCTYPE），没有打开');
    if (/macroEnabled/i.test(text) && name === '[Content_Types].xml')
      throw new Refusal('这是带宏的文件，没有打开。另存为普通的 .docx 或 .xlsx 再交');
    if (
      name.endsWith('.rels') &&
      /TargetMode\s*=\s*["']External/i.test(text) &&
      /attachedTemplate|oleObject|\/frame|externalLink|subDocument|\/image/i.test(text)
    ) {
      throw new Refusal('文件连着外面的模板、图片或对象，没有打开。把内容复制到一份新文件再交');
    }
  }
  if (parts['word/document.xml']) return { kind: 'docx', parts };
  if (parts['xl/workbook.xml']) return { kind: 'xlsx', parts };
  throw new Refusal('这不是 Word 文档或 Excel 表格');
}

/** Text of a part; UTF-16 with its mark as well. */
function decode(part: Uint8Array): string {
  const isUtf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  if (isUtf16) throw new Refusal('文件的编码不对，没有打开。重新另存一份再交');
  return new TextDecoder().decode(part);
}

export function parsePart(parts: Parts, name: string): Document | undefined {
  const part = parts[name];
  if (!part) return undefined;
  try {
    return new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(decode(part), 'text/xml');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`文件里的 ${name} 坏了，读不出来。重新另存一份再交`);
  }
}

export function writePart(document: Document): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(new XMLSerializer().serializeToString(document));
}

/** Elements of a local name below one, whatever their prefix. */
export const below = (node: Document | Element, name: string): Element[] => [...node.getElementsByTagNameNS('*', name)];
/** Child elements of a local name. */
export const within = (node: Element, name: string): Element[] =>
  [...node.childNodes].filter(
    (child): child is Element => child.nodeType === 1 && (child as Element).localName === name,
  );
export const attributeOf = (node: Element, name: string): string =>
  [...node.attributes].find((one) => one.localName === name)?.value ?? '';

/** Where the names of the parts' vocabularies begin. */
export const office = 'http://schemas.openxmlformats.org';

/** Adds a relationship to a part, once. Returns its id. */
export function addPart(parts: Parts, name: string, type: string, target: string): string {
  const empty = `<Relationships xmlns="${office}/package/2006/relationships"/>`;
  const rels = parsePart(parts, name) ?? parsePart({ x: new TextEncoder().encode(empty) }, 'x');
  const root = rels?.documentElement;
  if (!rels || !root) return '';
  const same = below(root, 'Relationship').find((one) => attributeOf(one, 'Type').endsWith(`/${type}`));
  if (same) {
    same.setAttribute('Target', target);
    parts[name] = writePart(rels);
    return attributeOf(same, 'Id');
  }
  const id = `desk-${type}`;
  const one = rels.createElementNS(`${office}/package/2006/relationships`, 'Relationship');
  one.setAttribute('Id', id);
  one.setAttribute('Type', `${office}/officeDocument/2006/relationships/${type}`);
  one.setAttribute('Target', target);
  root.appendChild(one);
  parts[name] = writePart(rels);
  return id;
}

/** Says what kind a part is, once. */
export function addType(parts: Parts, part: string, type: string, extension?: string): void {
  const types = parsePart(parts, '[Content_Types].xml');
  const root = types?.documentElement;
  if (!types || !root) return;
  const [name, key, value] =
    extension === undefined ? ['Override', 'PartName', part] : ['Default', 'Extension', extension];
  if (below(root, name).some((one) => attributeOf(one, key) === value)) return;
  const one = types.createElementNS(`${office}/package/2006/content-types`, name);
  one.setAttribute(key, value);
  one.setAttribute('ContentType', type);
  if (extension === undefined) root.appendChild(one);
  else root.insertBefore(one, root.firstChild);
  parts['[Content_Types].xml'] = writePart(types);
}

/** Where a fault of a document is put. */
export interface Comment {
  cell: string;
  text: string;
}
/** What was read of a document: rows of cells; in a docx paragraphs outside tables are rows of one cell. */
export interface Cell {
  /** Names the place, for comments. */
  at: string;
  text: string;
  /** A heading of this level stands here; only outside tables. */
  heading?: number;
}
export interface ReadDocument {
  rows: Cell[][];
  /** Rows that are paragraphs outside tables. */
  isLoose: (row: readonly Cell[]) => boolean;
  /** The same document with comments at their cells. */
  commented: (comments: readonly Comment[]) => Uint8Array;
  pictures: Uint8Array[];
}
/** Who the comments are by. */
export const author = '办公桌';
