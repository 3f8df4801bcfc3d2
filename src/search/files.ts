import { type Field, fields } from './fields.ts';
import type { ResultKind } from './kinds.ts';
import type { PinyinFile } from './pinyin.ts';

/** What filters ask of an entry (筛选): county, town types, themes, by their keys. */
export interface Facets {
  kind: ResultKind;
  county?: string;
  types: string[];
  themes: string[];
}

/** What a result shows (一条结果). */
export interface Card {
  kind: ResultKind;
  id: string;
  title: string;
  summary: string;
  /** Sentences that may answer, with the section they stand in: [text, anchor]. */
  lines: [text: string, anchor: string][];
  /** Short facts for the fuller answer: 层级, 所在, 角色. */
  notes?: string[];
}

/** Read first. The other files lie below `version`, so that a changed site is never read half old, half new. */
export interface Manifest {
  version: string;
  entries: number;
  /** Entries in one file of cards. */
  block: number;
  pinyin: PinyinFile;
  /** Entries stand in the order of their kinds: each kind with its first entry. */
  kinds: [kind: ResultKind, first: number][];
  /** Sayings for what this site does not hold, with what to tell the reader. */
  absent: [saying: string[], note: string][];
}

/** One way of saying an entry (说法). `rank` below 1 for pages that a saying reaches only in second place. */
export interface Phrase {
  text: string;
  field: Field;
  rank?: number;
}

/** Distinct facets, and which of them each entry has. Read when there is something to filter. */
export interface FacetsFile {
  facets: Facets[];
  of: number[];
}

export function kindOf(entry: number, { kinds }: Pick<Manifest, 'kinds'>): ResultKind {
  return kinds.filter(([, first]) => first <= entry).pop()?.[0] ?? 'page';
}

export const manifestFile = 'index.json';
export const wordsFile = 'words.txt';
/** What entries merely mention: asked for only when their own words do not answer. */
export const mentionsFile = 'mentions.txt';
export const cardFile = (n: number) => `c${n}.json`;
export const facetsFile = 'facets.json';
export const variantsFile = 'traditional.txt';

const fieldNames = Object.keys(fields) as Field[];

/** One line for each entry: its phrases by field and rank in tenths, `0:乌拉街|乌喇街<tab>49:满族老街`. */
export function writeWords(entries: readonly (readonly Phrase[])[]): string {
  return entries
    .map((phrases) => {
      const groups = new Map<string, Set<string>>();
      for (const { text, field, rank = 1 } of phrases) {
        const group = `${fieldNames.indexOf(field)}${rank < 1 ? Math.round(rank * 10) : ''}`;
        groups.set(group, (groups.get(group) ?? new Set()).add(text.replaceAll(/[|\s]+/gu, ' ')));
      }
      return [...groups].map(([group, texts]) => `${group}:${[...texts].join('|')}`).join('\t');
    })
    .join('\n');
}

export function readWords(text: string): Phrase[][] {
  return text.split('\n').map((line) =>
    line.split('\t').flatMap((part) => {
      const cut = part.indexOf(':');
      const field = fieldNames[Number(part.charAt(0))];
      const rank = cut > 1 ? Number(part.slice(1, cut)) / 10 : 1;
      const texts = part.slice(cut + 1).split('|');
      return field === undefined ? [] : texts.map((phrase) => ({ text: phrase, field, rank }));
    }),
  );
}

/** Entry and weight, e.g. 12 and 7. */
export type Posting = [entry: number, weight: number];
