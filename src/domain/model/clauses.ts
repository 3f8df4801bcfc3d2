import type { Clause } from '#schemas/entries.ts';

/** 2-4-5 comes after 2-4-1 and before 3; the preface (0) is first. */
export function compareClauseIds(a: string, b: string): number {
  const left = a.split('-').map(Number);
  const right = b.split('-').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** 2-4-5 → 2-4 → 2 → undefined. */
export function parentClause(id: string): string | undefined {
  const cut = id.lastIndexOf('-');
  return cut < 0 ? undefined : id.slice(0, cut);
}

/**
 * True where the clause names the place: the guidance writes 明城 in one clause and 明城镇 in another,
 * 永吉 here and 永吉县 there, so a name and its short form both count.
 */
export function namesPlace(clause: Clause, title: string): boolean {
  return clause.terms.some((term) => term.length >= 2 && (title.startsWith(term) || term.startsWith(title)));
}

/**
 * True where the clause holds a figure as written there: 254.5 and 万人 → 254.5万人. 2万户 does not stand in 12万户.
 * Only its terms count: the gist is in our own words, and no evidence.
 */
export function holdsFigure(clause: Clause, value: number | string, unit = ''): boolean {
  const figure = `${value}${unit}`.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  // Not after a digit; and where the figure ends in a digit, not before one.
  const whole = new RegExp(String.raw`(?<![\d.])${figure}(?!(?<=\d)\.?\d)`, 'u');
  return clause.terms.some((term) => whole.test(term));
}
