import { type Pinyin, foldSyllable, syllablesIn } from './pinyin.ts';
import { silenceOf } from './silent-words.ts';
import { type Simplify, type Token, asWritten, tokensOf } from './tokens.ts';

/** A saying is no longer than so many characters. */
export const longestSaying = 12;

/** A key of the index and the stretch of the text it stands for. */
export interface Ngram {
  key: string;
  start: number;
  end: number;
}

/** Two neighbours (字对) tell more than one character; Latin words and numbers also count alone. */
export function bigrams(tokens: readonly Token[]): Ngram[] {
  return tokens.flatMap((token, index) => {
    const ngrams: Ngram[] = [];
    // One digit alone tells nothing.
    if (token.kind === 'latin' || (token.kind === 'number' && token.text.length > 1))
      ngrams.push({ key: stem(token.text), start: token.start, end: token.end });
    const next = tokens[index + 1];
    if (next?.joined && token.kind !== 'latin' && next.kind !== 'latin')
      ngrams.push({ key: token.text + next.text, start: token.start, end: next.end });
    return ngrams;
  });
}

/** The same over words of asking (隔着问话用词): 占了我家地 holds 占地. */
export function bridges(tokens: readonly Token[], text: string): Ngram[] {
  const silent = silenceOf(text);
  const found: Ngram[] = [];
  let last: Token | undefined;
  let isBridge = false;
  for (const token of tokens) {
    if (!token.joined) last = undefined;
    if (silent[token.start]) {
      isBridge = true;
      continue;
    }
    if (last && isBridge && last.kind === 'han' && token.kind === 'han')
      found.push({ key: last.text + token.text, start: last.start, end: token.end });
    last = token;
    isBridge = false;
  }
  return found;
}

export function unigrams(tokens: readonly Token[]): Ngram[] {
  return tokens.flatMap(({ kind, text, start, end }) => (kind === 'han' ? { key: `-${text}`, start, end } : []));
}

/** A whole name or saying (整个名称): =岔路河. */
export function wholeKey(tokens: readonly Token[]): string {
  return `=${tokens.map(wordOf).join('')}`;
}

const wordOf = ({ text, kind }: Token): string => (kind === 'latin' ? stem(text) : text);

/** towns → town, so that English words meet. */
function stem(word: string): string {
  return /^[a-z]{4,}[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

export interface Syllable {
  folded: string;
  start: number;
  end: number;
}

/** The sounds of a text in stretches without a break; letters that can be read in several ways give several stretches. */
export function syllablesOf(text: string, pinyin: Pinyin, simplify: Simplify = asWritten): Syllable[][] {
  const done: Syllable[][] = [];
  let open: Syllable[][] = [];
  const close = () => {
    done.push(...open.filter((way) => way.length > 0));
    open = [];
  };
  const go = (choices: Syllable[][]) => {
    open = (open.length > 0 ? open : [[]]).flatMap((way) => choices.map((more) => [...way, ...more])).slice(0, 6);
  };
  for (const match of text.matchAll(/[\p{Script=Latin}\p{M}]+|\s+|./gsu)) {
    const [piece] = match;
    const start = match.index;
    const end = start + piece.length;
    if (/^\s/u.test(piece)) {
      // Spaces stand between syllables typed as letters: mingcheng zhen.
      if (!/[a-zü]\s+[a-zü]/iu.test(text.slice(Math.max(0, start - 1), end + 1))) close();
      continue;
    }
    if (/^[\p{Script=Latin}\p{M}]+$/u.test(piece)) {
      const letters = piece.normalize('NFKD').toLowerCase().replaceAll('u\u0308', 'v').replaceAll(/\p{M}/gu, '');
      const ways = syllablesIn(letters, pinyin);
      if (ways.length === 0) close();
      else go(ways.map((way) => spread(way, start)));
      continue;
    }
    const syllable = pinyin.of(simplify(piece.normalize('NFKC')));
    if (syllable === undefined) close();
    else go([[{ folded: foldSyllable(syllable), start, end }]]);
  }
  close();
  return done;
}

function spread(syllables: readonly string[], from: number): Syllable[] {
  let start = from;
  return syllables.map((syllable) => {
    const sound = { folded: foldSyllable(syllable), start, end: start + syllable.length };
    start = sound.end;
    return sound;
  });
}

export function syllablePairs(stretch: readonly Syllable[]): Ngram[] {
  return stretch.slice(1).map((sound, index) => {
    const before = stretch[index] as Syllable;
    return { key: `~${before.folded}-${sound.folded}`, start: before.start, end: sound.end };
  });
}

/** A whole name by its sound: ~=ca-lu-he. */
export function syllableKey(stretch: readonly { folded: string }[]): string {
  return `~=${stretch.map(({ folded }) => folded).join('-')}`;
}

/** First letters (首字母): @clh. */
export function initialsKey(stretch: readonly { folded: string }[]): string {
  return `@${stretch.map(({ folded }) => folded.charAt(0)).join('')}`;
}

/** Letters with none or one left out (少一个字母): two words with such a key in common are one slip apart. */
export function nearKeys(letters: string): string[] {
  const folded = letters.replaceAll(/([zcs])h/g, '$1').replaceAll('ng', 'n');
  const shorter = Array.from(folded, (_, n) => folded.slice(0, n) + folded.slice(n + 1));
  return [...new Set([folded, ...shorter])].map((key) => `%${key}`);
}
export const isSlip = (key: string): boolean => key.startsWith('%');

/** Words that mean the same (同义): one key for the whole row. */
export const sameKey = (row: number) => `#${row}`;
/** A word as a whole (=娃) → the key of its row. */
export type Meanings = ReadonlyMap<string, string>;
/** Words of a row are no longer than so many characters. */
const longestMeaning = 6;

export const meaningsOf = (rows: readonly (readonly string[])[]): Meanings =>
  new Map(rows.flatMap((words, row) => words.map((word) => [wholeKey(tokensOf(word)), sameKey(row)] as const)));

/** Where a word of a row stands in a text, by the key of the row. */
export function meaningsIn(tokens: readonly Token[], meanings: Meanings): Ngram[] {
  const found: Ngram[] = [];
  tokens.forEach(({ start }, from) => {
    let whole = '=';
    for (let to = from; to < Math.min(tokens.length, from + longestMeaning); to++) {
      const last = tokens[to];
      if (!last || (to > from && !last.joined)) break;
      whole += wordOf(last);
      const key = meanings.get(whole);
      if (key !== undefined) found.push({ key, start, end: last.end });
    }
  });
  return found;
}
