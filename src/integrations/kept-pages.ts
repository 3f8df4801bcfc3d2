import { createHash, hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { createCatalog } from '#domain/catalog.ts';
import type { Content } from '#domain/content.ts';
import { standing } from '#domain/reads.ts';

/** How a finished page was left: whoever changes it by hand gets a fresh one. */
interface Kept {
  /** Places in `keys`. */
  reads: number[];
  /** Hash of a page in the full-text index, else empty. */
  sum: string;
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
  readonly #made = new Map<string, { reads: Iterable<string>; sum: string }>();

  constructor(content: Content, previous: string, dataDir: string) {
    this.#previous = previous;
    this.#file = join('.cache', 'pages', `${hash('sha1', previous)}.json`);
    this.#code = programHash(dataDir);
    const stand = standing(content, createCatalog(content));
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

  /** Puts a page of the last build into the new site; gives its hash, empty outside the full-text index, or undefined where it has to be made. */
  take(component: string, file: string, site: string): string | undefined {
    const kept = this.#last && routes.has(component) ? this.#last.files[file] : undefined;
    if (!kept || kept.reads.some((n) => this.#changed.has(n))) return undefined;
    const from = join(this.#previous, file);
    const found = statSync(from, { throwIfNoEntry: false });
    if (found?.size !== kept.size || found.mtimeMs !== kept.time) return undefined;
    takeFile(from, join(site, file));
    this.#made.set(file, { reads: kept.reads.map((n) => this.#last?.keys[n] ?? ''), sum: kept.sum });
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
    for (const [file, { reads, sum }] of this.#made) {
      const at = Array.from(reads, (key) => {
        const place = places.get(key) ?? places.size;
        places.set(key, place);
        return place;
      });
      const { size, mtimeMs } = statSync(join(site, file));
      files[file] = { reads: at, sum, size, time: mtimeMs };
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

const folders = new Set<string>();
/** The same file in a second place, without copying it where the disk can do that. */
export function takeFile(from: string, to: string): void {
  const folder = dirname(to);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Everything but the content that decides how a page looks. */
function programHash(dataDir: string): string {
  const sum = createHash('sha1');
  const below = (folder: string) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .toSorted()
      : [];
  const { SITE_URL, BASE_PATH, GUIDANCE_TEXT } = process.env;
  sum.update(JSON.stringify([process.version, SITE_URL, BASE_PATH, GUIDANCE_TEXT, below('.cache/posters')]));
  const program = below('src').filter((file) => !/^src[/\\](?:content|data)[/\\]/.test(file));
  const texts = [
    ...program,
    ...below(dataDir),
    'astro.config.mjs',
    'package-lock.json',
    ...(GUIDANCE_TEXT ? [GUIDANCE_TEXT] : []),
  ];
  for (const file of texts) sum.update(`\0${file}\0`).update(readFileSync(file));
  return sum.digest('hex');
}
