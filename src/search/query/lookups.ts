import { type Posting, type WordRow, readRows, readWords, wordsFile, wordsParts } from '#search/files.ts';
import { mentioned } from '#search/fields.ts';
import { indexOf, meaningsIn } from '#search/keys.ts';
import { mentionFileOf, readMentions } from '#search/mentions.ts';
import type { Ngram } from '#search/ngrams.ts';
import type { Pinyin } from '#search/pinyin.ts';
import type { Token } from '#search/tokens.ts';
import { type Area, type Town, readTowns, soundOf } from '#search/towns.ts';

/** What the index says of a key. */
export interface Lookup {
  /** Entries that have a key, with how strongly. */
  postings: (key: string) => readonly Posting[];
  /** Where words stand in a text that mean the same as others, by the key of their row. */
  meaningsIn: (tokens: readonly Token[]) => Ngram[];
  /** Rows of what the site does not hold, in the order of their numbers after the entries. */
  absent: readonly WordRow[];
  /** The page that an entry is a part of. */
  parent: (entry: number) => number | undefined;
  /** What an entry is found by first: the text of a question. */
  words: (entry: number) => string;
  /** The questions of a page. */
  questions: (page: number) => string[];
  /** Towns that the guidance does not name, and the counties they lie in. */
  towns: readonly Town[];
  areas: readonly Area[];
  /** Names of the city itself. */
  here: readonly string[];
  /** The sound of a name, worked out once. */
  sound: (name: string) => string | undefined;
}

/** Reads a file of the index once. */
export type ReadOnce = <T>(file: string, read: (text: string) => T) => Promise<T>;

/** Keys are made here, in the reader's browser, from the words of all entries. */
export const lookupIn = (readOnce: ReadOnce, pinyin: Pinyin): Promise<Lookup> =>
  readOnce(wordsFile, (text) => lookupOf(text, pinyin));

function lookupOf(text: string, pinyin: Pinyin): Lookup {
  const [words = '', everyday = '', divisions = ''] = text.split(wordsParts);
  const entries = readWords(words);
  const rows = readRows(everyday);
  const index = indexOf(entries, { rows, pinyin });
  const sounds = new Map<string, string | undefined>();
  return {
    postings: index.postings,
    meaningsIn: (tokens) => meaningsIn(tokens, index.meanings),
    absent: rows.filter((row) => row.absent !== undefined),
    parent: (entry) => entries[entry]?.parent,
    questions: (page) => entries.flatMap(({ parent, phrases }) => (parent === page ? (phrases[0]?.text ?? []) : [])),
    ...readTowns(divisions),
    sound: (name) => {
      if (!sounds.has(name)) sounds.set(name, soundOf(name, pinyin));
      return sounds.get(name);
    },
    words: (entry) => entries[entry]?.phrases[0]?.text ?? '',
  };
}

/** What entries merely mention of these keys; a part's mention is its page's too. */
export async function mentionsOf(
  keys: readonly string[],
  { readOnce, files, parent }: { readOnce: ReadOnce; files: number; parent: Lookup['parent'] },
): Promise<Map<string, Posting[]>> {
  const found = await Promise.all(
    keys.map(async (key): Promise<[string, Posting[]]> => {
      const entries = (await readOnce(mentionFileOf(key, files), readMentions)).get(key) ?? [];
      const pages = entries.flatMap((entry) => parent(entry) ?? []);
      return [key, [...new Set([...entries, ...pages])].map((entry) => [entry, mentioned])];
    }),
  );
  return new Map(found);
}
