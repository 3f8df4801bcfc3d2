import { about } from '#search/fields.ts';
import type { Posting } from '#search/files.ts';
import type { Ngram } from '#search/ngrams.ts';

/** The score of each entry (得分), and which characters of the query it speaks of. */
export class Scores {
  readonly #entries: number;
  readonly #importance: number[];
  readonly #found = new Map<number, { score: number; covered: number[] }>();
  /** Asked for, but of things this site does not hold. */
  #elsewhere = 0;

  constructor(importance: readonly number[], entries: number) {
    this.#entries = entries;
    // Where only common words were typed, they are what is meant.
    const all = Math.max(...importance) < 1;
    this.#importance = importance.map((value) => (all && value > 0 ? 1 : value));
  }

  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  get asksElsewhere(): boolean {
    return this.#elsewhere > 0;
  }

  /** How much the characters of a ngram matter. */
  stress({ start, end }: Ngram): number {
    return Math.max(0, ...this.#importance.slice(start, end));
  }

  /** A word the site knows is no filler, whatever its characters are elsewhere. */
  raise({ start, end }: Ngram, least: number): void {
    for (let n = start; n < end; n++) {
      const now = this.#importance[n] ?? 0;
      if (now > 0 || least > 0.5) this.#importance[n] = Math.max(now, least);
    }
  }

  leaveOut({ start, end }: Ngram): void {
    this.#importance.fill(0, start, end);
    this.#elsewhere += 1.5 * (end - start);
  }

  add(ngram: Ngram, list: readonly Posting[], weight: number): void {
    const rarity = Math.log(1 + this.#entries / list.length) / Math.log(1 + this.#entries);
    const value = weight * rarity * this.stress(ngram);
    if (value === 0) return;
    for (const [entry, strength] of list) {
      const found = this.#found.get(entry) ?? { score: 0, covered: this.#importance.map(() => 0) };
      this.#found.set(entry, found);
      found.score += (value * strength) / 10;
      const share = strength >= about ? 1 : 0.5;
      for (let n = ngram.start; n < ngram.end; n++) found.covered[n] = Math.max(found.covered[n] ?? 0, share);
    }
  }

  /** Each entry with its score, and the share of what was asked that it speaks of. */
  *results(): Generator<{ entry: number; score: number; coverage: number }> {
    const asked = this.#importance.reduce((sum, value) => sum + value, this.#elsewhere);
    for (const [entry, { score, covered }] of this.#found) {
      const spoken = covered.reduce((sum, share, n) => sum + share * (this.#importance[n] ?? 0), 0);
      yield { entry, score, coverage: asked === 0 ? 0 : spoken / asked };
    }
  }
}
