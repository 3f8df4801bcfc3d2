import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of the guidance is not ours to publish. What stands in it is kept as digests instead: they tell whether a
 * sentence was copied and whether a clause uses a word, and nothing else. digest-guidance.ts makes them of the text.
 */
export const digestFile = join(import.meta.dirname, 'guidance-digests.txt');
export const renew = 'GUIDANCE_TEXT=<文件全文> npx node tests/city/jilin/digest-guidance.ts';

/** 48 bits, which no two of the site's pieces are likely to share. */
export const digestOf = (text: string) => hash('sha256', text).slice(0, 12);
/** A word said to stand in a clause (terms, heading of src/data/clauses.yaml). */
export const wordDigest = (clause: string, word: string) => digestOf(`${clause} ${squeeze(word)}`);
export const squeeze = (text: string) => text.replaceAll(/\s+/g, '');

/** So many unbroken characters are a copied sentence; names and figures are shorter. */
export const tooLong = 15;

/** Every piece of so many characters in the stretches of Chinese and figures without punctuation. */
export function pieces(text: string): string[] {
  const runs = text.split(/[^\p{Script=Han}\d.％%A-Za-z]+/u).filter((run) => run.length >= tooLong);
  return runs.flatMap((run) =>
    Array.from({ length: run.length - tooLong + 1 }, (_, at) => run.slice(at, at + tooLong)),
  );
}

/** Digests of the text: of its pieces, its title and headings set aside, and of the words of its clauses. */
export function readDigests(): { pieces: ReadonlySet<string>; words: ReadonlySet<string> } {
  const [pieceLines = '', wordLines = ''] = existsSync(digestFile)
    ? readFileSync(digestFile, 'utf-8').split('\n\n')
    : [];
  const list = (lines: string) => new Set(lines.split(/\s+/).filter((word) => /^[\da-f]{12}$/.test(word)));
  return { pieces: list(pieceLines), words: list(wordLines) };
}
