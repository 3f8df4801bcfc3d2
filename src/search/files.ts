import type { ResultKind } from './kinds.ts';
import type { PinyinFile } from './pinyin.ts';
import type { Area, Town } from './towns.ts';

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
  /** The questions of an explainer: one of them may be shown with it. */
  questions?: string[];
  /** There is a file of its figures. */
  hasFigures?: true;
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
}

/** What every question needs, whatever its words. */
export interface Common {
  /** Rows of words that mean the same. */
  same: string[][];
  /** Which of the things that the site does not hold are names of other places; they are numbered after the entries. */
  elsewhere: number[];
  /** Each page that has questions, the first of them, and how much each says, in bits. */
  questions: [page: number, first: number, bits: number[]][];
  /** How much everything that people ask of each entry says; see asks.ts. */
  asks: string;
  areas: Area[];
  towns: Town[];
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
export const commonFile = 'common.json';
/** What to tell of each thing that the site does not hold. */
export const absentFile = 'absent.json';
/** Letters of names, for slips in pinyin. */
export const slipsFile = 'slips.txt';
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
