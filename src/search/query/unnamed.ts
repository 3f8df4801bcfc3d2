import { fields } from '#search/fields.ts';
import { wholeKey } from '#search/ngrams.ts';
import { silenceOf } from '#search/silent-words.ts';
import { tokensOf } from '#search/tokens.ts';
import { type Area, type Town, coreOf, formsOf, fullNames, shownName } from '#search/towns.ts';
import type { Lookup } from './lookups.ts';
import type { Query } from './query.ts';

/** A town of the city that the query names and the guidance does not (没有点名的地方). */
export interface Unnamed {
  code: string;
  name: string;
  area?: Area;
}

export interface NamedTowns {
  towns: Unnamed[];
  /** The query without the name and its county; undefined where the name is also a term of the site (小城镇). */
  rest: Query | undefined;
}

/** Where towns are looked up. */
export interface Divisions {
  lookup: Lookup;
  /** Whether an entry is about a place; other entries may have the name of a town as a term. */
  isPlaceEntry: (entry: number) => boolean;
}

/** The towns that a query names, or undefined. */
export function unnamedIn(query: Query, { lookup, isPlaceEntry }: Divisions): NamedTowns | undefined {
  const { areas } = lookup;
  const counties = areas.filter((area) => formsOf(area).some((form) => query.simple.includes(form)));
  const [first, ...more] = [...named(query, lookup), ...alone(query, lookup), ...sounding(query, lookup)];
  if (first === undefined) return undefined;
  const same = [first, ...more].filter(({ span }) => span === first.span).map(({ town }) => town);
  // Two towns of one name: the county tells them apart.
  const told = same.filter((town) => counties.some(({ code }) => town.code.startsWith(code)));
  const isTerm = lookup.postings(wholeKey(tokensOf(first.span))).some(([entry]) => !isPlaceEntry(entry));
  return {
    towns: [...new Set(told.length > 0 ? told : same)].map((town) => {
      const area = areas.find(({ code }) => town.code.startsWith(code));
      return { code: town.code, name: shownName(town.name), ...(area && { area }) };
    }),
    rest: isTerm && counties.length === 0 ? undefined : without(query, [first.span, ...counties.flatMap(formsOf)]),
  };
}

interface Match {
  town: Town;
  span: string;
}

/** Whether a place with a page of its own is called so. */
const isPlace = (name: string, lookup: Lookup) => isNamed(wholeKey(tokensOf(name)), lookup);
const isNamed = (key: string, { postings }: Lookup) =>
  postings(key).some(([, strength]) => strength >= fields.alias.whole);

/** Full names that stand in the query: the longest first, and a town's own name before one with another rank. */
function named({ simple }: Query, lookup: Lookup): Match[] {
  const isOwn = ({ town, span }: Match) => span === shownName(town.name);
  return lookup.towns
    .flatMap((town) => fullNames(town).map((span) => ({ town, span })))
    .filter((match) => simple.includes(match.span) && (isOwn(match) || !isPlace(match.span, lookup)))
    .sort((a, b) => b.span.length - a.span.length || Number(isOwn(b)) - Number(isOwn(a)));
}

/** 双河, or 永吉双河, and nothing else. Names of subdistricts are common words and need their county. */
function alone({ simple }: Query, lookup: Lookup): Match[] {
  const silent = silenceOf(simple);
  const characters = Array.from(simple).map((character) => (/\p{Script=Han}/u.test(character) ? character : ''));
  const counties = [...lookup.here, ...lookup.areas.flatMap(formsOf)];
  // With and without words of asking: 太 is one, and part of 富太.
  const rests = [characters, characters.filter((_, n) => silent[n] !== true)].map((all) => {
    const whole = all.join('');
    const rest = counties.reduce((text, name) => (text === name ? text : text.replace(name, '')), whole);
    return { rest, hasCounty: rest !== whole };
  });
  return lookup.towns.flatMap((town) => {
    const core = coreOf(town.name);
    const isMeant = rests.some(({ rest, hasCounty }) => rest === core && (hasCounty || !town.name.endsWith('街道')));
    return core.length >= 2 && isMeant && !isPlace(core, lookup) ? [{ town, span: core }] : [];
  });
}

/** Letters, or characters that sound the same, of a whole name. */
function sounding({ text, spokenNames }: Query, lookup: Lookup): Match[] {
  const sounds = new Set(
    spokenNames.filter(({ start, end }) => start === 0 && end === text.length).map(({ key }) => key),
  );
  if (sounds.size === 0 || !lookup.knowsSounds || [...sounds].some((key) => isNamed(key, lookup))) return [];
  const isTyped = /^[a-z\s]+$/iu.test(text);
  return lookup.towns.flatMap((town) => {
    const names = isTyped ? [...fullNames(town), coreOf(town.name)] : [shownName(town.name)];
    const isSaid = names.some((name) => name.length >= 2 && sounds.has(lookup.sound(name) ?? ''));
    return isSaid ? [{ town, span: text }] : [];
  });
}

/** The query without some of its words. */
function without(query: Query, words: readonly string[]): Query {
  const gone: boolean[] = Array.from({ length: query.text.length }, () => false);
  for (const word of words) {
    const at = query.simple.indexOf(word);
    if (at >= 0) gone.fill(true, at, at + word.length);
  }
  const keep = <T extends { start: number; end: number }>(list: readonly T[]) =>
    list.filter(({ start, end }) => !gone.slice(start, end).includes(true));
  return {
    ...query,
    bits: query.bits.map((bits, n) => (gone[n] ? 0 : bits)),
    tokens: keep(query.tokens),
    pairs: keep(query.pairs),
    bridges: keep(query.bridges),
    wholes: keep(query.wholes),
    singles: keep(query.singles),
    syllables: keep(query.syllables),
    spokenNames: keep(query.spokenNames),
    initials: keep(query.initials),
    near: keep(query.near),
  };
}
