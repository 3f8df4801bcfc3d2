import { Converter } from 'opencc-js/t2cn';
import { fields, mentioned } from '#search/fields.ts';
import {
  type Card,
  type Common,
  type Facets,
  type FacetsFile,
  type Figure,
  type Manifest,
  type Passage,
  type UnnamedFile,
  absentFile,
  cardFile,
  commonFile,
  facetsFile,
  figuresFile,
  manifestFile,
  passagesFile,
  slipsFile,
  unnamedFile,
  variantsFile,
} from '#search/files.ts';
import { writeBits } from '#search/asks.ts';
import { bigrams } from '#search/ngrams.ts';
import { readPinyin, writePinyin } from '#search/pinyin.ts';
import { type Held, type Posting, everyFile, fileOf, heldFiles, mentionFileOf, writeHeld } from '#search/postings.ts';
import { silenceOf } from '#search/silent-words.ts';
import { type Surprisal, bitsOf, readSurprisal } from '#search/surprisal.ts';
import { tokensOf } from '#search/tokens.ts';
import type { Area, Town } from '#search/towns.ts';
import { type EntryWords, type Phrase, type WordRow, isAbsent, isSame, keysOf } from './keys.ts';

/** One thing that can be found (词条). */
export interface IndexEntry {
  card: Card;
  facets: Omit<Facets, 'kind'>;
  phrases: Phrase[];
  /** What people ask of it (问法). */
  asks?: string[];
  /** What it says besides, in full: found by it when nothing is about the matter. */
  text?: string[];
  /** What a question for a number may be answered with. */
  figures?: Figure[];
  /** What of its text can be quoted; pages that writers make have some. */
  passages?: Passage[];
  /** The page this is a part of. */
  parent?: Pick<Card, 'kind' | 'id'>;
}

export interface BuildOptions {
  /** Syllables of a text, one for each character, with names read as names. */
  readings: (text: string) => string[];
  version: string;
  rows: WordRow[];
  /** See surprisal.ts. */
  surprisal: string;
  areas: Area[];
  towns: Town[];
  unnamed: UnnamedFile;
}

const cardsInBlock = 4;

/** Entries → the files a finder reads, by name. */
export function buildIndex(entries: readonly IndexEntry[], options: BuildOptions): Map<string, string> {
  const { rows, areas, towns, version, surprisal } = options;
  const all = entries.flatMap(({ phrases }) => phrases);
  const names = towns.map(({ name }): Phrase => ({ text: name, field: 'alias' }));
  const pinyinFile = sitePinyin([...all, ...names], options.readings);
  const pinyin = readPinyin(pinyinFile);
  const numbers = new Map(entries.map(({ card: { kind, id } }, n) => [`${kind} ${id}`, n]));
  const own = entries.map(({ phrases, asks = [], parent }): EntryWords => {
    const page = parent && numbers.get(`${parent.kind} ${parent.id}`);
    return { phrases, asks, ...(page !== undefined && { parent: page }) };
  });
  const { held, asks, slips } = keysOf(own, rows, pinyin);
  const tells = readSurprisal(surprisal);
  const absent = rows.filter(isAbsent);
  const common: Common = {
    same: rows.filter(isSame).map(({ words }) => words),
    elsewhere: absent.flatMap(({ elsewhere = false }, n) => (elsewhere ? n : [])),
    questions: questionsOf(own, tells),
    asks: writeBits(asks.map((texts) => texts.map((text) => bitsIn(text, tells)))),
    areas,
    towns,
  };

  const manifest: Manifest = {
    version,
    entries: entries.length,
    block: cardsInBlock,
    pinyin: pinyinFile,
    kinds: entries.flatMap(({ card: { kind } }, n) =>
      entries[n - 1]?.card.kind === kind ? [] : [[kind, n] as [typeof kind, number]],
    ),
    surprisal,
  };

  const files = new Map([
    [manifestFile, JSON.stringify(manifest)],
    [commonFile, JSON.stringify(common)],
    [slipsFile, writeHeld(slips)],
    [unnamedFile, JSON.stringify(options.unnamed)],
    [absentFile, JSON.stringify(absent.map(({ absent: told }) => told))],
    ...everyFile.map((name) => [name, ''] as const),
    ...heldFiles(held, fileOf),
    ...heldFiles(mentionsOf(entries, own), mentionFileOf),
  ]);
  for (let n = 0; n * cardsInBlock < entries.length; n++) {
    const block = entries.slice(n * cardsInBlock, (n + 1) * cardsInBlock);
    const cards = block.map(({ card, figures = [] }) => (figures.length > 0 ? { ...card, hasFigures: true } : card));
    files.set(cardFile(n), JSON.stringify(cards));
  }
  entries.forEach(({ figures = [], passages }, n) => {
    if (figures.length > 0) files.set(figuresFile(n), JSON.stringify(figures));
    if (passages !== undefined) files.set(passagesFile(n), JSON.stringify(passages));
  });
  files.set(facetsFile, JSON.stringify(facetsOf(entries)));
  files.set(variantsFile, variantsFor([...all.map(({ text }) => text), ...rows.flatMap(({ words }) => words)]));
  return files;
}

/** The questions of each page, which stand together; see Common. */
function questionsOf(entries: readonly EntryWords[], surprisal: Surprisal): Common['questions'] {
  const found = new Map<number, [page: number, first: number, bits: number[]]>();
  entries.forEach(({ phrases, parent }, n) => {
    if (parent === undefined) return;
    const page = found.get(parent) ?? [parent, n, []];
    page[2].push(bitsIn(phrases[0]?.text ?? '', surprisal));
    found.set(parent, page);
  });
  return [...found.values()];
}

/** What a text says beside words of asking. */
function bitsIn(text: string, surprisal: Surprisal): number {
  const silent = silenceOf(text);
  return bitsOf(text, surprisal).reduce((sum, bits, n) => (silent[n] ? sum : sum + bits), 0);
}

/** Pairs of characters that entries hold anywhere; what a part mentions, its page does too. */
function mentionsOf(entries: readonly IndexEntry[], own: readonly EntryWords[]): Map<string, Held> {
  const found = new Map<string, Set<number>>();
  entries.forEach(({ text = [] }, entry) => {
    const parent = own[entry]?.parent;
    for (const { key } of text.flatMap((each) => bigrams(tokensOf(each)))) {
      const holders = found.get(key) ?? new Set<number>();
      holders.add(entry);
      if (parent !== undefined) holders.add(parent);
      found.set(key, holders);
    }
  });
  return new Map(
    Array.from(found, ([key, holders]) => {
      const postings = Array.from(holders, (entry): Posting => [entry, mentioned]);
      return [key, { postings, asks: [] }];
    }),
  );
}

function facetsOf(entries: readonly IndexEntry[]): FacetsFile {
  const distinct = new Map<string, [facets: Facets, index: number]>();
  const of = entries.map(({ card, facets }) => {
    const all = { kind: card.kind, ...facets };
    const key = JSON.stringify(all);
    const [, index] = distinct.get(key) ?? [all, distinct.size];
    distinct.set(key, [all, index]);
    return index;
  });
  return { facets: Array.from(distinct.values(), ([facets]) => facets), of };
}

/** Readings of single characters, and those that the site's names need in their own way (长吉 chang, 朝阳 chao); titles first. */
function sitePinyin(phrases: readonly Phrase[], readings: BuildOptions['readings']) {
  const own = new Map<string, string>();
  const named = phrases.filter(({ field }) => fields[field].sound);
  for (const { text } of named.toSorted((a, b) => fields[b.field].weight - fields[a.field].weight)) {
    const syllables = readings(text);
    Array.from(text).forEach((character, n) => {
      const syllable = syllables[n] ?? '';
      if (syllable !== '' && !own.has(character)) own.set(character, syllable);
    });
  }
  return writePinyin((character) => readings(character)[0] ?? '', own);
}

const simplified = Converter({ from: 't', to: 'cn' });
/** The basic Chinese characters of Unicode (CJK Unified Ideographs). */
const characters = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, n) => String.fromCodePoint(0x4e00 + n));

/** Traditional forms of the characters the site uses, in pairs: 崗岗. */
function variantsFor(texts: readonly string[]): string {
  const used = new Set(texts.flatMap((text) => Array.from(text)));
  return characters
    .flatMap((traditional) => {
      const simple = simplified(traditional);
      return simple !== traditional && used.has(simple) ? traditional + simple : [];
    })
    .join('');
}
