import { type Simplify, type Token, asWritten, tokensOf } from './tokens.ts';

/**
 * How surprising (自信息) each word is over the site's own text, in bits: words that stand everywhere tell little, rare ones
 * much. One line for each number of bits: the characters, then the pairs of characters, that are so common. Whatever the
 * table does not hold is rarer than it counts.
 */
export interface Surprisal {
  bits: (ngram: string) => number;
}

/** Bits of what is in no table: a single character, a pair, a Latin word, a number. */
const rarest = { character: 7, pair: 9, latin: 9, number: 5 } as const;
/** The table holds what is so common: pairs of more bits are many, and count as the rarest. */
const mostBits = 7;

/** Common characters and pairs of the blocks of text, as they travel to the reader. */
export function writeSurprisal(blocks: readonly string[]): string {
  const seen = new Map<string, number>();
  for (const block of blocks) {
    for (const ngram of new Set(ngramsOf(tokensOf(block)))) seen.set(ngram, (seen.get(ngram) ?? 0) + 1);
  }
  const lines = Array.from({ length: mostBits + 1 }, () => ({ characters: '', pairs: '' }));
  for (const [ngram, count] of seen) {
    const bits = Math.round(Math.log2(blocks.length / count));
    const line = lines[bits];
    if (line === undefined) continue;
    if (ngram.length > 1) line.pairs += ngram;
    else if (bits < rarest.character) line.characters += ngram;
  }
  return lines.map(({ characters, pairs }) => `${characters} ${pairs}`).join('\n');
}

export function readSurprisal(text: string): Surprisal {
  const known = new Map<string, number>();
  text.split('\n').forEach((line, bits) => {
    const [characters = '', pairs = ''] = line.split(' ');
    for (const character of characters) known.set(character, bits);
    const both = Array.from(pairs);
    for (let n = 0; n < both.length; n += 2) known.set(`${both[n]}${both[n + 1]}`, bits);
  });
  return { bits: (ngram) => known.get(ngram) ?? (Array.from(ngram).length > 1 ? rarest.pair : rarest.character) };
}

/** Characters, and pairs of neighbouring characters; numbers and Latin words are no part of the table. */
function ngramsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text, kind }, n) => {
    const next = tokens[n + 1];
    if (kind !== 'han') return [];
    return next?.joined && next.kind === 'han' ? [text, text + next.text] : [text];
  });
}

/**
 * Bits of each character of a text (字的信息量). A character tells no more than the commonest word it is part of: half of
 * the commoner of its two pairs. A Latin word or a number has its bits spread over its letters.
 */
export function bitsOf(text: string, { bits }: Surprisal, simplify: Simplify = asWritten): number[] {
  const each: number[] = Array.from({ length: text.length }, () => 0);
  const tokens = tokensOf(text, simplify);
  tokens.forEach(({ text: word, kind, start, end, joined }, n) => {
    if (kind !== 'han') {
      each.fill(rarest[kind] / (end - start), start, end);
      return;
    }
    const [before, after] = [tokens[n - 1], tokens[n + 1]];
    const pairs = [
      ...(joined && before?.kind === 'han' ? [bits(before.text + word)] : []),
      ...(after?.joined && after.kind === 'han' ? [bits(word + after.text)] : []),
    ];
    each.fill(Math.min(bits(word), ...pairs.map((pair) => pair / 2)), start, end);
  });
  return each;
}
