import { parentClause } from '#domain/model/clauses.ts';
import { isUnread } from '#domain/model/content.ts';
import type { Content, Located } from '#domain/model/types.ts';
import type { Report } from './report.ts';

/** What readers and programs look up by: two rows of one name would be one of them, in silence. */
export function checkTwins(content: Content, report: Report): void {
  const each = (rows: readonly Located[], field: string, nameOf: (index: number) => string) => {
    const first = new Map<string, Located>();
    rows.forEach((row, index) => {
      const name = nameOf(index);
      const other = first.get(name);
      if (other)
        report.error(row, [field], `「${name}」第 ${other.lineOf([field])} 行已经写了`, '合成一行，或者改成不同的');
      else first.set(name, row);
    });
  };
  const { clauses, glossary, hardCharacters, roles, units } = content;
  each(clauses, 'label', (n) => clauses[n]?.data.label ?? '');
  each(glossary, 'term', (n) => glossary[n]?.data.term ?? '');
  each(hardCharacters, 'character', (n) => hardCharacters[n]?.data.character ?? '');
  each(roles, 'label', (n) => roles[n]?.data.label ?? '');
  each(units, 'name', (n) => units[n]?.data.name ?? '');
}

/** Each clause stands below another one of the table; the first level alone does not. */
export function checkClauseTree(content: Content, report: Report): void {
  if (isUnread(content, 'clauses')) return;
  const ids = new Set(content.clauses.map(({ id }) => id));
  for (const row of content.clauses) {
    const parent = parentClause(row.id);
    if (parent !== undefined && !ids.has(parent))
      report.error(row, ['id'], `上一级「${parent}」没有写`, '补上那一条，或核对编号');
  }
}
