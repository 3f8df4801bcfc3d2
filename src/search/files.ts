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
  lines?: [text: string, anchor: string][];
  /** Short facts for the fuller answer: 层级, 所在, 角色. */
  notes?: string[];
  /** Path below the base, where kind and id do not give it: policies/environment/#q-1x2y3z. */
  at?: string;
  /** The checker goes on where this ends: the explainer of the residence permit. */
  leadsToChecker?: true;
  /** What an answer rests on, with its path below the base: [三(八), document/#c-3-8]. */
  basis?: [label: string, at: string][];
}

/** A figure or short fact of a page (数字). Those of an entry lie in a file of their own, read when a number is asked for. */
export interface Figure {
  label: string;
  value: string;
  /** Anchor on the page. */
  at: string;
  /** 2023年9月. */
  when?: string;
  note?: string;
  basis: NonNullable<Card['basis']>;
}

/** A sentence or two of a page (一段话), with its section and what it rests on: read when a page comes first, to say why. */
export type Passage = [text: string, anchor: string, basis?: Card['basis']];

/** Read first. The other files lie below `version`, so that a changed site is never read half old, half new. */
export interface Manifest {
  version: string;
  entries: number;
  /** Entries in one file of cards. */
  block: number;
  pinyin: PinyinFile;
  /** Entries stand in the order of their kinds: each kind with its first entry. */
  kinds: [kind: ResultKind, first: number][];
  /** How much words tell: see surprisal.ts. */
  surprisal: string;
  /** How many files the mentions lie in: see mentions.ts. */
  mentionFiles: number;
  /** Entries that have figures. */
  withFigures: number[];
}

/** One way of saying an entry (说法). `rank` below 1 for pages that a saying reaches only in second place. */
export interface Phrase {
  text: string;
  field: Field;
  rank?: number;
}

/** The phrases of an entry; a part of a page (a question, a figure) lends its own to the page, `parent`. */
export interface EntryWords {
  phrases: Phrase[];
  parent?: number;
}

/**
 * One row of everyday words (平常说法): with `pages`, they lead to these entries, the first being meant most; with `absent`,
 * they are of what this site does not hold, and that is what to tell; with neither, they mean the same.
 */
export interface WordRow {
  words: string[];
  pages: number[];
  absent?: string;
  /** Names of other places: they tell what is asked only where the question begins with them. */
  elsewhere?: boolean;
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
export const cardFile = (n: number) => `c${n}.json`;
export const passagesFile = (entry: number) => `p${entry}.json`;
export const figuresFile = (entry: number) => `f${entry}.json`;
export const facetsFile = 'facets.json';
export const variantsFile = 'traditional.txt';
/** What to tell of a town that the guidance does not name. */
export const unnamedFile = 'unnamed.json';

export interface UnnamedFile {
  /** Places that the guidance names. */
  named: number;
  /** Explainers that hold for every town: [name, path below the base]. */
  links: [label: string, at: string][];
}

const fieldNames = Object.keys(fields) as Field[];

/** One line for each entry: its parent, and its phrases by field and rank in tenths, `^3<tab>0:乌拉街|乌喇街<tab>49:满族老街`. */
export function writeWords(entries: readonly EntryWords[]): string {
  return entries
    .map(({ phrases, parent }) => {
      const groups = new Map<string, Set<string>>();
      for (const { text, field, rank = 1 } of phrases) {
        const group = `${fieldNames.indexOf(field)}${rank < 1 ? Math.round(rank * 10) : ''}`;
        groups.set(group, (groups.get(group) ?? new Set()).add(text.replaceAll(/[|\s]+/gu, ' ')));
      }
      const own = [...groups].map(([group, texts]) => `${group}:${[...texts].join('|')}`);
      return [...(parent === undefined ? [] : [`^${parent}`]), ...own].join('\t');
    })
    .join('\n');
}

export function readWords(text: string): EntryWords[] {
  return text.split('\n').map((line) => {
    const parts = line.split('\t');
    const parent = parts[0]?.startsWith('^') ? Number(parts.shift()?.slice(1)) : undefined;
    const phrases = parts.flatMap((part) => {
      const cut = part.indexOf(':');
      const field = fieldNames[Number(part.charAt(0))];
      const rank = cut > 1 ? Number(part.slice(1, cut)) / 10 : 1;
      const texts = part.slice(cut + 1).split('|');
      return field === undefined ? [] : texts.map((phrase) => ({ text: phrase, field, rank }));
    });
    return { phrases, ...(parent !== undefined && { parent }) };
  });
}

/** One line for each row: pages or what to tell, then the words: `12,3:茅房|旱厕`, `!本站不报天气。:天气|下雨` (`?` for other places), `:娃|小孩`. */
export function writeRows(rows: readonly WordRow[]): string {
  return rows
    .map(({ words, pages, absent, elsewhere }) => {
      const head = absent === undefined ? pages.join(',') : `${elsewhere ? '?' : '!'}${absent}`;
      return `${head}:${words.join('|')}`;
    })
    .join('\n');
}

export function readRows(text: string): WordRow[] {
  return text.split('\n').flatMap((line) => {
    const [, head = '', words = ''] = /^([^:]*):(.*)$/u.exec(line) ?? [];
    if (words === '') return [];
    const isAbsent = /^[!?]/.test(head);
    const pages = isAbsent || head === '' ? [] : head.split(',').map(Number);
    const absent = isAbsent && { absent: head.slice(1), elsewhere: head.startsWith('?') };
    return [{ words: words.split('|'), pages, ...absent }];
  });
}

/** Between the entries, the rows of everyday words and the towns, in the file of words. */
export const wordsParts = '\n\n';

/** Entry and strength, 0 to 1.3; see fields.ts. */
export type Posting = [entry: number, strength: number];
