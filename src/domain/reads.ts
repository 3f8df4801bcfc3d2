import type { Catalog } from './catalog.ts';
import { type Content, type Entry, type Located, pageKinds } from './content.ts';

/**
 * What a page was made from (依据): the entries it looked into and the answers the catalogue gave it, each by a key.
 * A build keeps a page as long as none of these has changed; see integrations/finish-pages.ts.
 */
export type Note = (key: string) => void;

/** Content whose entries tell when somebody looks into them. */
export function watchContent(content: Content, note: Note): Content {
  const watch = <T>(kind: string, entry: Entry<T>): Entry<T> => {
    const key = `entry ${kind} ${entry.id}`;
    return {
      id: entry.id,
      path: entry.path,
      lineOf: entry.lineOf,
      get data() {
        note(key);
        return entry.data;
      },
      get body() {
        note(key);
        return entry.body;
      },
    };
  };
  return {
    ...content,
    places: content.places.map((entry) => watch('places', entry)),
    clusters: content.clusters.map((entry) => watch('clusters', entry)),
    policies: content.policies.map((entry) => watch('policies', entry)),
    cases: content.cases.map((entry) => watch('cases', entry)),
  };
}

/** Lists and single values that depend on what writers wrote; tables change with the program. */
const values = ['places', 'policies', 'clusters', 'cases', 'sources', 'strips', 'newest'] as const;
const questions = [
  'place',
  'policy',
  'case',
  'source',
  'fact',
  'withRole',
  'citing',
  'usingSource',
  'inCounty',
  'casesIn',
  'casesAbout',
  'policiesOn',
] as const;
type Question = (typeof questions)[number];

/** A catalogue that tells what it is asked. */
export function watchCatalog(catalog: Catalog, note: Note): Catalog {
  const watched = { ...catalog };
  for (const name of values) {
    Object.defineProperty(watched, name, {
      enumerable: true,
      get: () => {
        note(`value ${name}`);
        return catalog[name];
      },
    });
  }
  for (const name of questions) {
    const answer = (about: string) => (catalog[name] as (about: string) => unknown)(about);
    Object.assign(watched, {
      [name]: (about: string) => {
        note(`ask ${name} ${about}`);
        return answer(about);
      },
    });
  }
  return watched;
}

/**
 * What stands behind a key now, as text; undefined where it is gone. An entry that an answer leads to is
 * told by its id: whoever looks into it has noted that.
 */
export function standing(content: Content, catalog: Catalog): (key: string) => string | undefined {
  const stamps = new Map<string, string | undefined>(
    pageKinds.flatMap((kind) => content[kind].map((entry) => [`entry ${kind} ${entry.id}`, entry.stamp])),
  );
  return (key) => {
    const [what = '', name = '', ...about] = key.split(' ');
    if (what === 'entry') return stamps.get(key);
    if (what === 'value') return told(catalog[name as (typeof values)[number]]);
    try {
      return told((catalog[name as Question] as (about: string) => unknown)(about.join(' ')));
    } catch {
      return undefined;
    }
  };
}

function told(answer: unknown): string {
  const byId = (_key: string, value: unknown) => (isLocated(value) ? value.id : value);
  return JSON.stringify(answer, byId);
}

function isLocated(value: unknown): value is Located {
  return typeof value === 'object' && value !== null && 'lineOf' in value;
}
