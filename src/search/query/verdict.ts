import { about } from '#search/fields.ts';
import type { WordRow } from '#search/files.ts';
import type { Spoken } from './evidence.ts';
import type { Query } from './query.ts';

/**
 * Whether the first hit answers (回答), or is only the nearest there is (最接近), or nothing is near (没有).
 */
export type Verdict = 'answer' | 'nearest' | 'nothing';

/** From this strength on, a word of what the site does not hold was named as a whole. */
const whole = 1;
/** So much of what was asked, in bits, may be of things the site does not hold, before it says so. */
const mostElsewhere = 0.16;
/** An answer speaks of so much of what was asked, or of less, where that is so many bits: a long question wraps its matter. */
const enough = [
  { share: 0.55, bits: 0 },
  { share: 0.3, bits: 10 },
] as const;
/** One word alone cannot say much. */
const enoughForOne = 0.3;
/** Below this nothing is near. */
const near = { share: 0.15, bits: 3 };

/** From this strength on, a character of a name stands in its place. */
const partOfName = 0.36;

export interface Judged {
  verdict: Verdict;
  /** What to tell of what this site does not hold. */
  absent?: string;
}

/** `elsewhere`: rows of what the site does not hold, by what they say of the query. */
export function judge(
  query: Query,
  bits: readonly number[],
  first: Spoken | undefined,
  elsewhere: readonly { row: WordRow; spoken: Spoken }[],
): Judged {
  const asked = bits.reduce((sum, each) => sum + each, 0);
  const named = elsewhere
    .filter(({ row, spoken }) => row.elsewhere !== true || isAskedAbout(query, spoken))
    .map(({ row, spoken }) => ({ row, bits: bitsLeft(bits, spoken, first) }))
    .filter((each) => each.bits > 0)
    .sort((a, b) => b.bits - a.bits);
  const left = named.reduce((sum, each) => sum + each.bits, 0) / Math.max(1, asked);
  const absent = left >= mostElsewhere ? named[0]?.row.absent : undefined;
  const note = absent !== undefined && { absent };
  if (first === undefined || first.coverage < near.share || first.spoken < near.bits)
    return { verdict: 'nothing', ...note };
  if (absent !== undefined) return { verdict: 'nearest', absent };
  if (isUnknownName(query, first)) return { verdict: 'nearest' };
  const isOne = query.tokens.length === 1 && first.coverage >= enoughForOne;
  const isAnswer = isOne || enough.some(({ share, bits: least }) => first.coverage >= share && first.spoken >= least);
  return { verdict: isAnswer ? 'answer' : 'nearest' };
}

/** Bits of what was named as a whole and the first hit is not about. */
function bitsLeft(bits: readonly number[], { strengths }: Spoken, first: Spoken | undefined): number {
  return bits.reduce((sum, each, n) => {
    const isLeft = (strengths[n] ?? 0) >= whole && (first?.strengths[n] ?? 0) < about;
    return sum + (isLeft ? each : 0);
  }, 0);
}

/** Another city is asked about where the question begins with it; otherwise it is where somebody comes from or goes to. */
function isAskedAbout({ text }: Query, { strengths }: Spoken): boolean {
  const end = strengths.findIndex((strength) => strength < whole);
  const next = text.charAt(end < 0 ? text.length : end);
  return (strengths[0] ?? 0) >= whole && !/[户人来籍到]/u.test(next) && !/吉林|这/u.test(text);
}

/** A query that is a name of a town or village and nothing else, of which a part stands nowhere: no other town answers it. */
function isUnknownName({ simple }: Query, { strengths }: Spoken): boolean {
  const name = /^\p{Script=Han}{2,5}(?:镇|乡|街道|屯|村)$/u.test(simple);
  return name && Array.from(simple).some((_, n) => (strengths[n] ?? 0) < partOfName);
}
