import { Converter } from 'opencc-js/t2cn';
import { about, fields } from '#search/fields.ts';
import {
  type Card,
  type Facets,
  type FacetsFile,
  type Manifest,
  type Phrase,
  cardFile,
  facetsFile,
  manifestFile,
  mentionsFile,
  variantsFile,
  wordsFile,
  writeWords,
} from '#search/files.ts';
import { writePinyin } from '#search/pinyin.ts';

/** One thing that can be found (词条). */
export interface IndexEntry {
  card: Card;
  facets: Omit<Facets, 'kind'>;
  phrases: Phrase[];
}

export interface BuildOptions {
  /** Syllables of a text, one for each character, with names read as names. */
  readings: (text: string) => string[];
  version: string;
  absent: Manifest['absent'];
}

const cardsInBlock = 12;

/** Entries → the files a finder reads, by name. */
export function buildIndex(entries: readonly IndexEntry[], options: BuildOptions): Map<string, string> {
  const phrases = entries.map((entry) => entry.phrases);
  const pinyin = sitePinyin(phrases.flat(), options.readings);
  const isOwn = ({ field }: Phrase) => fields[field].weight >= about;
  const words = writeWords(phrases.map((own) => own.filter(isOwn)));
  const mentions = writeWords(phrases.map((own) => own.filter((phrase) => !isOwn(phrase))));

  const manifest: Manifest = {
    version: options.version,
    entries: entries.length,
    block: cardsInBlock,
    pinyin,
    kinds: entries.flatMap(({ card: { kind } }, n) =>
      entries[n - 1]?.card.kind === kind ? [] : [[kind, n] as [typeof kind, number]],
    ),
    absent: options.absent,
  };

  const files = new Map([
    [manifestFile, JSON.stringify(manifest)],
    [wordsFile, words],
    [mentionsFile, mentions],
  ]);
  for (let n = 0; n * cardsInBlock < entries.length; n++) {
    const cards = entries.slice(n * cardsInBlock, (n + 1) * cardsInBlock).map(({ card }) => card);
    files.set(cardFile(n), JSON.stringify(cards));
  }
  files.set(facetsFile, JSON.stringify(facetsOf(entries)));
  files.set(variantsFile, variantsFor(phrases.flat()));
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
function variantsFor(phrases: readonly Phrase[]): string {
  const used = new Set(phrases.flatMap(({ text }) => Array.from(text)));
  return characters
    .flatMap((traditional) => {
      const simple = simplified(traditional);
      return simple !== traditional && used.has(simple) ? traditional + simple : [];
    })
    .join('');
}
