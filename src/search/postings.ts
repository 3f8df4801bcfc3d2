import { type Pinyin, foldSyllable } from './pinyin.ts';

/** Entry and strength, 0 to 1.3; see fields.ts. */
export type Posting = [entry: number, strength: number];

/** Strengths travel in steps of 0.05, and all numbers in base 36. */
const steps = 20;
const base = 36;

/** A line for each key, its entries by strength and as distances: `雾凇<tab>2d:3,1,a;14:0`. */
export function writePostings(postings: Iterable<readonly [key: string, postings: readonly Posting[]]>): string {
  return Array.from(postings, ([key, list]) => {
    const groups = Map.groupBy(list, ([, strength]) => Math.round(strength * steps));
    const written = Array.from(groups, ([strength, own]) => {
      const entries = own.map(([entry]) => entry).sort((a, b) => a - b);
      const distances = entries.map((entry, n) => (entry - (entries[n - 1] ?? 0)).toString(base));
      return `${strength.toString(base)}:${distances.join(',')}`;
    });
    return `${key}\t${written.join(';')}`;
  }).join('\n');
}

export type Postings = (key: string) => readonly Posting[];

/** The lists are read when they are asked for: a question needs few of a file's. */
export function readPostings(text: string): Postings & { keys: readonly string[] } {
  const lines = new Map(text.split('\n').map((line) => line.split('\t') as [key: string, list: string]));
  const known = new Map<string, Posting[]>();
  const postings = (key: string) => {
    const list = known.get(key) ?? readList(lines.get(key) ?? '');
    known.set(key, list);
    return list;
  };
  return Object.assign(postings, { keys: [...lines.keys()] });
}

function readList(list: string): Posting[] {
  if (list === '') return [];
  return list.split(';').flatMap((group) => {
    const [strength = '', distances = ''] = group.split(':');
    let entry = 0;
    return distances.split(',').map((distance): Posting => {
      entry += Number.parseInt(distance, base);
      return [entry, Number.parseInt(strength, base) / steps];
    });
  });
}

/**
 * What entries are about lies in files by the sound of the first character (居住 → k-ju.txt), so that a question reads a file
 * a character, and finds what is written with another character of the same sound there too.
 */
const keyFile = (lead: string) => `k-${lead}.txt`;
/** Of characters of which we do not know the sound. */
const otherLead = 'other';

/** What may stand in front of the first character of a key. */
const marks = /^(?:\.?-|=|~=?|@)/;
/** The file of a key: `juzhu`, `=居住证`, `~ju-zu`. */
export function fileOf(key: string, pinyin: Pinyin): string {
  const [first = ''] = key.replace(marks, '');
  if (key.startsWith('~')) return keyFile(/^~=?([a-z]+)/.exec(key)?.[1] ?? otherLead);
  if (/[a-z0-9]/.test(first)) return keyFile(first);
  const sound = pinyin.of(first);
  return keyFile(sound !== undefined && pinyin.syllables.has(sound) ? foldSyllable(sound) : otherLead);
}

/** All files that a key may lie in. */
export function keyFiles({ syllables }: Pinyin): string[] {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
  return [...new Set([...Array.from(syllables, foldSyllable), ...letters, otherLead])].map(keyFile);
}

/** What entries merely mention (全文里提到) lies in many small files, and is read for the few pairs of characters that are left. */
export const mentionFile = (n: number) => `m${n}.txt`;

/** The file that holds the mentions of a key; `files` is how many there are. */
export function mentionFileOf(key: string, files: number): string {
  let digest = 0;
  for (const character of key) digest = (digest * 31 + (character.codePointAt(0) ?? 0)) % 65521;
  return mentionFile(digest % files);
}

/** Lists of postings as files, by name; those of `names` are there even if they hold nothing. */
export function postingFiles(
  postings: ReadonlyMap<string, readonly Posting[]>,
  names: readonly string[],
  fileOf: (key: string) => string,
): Map<string, string> {
  const byFile = Map.groupBy(postings, ([key]) => fileOf(key));
  return new Map(
    [...new Set([...names, ...byFile.keys()])].map((name) => [name, writePostings(byFile.get(name) ?? [])]),
  );
}
