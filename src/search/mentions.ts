import { bigrams } from './ngrams.ts';
import { tokensOf } from './tokens.ts';

/**
 * What entries merely mention (全文里提到): every pair of characters of their texts with the entries that hold it. It lies in
 * many small files by the first characters, so that a question reads only those of its own words.
 */
export const mentionFile = (n: number) => `m${n}.txt`;

/** The file that holds a key; `files` is how many there are. */
export function mentionFileOf(key: string, files: number): string {
  let digest = 0;
  for (const character of key) digest = (digest * 31 + (character.codePointAt(0) ?? 0)) % 65521;
  return mentionFile(digest % files);
}

/** The files by name: a line for each pair, with the entries as distances in base 36: `雾凇3,1,a`. */
export function writeMentions(texts: readonly (readonly string[])[], files: number): Map<string, string> {
  const entries = new Map<string, number[]>();
  texts.forEach((own, entry) => {
    for (const key of new Set(own.flatMap((text) => bigrams(tokensOf(text)).map((ngram) => ngram.key)))) {
      const list = entries.get(key);
      if (list) list.push(entry);
      else entries.set(key, [entry]);
    }
  });
  const lines = new Map<string, string[]>(Array.from({ length: files }, (_, n) => [mentionFile(n), []]));
  for (const [key, list] of entries) {
    const distances = list.map((entry, n) => (entry - (list[n - 1] ?? 0)).toString(36));
    lines.get(mentionFileOf(key, files))?.push(`${key}\t${distances.join(',')}`);
  }
  return new Map(Array.from(lines, ([file, own]) => [file, own.join('\n')]));
}

/** Pair → entries, of one file. */
export function readMentions(text: string): Map<string, number[]> {
  return new Map(
    text.split('\n').flatMap((line): [string, number[]][] => {
      const [key, distances = ''] = line.split('\t');
      if (!key || distances === '') return [];
      let entry = 0;
      return [[key, distances.split(',').map((distance) => (entry += Number.parseInt(distance, 36)))]];
    }),
  );
}
