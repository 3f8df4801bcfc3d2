import type { Card } from '#search/files.ts';
import type { Query } from './query.ts';
import { bigrams } from '#search/ngrams.ts';
import { questionId } from '#domain/model/questions.ts';
import { tokensOf } from '#search/tokens.ts';

/** A piece of text, marked where it is what was asked for (命中). */
export interface Piece {
  text: string;
  marked: boolean;
}

/** The text cut into marked and plain pieces. */
export function markedPieces(text: string, query: Query): Piece[] {
  const asked = askedKeys(query);
  const marked = new Uint8Array(text.length);
  for (const { key, start, end } of bigrams(tokensOf(text))) if (asked.has(key)) marked.fill(1, start, end);
  const pieces: Piece[] = [];
  Array.from(text).reduce((at, character) => {
    const is = marked[at] === 1;
    const last = pieces[pieces.length - 1];
    if (last?.marked === is) last.text += character;
    else pieces.push({ text: character, marked: is });
    return at + character.length;
  }, 0);
  return pieces;
}

/** The line that says most of what was asked, with its section; none where no line says more than one pair. */
export function bestLine(
  { lines: own = [], questions = [] }: Pick<Card, 'lines' | 'questions'>,
  query: Query,
): NonNullable<Card['lines']>[number] | undefined {
  const lines = [...own, ...questions.map((text): [string, string] => [text, `q-${questionId(text)}`])];
  const asked = askedKeys(query);
  const hits = (text: string) =>
    new Set(bigrams(tokensOf(text)).flatMap(({ key }) => (asked.has(key) ? key : []))).size;
  const needed = asked.size > 2 ? 2 : 1;
  let best: NonNullable<Card['lines']>[number] | undefined;
  let most = needed - 1;
  for (const line of lines) {
    const count = hits(line[0]);
    if (count > most) [best, most] = [line, count];
  }
  return best;
}

/** Pairs of the query that matter; words of asking and words that stand everywhere are not marked. */
function askedKeys({ pairs, bits }: Query): Set<string> {
  const tells = (start: number, end: number) => bits.slice(start, end).every((each) => each > 0);
  return new Set(pairs.flatMap(({ key, start, end }) => (tells(start, end) ? key : [])));
}

/** What is left of the query when the words of asking are gone (去掉问话用词): for the full-text index and for the reader. */
export function contentWords({ text, bits }: Query): string[] {
  const words: string[] = [];
  let open = false;
  Array.from({ length: text.length }, (_, n) => n).forEach((n) => {
    const counts = (bits[n] ?? 0) > 0;
    if (counts && open) words.push((words.pop() ?? '') + text.charAt(n));
    else if (counts) words.push(text.charAt(n));
    open = counts;
  });
  return words;
}
