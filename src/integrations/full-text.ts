import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIndex, type PagefindIndex } from 'pagefind';
import { hash } from 'node:crypto';
import { takeFile } from './kept-pages.ts';

/** Up to so many pages stand in one part of the index. */
const pagesInPart = 1500;
interface PartNote {
  /** Hash of the pages of each part. */
  parts: string[];
}
interface Part {
  pages: Page[];
  index?: Promise<PagefindIndex>;
  waits: Promise<unknown>[];
}
interface Page {
  file: string;
  sum: string;
  html?: string;
}

/**
 * The full-text index (全文索引) below /pagefind/, made while pages are made: Pagefind is a program of its own and
 * works beside ours. A large site has it in parts, so that one changed page does not mean all of it again.
 */
export class FullText {
  readonly #parts: Part[];
  readonly #atOnce: boolean;
  readonly #previous: string;

  constructor(contentPages: number, previous: string, atOnce: boolean) {
    this.#parts = Array.from({ length: Math.max(1, Math.ceil(contentPages / pagesInPart)) }, () => ({
      pages: [],
      waits: [],
    }));
    this.#atOnce = atOnce;
    this.#previous = join(previous, 'pagefind');
  }

  add(file: string, html: string, sum: string): void {
    const part = this.#partOf(file);
    part.pages.push({ file, sum, html });
    if (this.#atOnce) part.waits.push(this.#send(part, file, html));
  }

  /** A page of the last build, the same as it was. */
  keep(file: string, sum: string): void {
    this.#partOf(file).pages.push({ file, sum });
  }

  async write(site: string): Promise<number> {
    const folder = join(site, 'pagefind');
    const sums = this.#parts.map(({ pages }) =>
      hash('sha1', JSON.stringify(pages.map(({ file, sum }) => [file, sum]))),
    );
    const last = this.#atOnce ? undefined : this.#lastNote();
    for (const [n, part] of this.#parts.entries()) {
      const target = n === 0 ? folder : join(folder, String(n));
      const from = n === 0 ? this.#previous : join(this.#previous, String(n));
      if (last?.parts[n] === sums[n] && last?.parts.length === sums.length && existsSync(from)) {
        takeFolder(from, target);
        continue;
      }
      if (!this.#atOnce) {
        for (const { file, html } of part.pages) {
          part.waits.push(this.#send(part, file, html ?? searchable(readFileSync(join(site, file), 'utf-8'))));
        }
      }
      await Promise.all(part.waits);
      const index = await this.#indexOf(part);
      await index.writeFiles({ outputPath: target });
      await index.deleteIndex();
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'parts.json'), JSON.stringify({ parts: sums } satisfies PartNote));
    return this.#parts.reduce((sum, { pages }) => sum + pages.length, 0);
  }

  #lastNote(): PartNote | undefined {
    try {
      return JSON.parse(readFileSync(join(this.#previous, 'parts.json'), 'utf-8')) as PartNote;
    } catch {
      return undefined;
    }
  }

  #partOf(file: string): Part {
    const n = Number.parseInt(hash('sha1', file).slice(0, 8), 16) % this.#parts.length;
    const part = this.#parts[n];
    if (!part) throw new Error(`全文索引没有第 ${n} 部分`);
    return part;
  }

  async #send(part: Part, file: string, html: string): Promise<void> {
    const { errors } = await (await this.#indexOf(part)).addHTMLFile({ sourcePath: file, content: html });
    if (errors.length > 0) throw new Error(`${file} 进不了全文索引：${errors.join('；')}`);
  }

  #indexOf(part: Part): Promise<PagefindIndex> {
    part.index ??= createIndex({ forceLanguage: 'zh-cn' }).then(({ index, errors }) => {
      if (!index) throw new Error(`全文索引建不起来：${errors.join('；')}`);
      return index;
    });
    return part.index;
  }
}

/** The files of one part, without the parts below it. */
function takeFolder(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isFile()) takeFile(join(from, entry.name), join(to, entry.name));
    else if (!/^\d+$/.test(entry.name)) takeTree(join(from, entry.name), join(to, entry.name));
  }
}

function takeTree(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    takeFile(file, join(to, file.slice(from.length + 1)));
  }
}

/** What of a page can be found: its main part, without pictures. Sending the rest takes longer than reading it. */
export function searchable(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>') + '</main>'.length);
  return `<html lang="zh-CN"><body>${main.replaceAll(/<(svg|script|style)[^>]*>[\s\S]*?<\/\1>/g, '')}</body></html>`;
}
