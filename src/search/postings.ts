/** Entry and strength, 0 to 1.3; see fields.ts. */
export type Posting = [entry: number, strength: number];

/** Strengths travel in steps of 0.05, and all numbers in base 36. */
const steps = 20;
const base = 36;

/** What is held under a key: the entries, and the asks (问法) by their numbers; see Common. */
export interface Held {
  postings: readonly Posting[];
  asks: readonly number[];
}

/** A line for each key, entries and asks as distances: `雾凇<tab>j:3,1,a;8:0<tab>5,c`. */
export function writeHeld(held: Iterable<readonly [key: string, held: Held]>): string {
  return Array.from(held, ([key, { postings, asks }]) => {
    const groups = Map.groupBy(postings, ([, strength]) => Math.round(strength * steps));
    const written = Array.from(
      groups,
      ([strength, own]) => `${strength.toString(base)}:${distances(own.map(([entry]) => entry))}`,
    );
    return [key, written.join(';'), ...(asks.length > 0 ? [distances(asks)] : [])].join('\t');
  }).join('\n');
}

const distances = (numbers: readonly number[]): string =>
  numbers
    .toSorted((a, b) => a - b)
    .map((number, n, all) => (number - (all[n - 1] ?? 0)).toString(base))
    .join(',');

/** Lists are read when they are asked for: a question needs few of a file's. */
export interface Lists {
  keys: readonly string[];
  get: (key: string) => Held;
}

const nothing: Held = { postings: [], asks: [] };

export function readHeld(text: string): Lists {
  const lines = new Map(
    text.split('\n').map((line): [key: string, lists: string[]] => {
      const [key = '', ...lists] = line.split('\t');
      return [key, lists];
    }),
  );
  const known = new Map<string, Held>();
  return {
    keys: [...lines.keys()],
    get: (key) => {
      const [postings = '', asks = ''] = lines.get(key) ?? [];
      const held =
        known.get(key) ?? (lines.has(key) ? { postings: readPostings(postings), asks: numbersOf(asks) } : nothing);
      known.set(key, held);
      return held;
    },
  };
}

function readPostings(list: string): Posting[] {
  if (list === '') return [];
  return list.split(';').flatMap((group) => {
    const [strength = '', entries = ''] = group.split(':');
    return numbersOf(entries).map((entry): Posting => [entry, Number.parseInt(strength, base) / steps]);
  });
}

function numbersOf(list: string): number[] {
  let number = 0;
  return list === '' ? [] : list.split(',').map((distance) => (number += Number.parseInt(distance, base)));
}

/**
 * A key lies in a file by what it begins with, so that a question reads a small file a character. k: characters; y: sounds and
 * first letters; s: words that mean the same; m: what entries merely mention (全文里提到), by whole keys.
 */
const files = { k: 768, y: 256, s: 16, m: 512 } as const;
const nameOf = (letter: keyof typeof files, number: number) => `${letter}${number % files[letter]}.txt`;

/** All names: a query asks for a file whether or not it holds something. */
export const everyFile: readonly string[] = (Object.keys(files) as (keyof typeof files)[]).flatMap((letter) =>
  Array.from({ length: files[letter] }, (_, n) => nameOf(letter, n)),
);

function digest(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65521;
  return sum;
}

/** The file of a key: 居 leads to those of `居住`, `=居住证` and `.-居`, the sound ju to that of `~ju-zu`. */
export function fileOf(key: string): string {
  const [, mark = '', lead = ''] = /^(#|~=?|@|=|\.?-|)(.[a-z]*)/su.exec(key) ?? [];
  if (mark === '#') return nameOf('s', Number(key.slice(1)));
  if (mark.startsWith('~') || mark === '@') return nameOf('y', digest(lead));
  return nameOf('k', digest(Array.from(lead)[0] ?? ''));
}

export const mentionFileOf = (key: string): string => nameOf('m', digest(key));

/** What is held as files, by name. */
export function heldFiles(held: ReadonlyMap<string, Held>, fileOf: (key: string) => string): Map<string, string> {
  const byFile = Map.groupBy(held, ([key]) => fileOf(key));
  return new Map(Array.from(byFile, ([name, own]) => [name, writeHeld(own)]));
}
