import { type Posting, mentionsFile, readWords, wordsFile } from '#search/files.ts';
import { type Keys, keysFor } from '#search/keys.ts';
import type { Pinyin } from '#search/pinyin.ts';

/** Entries that have a key, with their weights. */
export type Lookup = (key: string) => readonly Posting[];

/** Reads a file of the index once. */
export type ReadOnce = <T>(file: string, read: (text: string) => T) => Promise<T>;

/** Keys are made here, in the reader's browser, from the words of all entries. `mentioned`: from what is merely mentioned too. */
export async function lookupIn(readOnce: ReadOnce, pinyin: Pinyin, mentioned: boolean): Promise<Lookup> {
  const own = await readOnce(wordsFile, (text) => {
    const phrases = readWords(text);
    return { phrases, keys: keysFor(phrases, pinyin) };
  });
  if (!mentioned) return inKeys(own.keys);
  const all = await readOnce(mentionsFile, (text) => {
    const more = readWords(text);
    return keysFor(
      own.phrases.map((phrases, n) => [...phrases, ...(more[n] ?? [])]),
      pinyin,
    );
  });
  return inKeys(all);
}

function inKeys(keys: Keys): Lookup {
  return (key) => [...(keys.get(key) ?? [])];
}
