import type { Pinyin } from './pinyin.ts';
import { syllableKey, syllablesOf } from './ngrams.ts';

/** A town that the guidance does not name, as it travels to the reader. */
export interface Town {
  /** Nine digits. */
  code: string;
  name: string;
  aliases: string[];
}

/** The county, district or zone of towns, by the first six digits of their codes, and its page where it has one. */
export interface Area {
  code: string;
  name: string;
  entry?: number;
}

/** `220221101<tab>双河镇<tab>旧名|别名`, and `220221<tab>永吉县<tab>12` for a county. */
export function writeTowns(areas: readonly Area[], towns: readonly Town[]): string {
  const lines = [
    ...areas.map(({ code, name, entry }) => [code, name, ...(entry === undefined ? [] : [String(entry)])]),
    ...towns.map(({ code, name, aliases }) => [code, name, ...(aliases.length > 0 ? [aliases.join('|')] : [])]),
  ];
  return lines.map((line) => line.join('\t')).join('\n');
}

/** The city itself (市) stands among the areas, its code ending in 00. */
const isCity = ({ code }: Area) => code.endsWith('00');
/** 永吉县, 永吉. */
export const formsOf = ({ name }: Pick<Area, 'name'>): string[] => [name, name.replace(/[县市区]$/u, '')];

export function readTowns(text: string): { areas: Area[]; towns: Town[]; here: string[] } {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const isArea = ([code = '']: string[]) => code.length === 6;
  const all = lines.filter(isArea).map(([code = '', name = '', entry]) => ({
    code,
    name,
    ...(entry !== undefined && { entry: Number(entry) }),
  }));
  return {
    areas: all.filter((area) => !isCity(area)),
    here: all.filter(isCity).flatMap(formsOf),
    towns: lines
      .filter((line) => !isArea(line))
      .map(([code = '', name = '', aliases]) => ({ code, name, aliases: aliases?.split('|') ?? [] })),
  };
}

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
