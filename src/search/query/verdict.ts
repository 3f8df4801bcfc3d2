import { about, mentioned } from '#search/fields.ts';
import type { Spoken } from './evidence.ts';
import type { Query } from './query.ts';

/**
 * Whether the first hit answers (回答), or is only the nearest there is (最接近), or nothing is near (没有).
 */
export type Verdict = 'answer' | 'nearest' | 'nothing';

/** From this strength on, a word of what the site does not hold was named as a whole. */
const whole = 1;
/** … and from this one on, the first hit has it as a word of its own. Of another city it need only be about it: 出口韩国. */
const wholly = 0.9;
/** So much of what was asked, in bits, may be of things the site does not hold, before it says so. */
const mostElsewhere = 0.16;
/**
 * Where the first speaks of the words that the site does not hold (多少钱一斤), but of so little of so many other bits (玉米), it
 * is about something else (木耳).
 */
const otherMatter = { share: 0.3, bits: 8 } as const;
/** The query ends in how much it is (问数目): 养老金今年涨多少, 通燃气收多少钱. */
const howMuch = /(?:可以|应该|[收花要交给补赔得能该应])*(?:多少钱?|几[块元]钱?)\P{Script=Han}*$/u;
/** An answer speaks of so much of what was asked, or of less, where that is so many bits: a long question wraps its matter. */
const enough = [
  { share: 0.55, bits: 0 },
  { share: 0.27, bits: 10 },
  { share: 0.2, bits: 16 },
] as const;
/** One word alone cannot say much. */
const enoughForOne = 0.3;
/** Below this nothing is near; `strength`: a character in common is not near, a pair of them is. */
const near = { share: 0.15, bits: 3, strength: 0.36 };

/** From this strength on, a character of a name stands in its place. */
const partOfName = 0.36;

export interface Judged {
  verdict: Verdict;
  /** The number of what this site does not hold. */
  absent?: number;
}

/** An ask that is so near, as a share of what was asked, is just what was asked. */
const just = 0.8;
/**
 * What is asked in vain speaks where, counted so many times, it is nearer than what is asked of the first hit, and so much of
 * what the first hit speaks of besides.
 */
const inVain = { times: 1.6, ofSpoken: 0.6 } as const;

/**
 * `elsewhere`: what the site does not hold, by what it says of the query; `here`: names of the city of the site.
 */
export function judge(
  query: Query,
  bits: readonly number[],
  first: Asked | undefined,
  elsewhere: readonly Elsewhere[],
  here: readonly string[],
): Judged {
  const asked = sumOf(bits);
  const typed = sumOf(query.bits);
  if (first && first.near >= just * typed) return { verdict: 'answer' };
  const named = elsewhere
    .filter(({ isPlace, spoken }) => !isPlace || isAskedAbout(query, spoken, here))
    .map((each) => ({ ...each, bits: bitsLeft(bits, each, first) }))
    .filter((each) => each.bits > 0)
    .sort((a, b) => b.bits - a.bits);
  const left = named.reduce((sum, each) => sum + each.bits, 0) / Math.max(1, asked);
  // What decides: another city, the last word (教师招聘), or a good part of the question.
  const decisive = named.find((each) => each.isPlace || isLast(bits, each, first));
  const other = elsewhere.find(({ isPlace, spoken }) => !isPlace && isOtherMatter(bits, spoken, first));
  const byWord = decisive ?? (left >= mostElsewhere ? named[0] : other);
  const [askedInVain] = [...elsewhere].sort((a, b) => b.near - a.near);
  const besides = (first?.near ?? 0) + inVain.ofSpoken * (first?.coverage ?? 0) * typed;
  const isInVain = askedInVain !== undefined && inVain.times * askedInVain.near > besides;
  const absent = (byWord ?? (isInVain ? askedInVain : undefined))?.absent;
  const note = absent !== undefined && { absent };
  if (first === undefined || !isNear(first)) return { verdict: 'nothing', ...note };
  if (absent !== undefined) return { verdict: 'nearest', absent };
  if (isUnknownName(query, first) || isUnknownAmount(query, bits, first)) return { verdict: 'nearest' };
  const isOne = query.tokens.length === 1 && first.coverage >= enoughForOne;
  const isAnswer = isOne || enough.some(({ share, bits: least }) => first.coverage >= share && first.spoken >= least);
  return { verdict: isAnswer ? 'answer' : 'nearest' };
}

const isNear = ({ coverage, spoken, strengths }: Spoken): boolean =>
  coverage >= near.share && spoken >= near.bits && strengths.some((strength) => strength >= near.strength);

/** What an entry says of the query, and how near the nearest of its asks comes, in bits; see asks.ts. */
interface Asked extends Spoken {
  near: number;
}

/** A thing that the site does not hold, by its number, or the name of another place. */
export interface Elsewhere extends Pick<Asked, 'near'> {
  absent: number;
  isPlace: boolean;
  spoken: Spoken;
}

const sumOf = (bits: readonly number[]): number => bits.reduce((sum, each) => sum + each, 0);

/** Whether a character is of what the site does not hold: named as a whole, where the first hit has no such whole (退休 in 退休年龄). */
function isLeft(n: number, { isPlace, spoken }: Elsewhere, first: Spoken | undefined): boolean {
  const least = isPlace ? about : wholly;
  return (spoken.strengths[n] ?? 0) >= whole && (first?.strengths[n] ?? 0) < least;
}

/** Whether the last that tells anything is of what the site does not hold. */
function isLast(bits: readonly number[], each: Elsewhere, first: Spoken | undefined): boolean {
  const last = bits.reduce((at, some, n) => (some > 0 ? n : at), -1);
  return isLeft(last, each, first);
}

const bitsLeft = (bits: readonly number[], each: Elsewhere, first: Spoken | undefined): number =>
  bits.reduce((sum, some, n) => sum + (isLeft(n, each, first) ? some : 0), 0);

/** Whether the first speaks of nothing but the words of what the site does not hold. */
function isOtherMatter(bits: readonly number[], { strengths }: Spoken, first: Spoken | undefined): boolean {
  const isNamed = bits.some((each, n) => each > 0 && (strengths[n] ?? 0) >= whole);
  const rest = bits.map((each, n) => ((strengths[n] ?? 0) >= whole ? 0 : each));
  const spoken = sumOf(rest.map((each, n) => ((first?.strengths[n] ?? 0) >= mentioned ? each : 0)));
  return isNamed && sumOf(rest) >= otherMatter.bits && spoken < otherMatter.share * sumOf(rest);
}

/** Whether the query asks how much something is that the first does not even mention: 涨 in 养老金今年涨多少. */
function isUnknownAmount({ simple }: Query, bits: readonly number[], { strengths }: Spoken): boolean {
  const asked = howMuch.exec(simple);
  const before = bits.reduce((at, each, n) => (each > 0 && n < (asked?.index ?? 0) ? n : at), -1);
  return before >= 0 && (strengths[before] ?? 0) < mentioned;
}

/**
 * Another city is asked about, unless the query also speaks of here, or the city is where somebody or something comes from:
 * 从沈阳过来, 户口还在四平.
 */
function isAskedAbout({ simple }: Query, { strengths }: Spoken, here: readonly string[]): boolean {
  const start = strengths.findIndex((strength) => strength >= whole);
  if (start < 0) return false;
  const end = strengths.findIndex((strength, n) => n > start && strength < whole);
  const [before, after] = [simple.slice(0, start), end < 0 ? '' : simple.slice(end)];
  const isOrigin =
    /(?:从|由|来自|户口[还都]?[是在]*|老家[是在]*)$/u.test(before) || /^(?:来|过来|搬|人|籍|的)/u.test(after);
  const isHere = [...here, '这', '本地'].some((word) => simple.includes(word));
  return !isOrigin && !isHere;
}

/** A query that is a name of a town or village and nothing else, of which a part stands nowhere: no other town answers it. */
function isUnknownName({ simple }: Query, { strengths }: Spoken): boolean {
  const name = /^\p{Script=Han}{2,5}(?:镇|乡|街道|屯|村)$/u.test(simple);
  return name && Array.from(simple).some((_, n) => (strengths[n] ?? 0) < partOfName);
}
