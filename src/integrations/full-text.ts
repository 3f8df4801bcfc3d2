import type { ChildProcess } from 'node:child_process';
import { hash } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { PagefindIndex } from 'pagefind';
import type { Disk } from './disk.ts';

/** Up to so many pages of places and cases stand in one part of the index. */
const pagesInPart = 1500;
/** Pagefind is told so many pages at once: each time it is told something, it takes a processor from us. */
const pagesAtOnce = 100;
/** Which pages each part holds: a hash, by which the next build knows whether it can be taken over. Readers' browsers count them. */
interface PartNote {
  parts: string[];
}
const note = 'parts.json';
interface Part {
  /** Pages still to come; the part is written with the last. Unknown of the first part, which also takes all other pages; see rest(). */
  awaited: number;
  pages: Page[];
  index?: Promise<PagefindIndex>;
  sent: Promise<void>[];
  written?: Promise<string>;
}
interface Page {
  file: string;
  sum: string;
  html?: string;
}

/** Which part of the index each file belongs to: from 1, spread by the hash of its name; none where one part holds everything. */
export function partNumbers(files: readonly string[]): Map<string, number> {
  if (files.length <= pagesInPart) return new Map();
  const parts = Math.ceil(files.length / pagesInPart);
  return new Map(files.map((file) => [file, 1 + (Number.parseInt(hash('sha1', file).slice(0, 8), 16) % parts)]));
}

export interface FullTextPlan {
  site: string;
  /** Site of the last build, if any. */
  previous: string;
  /** Files of places and cases, of which there may be many, with the part each belongs to; see partNumbers. */
  parts: ReadonlyMap<string, number>;
  /** Whether there is nothing to take over. */
  first: boolean;
  disk: Disk;
}

/**
 * The full-text index (全文索引) below /pagefind/, made while pages are made: Pagefind is a program of its own and
 * works beside ours. A large site has it in parts, so that one changed page does not mean all of it again.
 */
export class FullText {
  readonly #plan: FullTextPlan;
  readonly #parts: Part[];
  readonly #last: PartNote | undefined;

  constructor(plan: FullTextPlan) {
    this.#plan = plan;
    this.#parts = Array.from({ length: 1 + Math.max(0, ...plan.parts.values()) }, () => ({
      awaited: 0,
      pages: [],
      sent: [],
    }));
    for (const n of plan.parts.values()) this.#part(n).awaited += 1;
    this.#last = plan.first ? undefined : readNote(join(plan.previous, 'pagefind', note));
  }

  /** A page with its text; `sum` is the hash of all of it. */
  add(file: string, html: string, sum: string): void {
    const part = this.#open(file);
    part.pages.push({ file, sum, html });
    if (this.#plan.first && part.pages.length - part.sent.length >= pagesAtOnce) this.#send(part);
    this.#writeIfWhole(file);
  }

  /** A page of the last build, the same as it was. */
  keep(file: string, sum: string): void {
    this.#open(file).pages.push({ file, sum });
    this.#writeIfWhole(file);
  }

  /** There are no pages to come but those of the other parts: the first can be written meanwhile. */
  rest(): void {
    const part = this.#part(0);
    if (part.written) return;
    part.written = this.#write(part, 0);
    part.written.catch(() => undefined);
  }

  /** When all is on the disk or ordered there; gives the number of pages. */
  async done(): Promise<number> {
    const parts = await Promise.all(this.#parts.map((part, n) => (part.written ??= this.#write(part, n))));
    const folder = join(this.#plan.site, 'pagefind');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, note), JSON.stringify({ parts } satisfies PartNote));
    return this.#parts.reduce((sum, { pages }) => sum + pages.length, 0);
  }

  #writeIfWhole(file: string): void {
    const n = this.#partOf(file);
    const part = this.#part(n);
    if (n === 0 || part.pages.length < part.awaited) return;
    part.written = this.#write(part, n);
    // Told by done(), which waits for it.
    part.written.catch(() => undefined);
  }

  async #write(part: Part, n: number): Promise<string> {
    const { site, previous, disk } = this.#plan;
    const [target, from] = [site, previous].map((root) => join(root, 'pagefind', ...(n === 0 ? [] : [String(n)])));
    const sum = hash('sha1', JSON.stringify(part.pages.map((page) => [page.file, page.sum])));
    if (!target || !from) throw new Error('全文索引没有地方放');
    if (this.#last?.parts[n] === sum && this.#last.parts.length === this.#parts.length && existsSync(from)) {
      takePart(from, target, disk);
      return sum;
    }
    this.#send(part);
    await Promise.all(part.sent);
    const index = await this.#indexOf(part);
    await index.writeFiles({ outputPath: target });
    await index.deleteIndex();
    return sum;
  }

  #open(file: string): Part {
    const part = this.#part(this.#partOf(file));
    if (part.written) throw new Error(`${file} 来晚了，这一部分全文索引已经写好`);
    return part;
  }

  #partOf(file: string): number {
    return this.#plan.parts.get(file) ?? 0;
  }

  #part(n: number): Part {
    const part = this.#parts[n];
    if (!part) throw new Error(`全文索引没有第 ${n} 部分`);
    return part;
  }

  /** Tells Pagefind all pages of a part that it has not been told of, in their order: that is the order of equal results. */
  #send(part: Part): void {
    for (const page of part.pages.slice(part.sent.length)) {
      const html = page.html ?? searchable(readFileSync(join(this.#plan.previous, page.file)));
      delete page.html;
      part.sent.push(this.#tell(part, page.file, html));
    }
  }

  async #tell(part: Part, file: string, html: string): Promise<void> {
    const { errors } = await (await this.#indexOf(part)).addHTMLFile({ sourcePath: file, content: html });
    if (errors.length > 0) throw new Error(`${file} 进不了全文索引：${errors.join('；')}`);
  }

  #indexOf(part: Part): Promise<PagefindIndex> {
    part.index ??= newIndex(this.#parts.indexOf(part));
    return part.index;
  }
}

/**
 * A module of Pagefind runs one program, which does one thing after the other: two modules, two programs, for the parts in
 * turn. While the first is still busy with the last part but one, the second does the last.
 */
const programs = ['', '?second'].map((copy) => `${import.meta.resolve('pagefind')}${copy}`);

async function newIndex(part: number): Promise<PagefindIndex> {
  const { createIndex } = (await import(programs[part % programs.length] ?? 'pagefind')) as typeof import('pagefind');
  subscribe('child_process', giveWay);
  const { index, errors } = await createIndex({ forceLanguage: 'zh-cn' });
  unsubscribe('child_process', giveWay);
  if (!index) throw new Error(`全文索引建不起来：${errors.join('；')}`);
  return index;
}

/**
 * A program that was started gives way to ours: pages are made one after the other, and that takes longest. Pagefind
 * does not tell which process it starts; Node does.
 */
function giveWay(message: unknown): void {
  const { process: started } = message as { process: ChildProcess };
  started.once('spawn', () => {
    if (started.pid !== undefined) setPriority(started.pid, 5);
  });
}

function readNote(file: string): PartNote | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf-8')) as PartNote;
  } catch {
    return undefined;
  }
}

/** The files of one part as Pagefind wrote them, without the parts below it and without what stands beside: our note, compressed copies. */
function takePart(from: string, to: string, disk: Disk): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isFile()) {
      if (entry.name !== note && !/\.(?:br|gz)$/.test(entry.name)) disk.take(source, target);
    } else if (!/^\d+$/.test(entry.name)) takePart(source, target, disk);
  }
}

/**
 * Repeated on many pages, said twice on one, or not about the page: marks of clauses and sources, when the page was published, gists,
 * ways on, notes, citations, what stands on paper only; the timeline repeats the facts, and reports are found by their titles on the list of sources.
 */
const aside = [
  /<(svg|script|style|nav|aside)\b[^>]*>[\s\S]*?<\/\1>/g,
  /<a class="(?:source|clause|anchor)"[^>]*>[^<]*<\/a>/g,
  /<p class="(?:layer|screen-only|to-top)">[\s\S]*?<\/p>/g,
  /<p class="meta">[^<]*<time [\s\S]*?<\/p>/g,
  /<details class="(?:gist|changes)">[\s\S]*?<\/details>/g,
  /<section class="cite"[\s\S]*?<\/section>/g,
  /<section aria-labelledby="(?:neighbours|where|timeline|sources)">[\s\S]*?<\/section>/g,
  /<div class="paper meta"[\s\S]*?<\/div>/g,
];

/** Attributes that only the eye or a script asks for. Half of what would be sent. */
const looks = / (?:class|href|role|tabindex|datetime|aria-[a-z]+|data-(?!pagefind)[a-z-]+)(?:="[^"]*")?(?=[ >])/g;

/**
 * What of a page can be found: its main part without what stands aside. Sending the rest takes longer than reading it.
 * Looked at byte by byte, as in page-policy.ts.
 */
export function searchable(page: Buffer): string {
  const html = page.toString('latin1');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>') + '</main>'.length);
  const text = aside.reduce((left, part) => left.replaceAll(part, ''), main).replaceAll(looks, '');
  return `<html lang="zh-CN"><body>${Buffer.from(text, 'latin1').toString()}</body></html>`;
}
