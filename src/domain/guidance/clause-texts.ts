import type { Clause } from '#schemas/entries.ts';

const numerals = '一二三四五六七八九';

/**
 * Cuts the operator's copy of the guidance into clauses by its own numbering
 * (一、 then （一） then 1.). Returns the paragraphs of each clause id without its children's;
 * text before 一、 is the preface (0). A clause not found is absent.
 */
export function clauseTexts(text: string, clauses: readonly Clause[]): Map<string, string[]> {
  const known = new Set(clauses.map(({ id }) => id));
  const found = new Map<string, string[]>();
  let [part, section, item] = ['0', '', ''];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const partMark = /^([一二三四五六七八九])、/.exec(line)?.[1];
    const sectionMark = /^[（(]([一二三四五六七八九])[）)]/.exec(line)?.[1];
    const itemMark = /^(\d)[.．、]/.exec(line)?.[1];
    if (partMark) [part, section, item] = [String(numerals.indexOf(partMark) + 1), '', ''];
    else if (sectionMark && part !== '0') [section, item] = [String(numerals.indexOf(sectionMark) + 1), ''];
    else if (itemMark && section) item = itemMark;
    const id = [part, section, item].filter((step) => step !== '').join('-');
    if (line !== '' && known.has(id)) found.set(id, [...(found.get(id) ?? []), line]);
  }
  return found;
}
