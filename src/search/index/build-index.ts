import { Converter } from 'opencc-js/t2cn';
import { fields } from '#search/fields.ts';
import {
  type Card,
  type Facets,
  type FacetsFile,
  type Figure,
  type Manifest,
  type Passage,
  type Phrase,
  type UnnamedFile,
  type WordRow,
  cardFile,
  facetsFile,
  figuresFile,
  manifestFile,
  passagesFile,
  unnamedFile,
  variantsFile,
  wordsFile,
  wordsParts,
  writeRows,
  writeWords,
} from '#search/files.ts';
import { writeMentions } from '#search/mentions.ts';
import { writePinyin } from '#search/pinyin.ts';
import { type Area, type Town, writeTowns } from '#search/towns.ts';

/** One thing that can be found (词条). */
export interface IndexEntry {
  card: Card;
  facets: Omit<Facets, 'kind'>;
  phrases: Phrase[];
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
/** So many that a question's words cost a few hundred bytes each. */
const mentionFiles = 512;

/** Entries → the files a finder reads, by name. */
export function buildIndex(entries: readonly IndexEntry[], options: BuildOptions): Map<string, string> {
  const all = entries.flatMap(({ phrases }) => phrases);
  const names = options.towns.map(({ name }): Phrase => ({ text: name, field: 'alias' }));
  const pinyin = sitePinyin([...all, ...names], options.readings);
  const numbers = new Map(entries.map(({ card: { kind, id } }, n) => [`${kind} ${id}`, n]));
  const own = entries.map(({ phrases, parent }) => {
    const page = parent && numbers.get(`${parent.kind} ${parent.id}`);
    return { phrases, ...(page !== undefined && { parent: page }) };
  });
  const words = [writeWords(own), writeRows(options.rows), writeTowns(options.areas, options.towns)].join(wordsParts);

  const manifest: Manifest = {
    version: options.version,
    entries: entries.length,
    block: cardsInBlock,
    pinyin,
    kinds: entries.flatMap(({ card: { kind } }, n) =>
      entries[n - 1]?.card.kind === kind ? [] : [[kind, n] as [typeof kind, number]],
    ),
    surprisal: options.surprisal,
    mentionFiles,
    withFigures: entries.flatMap(({ figures = [] }, n) => (figures.length > 0 ? n : [])),
  };

  const files = new Map([
    [manifestFile, JSON.stringify(manifest)],
    [wordsFile, words],
    [unnamedFile, JSON.stringify(options.unnamed)],
    ...writeMentions(
      entries.map(({ text = [] }) => text),
      mentionFiles,
    ),
  ]);
  for (let n = 0; n * cardsInBlock < entries.length; n++) {
    const cards = entries.slice(n * cardsInBlock, (n + 1) * cardsInBlock).map(({ card }) => card);
    files.set(cardFile(n), JSON.stringify(cards));
  }
  entries.forEach(({ figures = [], passages }, n) => {
    if (figures.length > 0) files.set(figuresFile(n), JSON.stringify(figures));
    if (passages !== undefined) files.set(passagesFile(n), JSON.stringify(passages));
  });
  files.set(facetsFile, JSON.stringify(facetsOf(entries)));
  files.set(
    variantsFile,
    variantsFor([...all.map(({ text }) => text), ...options.rows.flatMap(({ words: own }) => own)]),
  );
  return files;
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
