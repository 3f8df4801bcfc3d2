import { spokenInteger } from '#domain/print/spoken.ts';

/** Laws and their articles as writers name them: 「居住证暂行条例（国务院令第663号）」, 「第三、十、十一、三十条」. */

/** The name alone, without 《》, 中华人民共和国 and its number or year in brackets; a draft stays one: 社会救助法（草案）. */
export function lawName(text: string): string {
  return text
    .replaceAll(/[《》]/gu, '')
    .replaceAll(/（[^）]*(?:号|\d{4}|年)[^）]*）/gu, '')
    .replace(/^中华人民共和国/u, '')
    .trim();
}

/** Numbers of the articles (条) in a text, in its order; a part without one (报道转述) gives none. */
export function articlesIn(text: string): number[] {
  const found = [...text.matchAll(/第([零一二三四五六七八九十百\d]+(?:[、至到][零一二三四五六七八九十百\d]+)*)条/gu)];
  return [...new Set(found.flatMap(([, list = '']) => list.split('、').flatMap(range)))];
}

/** 九至十二 → 9, 10, 11, 12. */
function range(text: string): number[] {
  const [from = 0, to = from] = text.split(/[至到]/u).map(numberOf);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

const digits = '零一二三四五六七八九';

/** 二十一 → 21, 一百零二 → 102, 十 → 10, 9 → 9; NaN for anything else. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const parts = /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(text);
  if (!parts || text === '') return NaN;
  const [, hundreds = '零', tens = '一', ten, ones = '零'] = parts;
  return digits.indexOf(hundreds) * 100 + (ten ? digits.indexOf(tens) * 10 : 0) + digits.indexOf(ones);
}

/** 第二十一条. */
export const articleLabel = (article: number): string => `第${spokenInteger(article)}条`;
