import type { Content } from '#domain/model/types.ts';
import { isUnread } from '#domain/model/content.ts';
import { figuresIn } from '#domain/model/text.ts';
import type { Report } from './report.ts';

/** Points and short texts of an explainer (一图读懂、短文字): each point from a clause the explainer is about, no figure of their own. */
export function checkPoints(content: Content, report: Report): void {
  const clauses = new Map(content.clauses.map(({ id, data }) => [id, `${data.gist} ${data.terms.join(' ')}`]));
  for (const policy of content.policies) {
    const { points, brief, posterFigure, summary, notice, facts, clauses: own } = policy.data;
    const told = facts.map(({ value, label }) => `${value} ${label}`);
    const known = figuresIn([summary, notice, ...told, ...own.map((id) => clauses.get(id) ?? '')].join(' '));
    const isLost = isUnread(content, 'clauses', own);
    const strange = (text: string) => (isLost ? undefined : figuresIn(text).find((figure) => !known.includes(figure)));
    points.forEach(({ head, text, clause }, index) => {
      if (!own.some((id) => clause === id || clause.startsWith(`${id}-`)))
        report.error(policy, ['points', index, 'clause'], `条款「${clause}」不在这篇的 clauses 里`, '核对条款编号');
      const figure = strange(`${head} ${text}`);
      if (figure !== undefined)
        report.error(policy, ['points', index, 'text'], `「${figure}」在这篇导读里没有`, '和导读的数字对上，或删去');
    });
    if (posterFigure !== undefined && !facts.some(({ id }) => id === posterFigure))
      report.error(policy, ['posterFigure'], `facts 里没有「${posterFigure}」`, '写本页 facts 里的编号，或删去');
    const figure = strange(brief ?? '');
    if (figure !== undefined)
      report.error(policy, ['brief'], `「${figure}」在这篇导读里没有`, '和导读的数字对上，或删去');
  }
}
