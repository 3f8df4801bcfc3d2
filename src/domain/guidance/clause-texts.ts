import type { Clause } from '#schemas/entries.ts';
import { numberOf } from '#domain/permit/articles.ts';
import { parentClause } from '#domain/model/clauses.ts';

const numeral = '[一二三四五六七八九十]{1,3}';
/** How the levels of a guidance are numbered, the outermost first; a level may be left out. */
const marks = [
  new RegExp(`^(?:(${numeral})、|第(${numeral})(?:章|部分))`, 'u'),
  new RegExp(`^(?:[（(](${numeral})[）)]|第(${numeral})[条节])`, 'u'),
  /^(\d{1,2})(?:[.．](?!\d)|、)/u,
  /^[（(](\d{1,2})[）)]/u,
];

/** The level of the mark that a line begins with, and its number. */
function markOf(line: string): { level: number; step: string } | undefined {
  for (const [level, mark] of marks.entries()) {
    const [, ...groups] = mark.exec(line) ?? [];
    const found = groups.join('');
    if (found !== '') return { level, step: String(/^\d/.test(found) ? Number(found) : numberOf(found)) };
  }
  return undefined;
}

/**
 * Cuts the operator's copy of the guidance into clauses by its own numbering: 一、 or 第一章, （一） or 第一条, 1. and （1）.
 * Returns the paragraphs of each clause id without its children's; text before the first mark is the preface (0). A clause
 * not found is absent. Numbered lines below a clause that has no clauses of its own are its paragraphs.
 */
export function clauseTexts(text: string, clauses: readonly Clause[]): Map<string, string[]> {
  const known = new Set(clauses.map(({ id }) => id));
  const parents = new Set(clauses.flatMap(({ id }) => parentClause(id) ?? []));
  const found = new Map<string, string[]>();
  let steps: { level: number; step: string }[] = [];
  const idOf = (path: typeof steps) => (path.length === 0 ? '0' : path.map(({ step }) => step).join('-'));
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const mark = markOf(line);
    if (mark) {
      const above = steps.filter(({ level }) => level < mark.level);
      // Articles without chapters are the first level of a guidance that has no other.
      const isStray = mark.level === 1 && above.length === 0 && parents.has(mark.step);
      if (mark.level < 2 ? !isStray : parents.has(idOf(above))) steps = [...above, mark];
    }
    const id = idOf(steps);
    if (line !== '' && known.has(id)) found.set(id, [...(found.get(id) ?? []), line]);
  }
  return found;
}
