import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Element, ElementContent } from 'hast';
import type { Body } from '#domain/body.ts';

/** What a file held when it was last parsed without fault; `body` where it has one. */
interface Parsed {
  stamp: string;
  data: unknown;
  body?: readonly FlatNode[];
}
/** A text, or name, line, properties and children of an element: a sixth of the tree's room, and quickly read. */
type FlatNode = string | readonly [tagName: string, line: number, properties: Element['properties'], ...FlatNode[]];

interface Part {
  code: string;
  files: Map<string, Parsed>;
}

/** A part is written again when one of its files has changed; the rest stays. */
const parts = 32;

/**
 * Content files as they were parsed before (读过的), known by the hash of their text: of ten thousand files, few have
 * changed since the last build. Only what was free of faults is kept, so faults are always found in the file itself.
 */
export class ParsedBefore {
  readonly #folder: string;
  readonly #code: string;
  readonly #last: readonly ReadonlyMap<string, Parsed>[];
  readonly #now = Array.from({ length: parts }, () => new Map<string, Parsed>());
  readonly #changed = new Set<number>();

  /** `code` changes with the program that parses. */
  constructor(folder: string, code: string) {
    this.#folder = folder;
    this.#code = code;
    this.#last = this.#now.map((_, n) => readPart(join(folder, String(n)), code));
  }

  find(path: string, stamp: string): { data: unknown; body: Body } | undefined {
    const n = partOf(path);
    const known = this.#last[n]?.get(path);
    if (known?.stamp !== stamp) return undefined;
    this.#now[n]?.set(path, known);
    return { data: known.data, body: { type: 'root', children: known.body?.map(treeOf) ?? [] } };
  }

  keep(path: string, stamp: string, data: unknown, body?: Body): void {
    const n = partOf(path);
    this.#changed.add(n);
    this.#now[n]?.set(path, { stamp, data, ...(body && { body: body.children.flatMap(flatten) }) });
  }

  save(): void {
    mkdirSync(this.#folder, { recursive: true });
    for (const [n, files] of this.#now.entries()) {
      const file = join(this.#folder, String(n));
      if (files.size === 0) rmSync(file, { force: true });
      else if (this.#changed.has(n) || files.size !== this.#last[n]?.size) {
        writeFileSync(file, serialize({ code: this.#code, files } satisfies Part));
      }
    }
  }
}

const partOf = (path: string) => Number.parseInt(hash('sha1', path).slice(0, 4), 16) % parts;

function readPart(file: string, code: string): ReadonlyMap<string, Parsed> {
  try {
    const part = deserialize(readFileSync(file)) as Part;
    return part.code === code ? part.files : new Map();
  } catch {
    return new Map();
  }
}

function flatten(node: Body['children'][number]): FlatNode[] {
  if (node.type === 'text') return [node.value];
  if (node.type !== 'element') return [];
  const { tagName, position, properties, children } = node;
  return [[tagName, position?.start.line ?? 1, properties, ...children.flatMap(flatten)]];
}

function treeOf(node: FlatNode): ElementContent {
  if (typeof node === 'string') return { type: 'text', value: node };
  const [tagName, line, properties, ...children] = node;
  const point = { line, column: 1 };
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map(treeOf),
    position: { start: point, end: point },
  };
}
