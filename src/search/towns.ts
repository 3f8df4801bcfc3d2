import type { Pinyin } from './pinyin.ts';
import { syllableKey, syllablesOf } from './ngrams.ts';

/** A town that the guidance does not name, as it travels to the reader. */
export interface Town {
  /** Nine digits. */
  code: string;
  name: string;
  aliases: readonly string[];
}

/** The county, district or zone of towns, by the first six digits of their codes, and its page where it has one. */
export interface Area {
  code: string;
  name: string;
  entry?: number;
}

/** The city itself (市) stands among the areas, its code ending in 00. */
export const isCity = ({ code }: Area) => code.endsWith('00');
/** 永吉县, 永吉. */
export const formsOf = ({ name }: Pick<Area, 'name'>): string[] => [name, name.replace(/[县市区]$/u, '')];

/** What follows the name proper: ranks change, and people use the old ones. */
const ranks = ['镇', '乡', '街道', '街'] as const;
const rank = /(?:满族|朝鲜族|回族|蒙古族)*(?:镇|乡|街道|(?:经济)?开发区(?:特殊乡镇|特殊街道)?|工业区)$/u;

/** 双河镇 → 双河, 土城子满族朝鲜族乡 → 土城子. */
export const coreOf = (name: string): string => name.replace(rank, '');

/** The name without what only the statistics add: 永吉经济开发区特殊乡镇 → 永吉经济开发区. */
export const shownName = (name: string): string => name.replace(/特殊(?:乡镇|街道)$/u, '');

/** The ways of writing a town in full: as it is called, by old names, and with another rank. */
export function fullNames({ name, aliases }: Town): string[] {
  const core = coreOf(name);
  const isTown = core.length >= 2 && /[镇乡]$|街道$/u.test(name) && shownName(name) === name;
  return [...new Set([shownName(name), ...aliases, ...(isTown ? ranks.map((each) => core + each) : [])])];
}

/** The sound of a whole name: ~=suan-he-zen. */
export function soundOf(name: string, pinyin: Pinyin): string | undefined {
  const stretches = syllablesOf(name, pinyin);
  const [stretch] = stretches;
  return stretch && stretches.length === 1 ? syllableKey(stretch) : undefined;
}
