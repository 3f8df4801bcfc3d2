import type { Ngram } from '#search/ngrams.ts';
import type { Posting } from '#search/postings.ts';

/** What an entry says of a query, character by character: the strength (0 to 1.3) of the best n-gram it has there. */
export interface Spoken {
  entry: number;
  strengths: Float32Array;
  /** Bits of the query by how strongly the entry speaks of each: what entries are ranked by. */
  score: number;
  /** Bits of the query that the entry speaks of. */
  spoken: number;
  /** The same as a share of all that was asked, 0 to 1. */
  coverage: number;
}

/** From this strength on, a character is spoken of in full. */
const full = 0.7;
/** Being about one thing counts more than mentioning two. */
const emphasis = 1.5;

/** Gathers n-grams by entry. A character counts once, however many n-grams hold it. */
export class Evidence {
  readonly bits: number[];
  readonly #byEntry = new Map<number, Float32Array>();

  constructor(bits: readonly number[]) {
    this.bits = [...bits];
  }

  get isEmpty(): boolean {
    return this.#byEntry.size === 0;
  }

  /** Bits of the characters of an n-gram. */
  bitsOf({ start, end }: Ngram): number {
    return this.bits.slice(start, end).reduce((sum, bits) => sum + bits, 0);
  }

  /** A word the site knows is no word of asking, whatever its characters are elsewhere. */
  raise({ start, end }: Ngram, least: number): void {
    for (let n = start; n < end; n++) this.bits[n] = Math.max(this.bits[n] ?? 0, least);
  }

  add({ start, end }: Ngram, postings: readonly Posting[], factor: number): void {
    for (const [entry, strength] of postings) {
      let strengths = this.#byEntry.get(entry);
      if (!strengths) this.#byEntry.set(entry, (strengths = new Float32Array(this.bits.length)));
      for (let n = start; n < end; n++) strengths[n] = Math.max(strengths[n] ?? 0, strength * factor);
    }
  }

  *results(): Generator<Spoken> {
    const asked = this.bits.reduce((sum, bits) => sum + bits, 0);
    for (const [entry, strengths] of this.#byEntry) {
      let score = 0;
      let spoken = 0;
      strengths.forEach((strength, n) => {
        const bits = this.bits[n] ?? 0;
        score += bits * strength ** emphasis;
        spoken += bits * Math.min(1, strength / full);
      });
      yield { entry, strengths, score, spoken, coverage: asked === 0 ? 0 : spoken / asked };
    }
  }
}
