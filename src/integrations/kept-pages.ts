import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sourcePages } from '#domain/lists.ts';
import { standing } from '#domain/reads.ts';
import { guidanceText } from '#reader/guidance.ts';
import type { Stock } from '#reader/load.ts';
import { filesBelow, programHash } from './program-hash.ts';

/** How a finished page was left: whoever changes it by hand gets a fresh one. */
interface Kept {
  /** Places in `keys`. */
  reads: number[];
  /** Hash of a page in the full-text index, else empty. */
  sum: string;
  /** Bytes, and milliseconds of its last change. */
  size: number;
  time: number;
}
interface Ledger {
  code: string;
  keys: string[];
  stands: (string | null)[];
  files: Record<string, Kept>;
}

/** Routes of which there are many. Their pages are made of the catalogue and the program alone, nothing worked out beforehand. */
const routes = new Set([
  'src/pages/places/[id].astro',
  'src/pages/cases/[id].astro',
  'src/pages/embed/places/[id].astro',
  'src/pages/embed/cases/[id].astro',
  'src/pages/posters/[kind]/[id]/index.astro',
  'src/pages/residence-permit/[node].astro',
  'src/pages/[section]/[id].md.ts',
]);

/**
 * Pages of the last build (留用的页) that a new one takes over as they are. A page is kept when the program, the tables
 * and the settings are the same and nothing it read from the content has changed. Deleting .cache makes all afresh.
 */
export class KeptPages {
  readonly #previous: string;
  readonly #file: string;
  readonly #code: string;
  readonly #stands: (key: string) => string | null;
  readonly #last: Ledger | undefined;
  readonly #changed: ReadonlySet<number>;
  readonly #made = new Map<string, { reads: Iterable<string>; sum: string; kept?: Kept }>();

  constructor({ content, catalog }: Stock, previous: string, dataDir: string) {
    this.#previous = previous;
    this.#file = join('.cache', 'pages', `${hash('sha1', previous)}.json`);
    this.#code = codeOf(dataDir, sourcePages(catalog.sources.length));
    const stand = standing(content, catalog);
    const known = new Map<string, string | null>();
    this.#stands = (key) => {
      let found = known.get(key);
      if (found === undefined) {
        const text = stand(key);
        found = text === undefined ? null : hash('sha1', text);
        known.set(key, found);
      }
      return found;
    };
    this.#last = this.#read();
    const { keys = [], stands = [] } = this.#last ?? {};
    this.#changed = new Set(keys.flatMap((key, n) => (this.#stands(key) === stands[n] ? [] : n)));
  }

  get empty(): boolean {
    return this.#last === undefined;
  }

  /** Whether a page of the last build can be taken over: its hash, empty outside the full-text index, or undefined where it has to be made. */
  take(component: string, file: string): string | undefined {
    const kept = this.#last && routes.has(component) ? this.#last.files[file] : undefined;
    if (!kept || kept.reads.some((n) => this.#changed.has(n))) return undefined;
    const found = statSync(join(this.#previous, file), { throwIfNoEntry: false });
    if (found?.size !== kept.size || Math.trunc(found.mtimeMs) !== kept.time) return undefined;
    this.#made.set(file, { reads: kept.reads.map((n) => this.#last?.keys[n] ?? ''), sum: kept.sum, kept });
    return kept.sum;
  }

  /** Remembers what a new page was made from. */
  made(component: string, file: string, reads: Set<string>, sum: string): void {
    if (routes.has(component)) this.#made.set(file, { reads, sum });
  }

  /** Written when the pages stand in the site that takes the place of the last one. */
  save(site: string): void {
    const places = new Map<string, number>();
    const files: Ledger['files'] = {};
    for (const [file, { reads, sum, kept }] of this.#made) {
      const at = Array.from(reads, (key) => {
        const place = places.get(key) ?? places.size;
        places.set(key, place);
        return place;
      });
      files[file] = { ...(kept ?? leftAs(join(site, file))), reads: at, sum };
    }
    const keys = [...places.keys()];
    const ledger: Ledger = { code: this.#code, keys, stands: keys.map((key) => this.#stands(key)), files };
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(ledger));
  }

  #read(): Ledger | undefined {
    if (!existsSync(this.#previous) || !existsSync(this.#file)) return undefined;
    try {
      const ledger = JSON.parse(readFileSync(this.#file, 'utf-8')) as Ledger;
      return ledger.code === this.#code ? ledger : undefined;
    } catch {
      return undefined;
    }
  }
}

function leftAs(file: string): { size: number; time: number } {
  const { size, mtimeMs } = statSync(file);
  return { size, time: Math.trunc(mtimeMs) };
}

/** Everything but the entries and answers a page reads that decides how it looks; `pagesOfSources` is in the address of each source. */
function codeOf(dataDir: string, pagesOfSources: number): string {
  const { SITE_URL, BASE_PATH } = process.env;
  const program = filesBelow('src').filter((file) => !/^src[/\\](?:content|data)[/\\]/.test(file));
  const texts = [...program, ...filesBelow(dataDir), 'astro.config.mjs'];
  return programHash(texts, SITE_URL, BASE_PATH, guidanceText(), pagesOfSources, filesBelow('.cache/posters'));
}
