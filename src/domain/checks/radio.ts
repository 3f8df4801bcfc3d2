import type { Content, Policy } from '#domain/model/types.ts';
import { isUnread } from '#domain/model/content.ts';
import { plainText } from '#domain/model/body.ts';
import { speak, spokenFigures } from '#domain/print/spoken.ts';
import type { Report } from './report.ts';

/** What a speaker can say: Chinese characters and the marks that make a pause. */
const unspeakable = /[^\p{Script=Han}，。、：；？！「」《》“”]+/u;

/** Radio texts (广播稿): nothing that cannot be said aloud, and no figure that the explainer does not give. */
export function checkRadio(content: Content, report: Report): void {
  const clauses = new Map(content.clauses.map((row) => [row.id, row.data]));
  for (const policy of content.policies) {
    const { radio } = policy.data;
    if (radio === undefined) continue;
    const figure = /\d[\d.,%]*\p{Script=Han}{0,2}/u.exec(radio)?.[0];
    const mark = unspeakable.exec(radio)?.[0];
    if (figure) report.error(policy, ['radio'], `「${figure}」念不出来`, `写成「${speak(figure)}」`);
    else if (mark) report.error(policy, ['radio'], `「${mark}」念不出来`, '只用汉字和，。、：；？！「」《》');
    if (isUnread(content, 'clauses', policy.data.clauses)) continue;
    const said = policy.data.clauses.flatMap((id) => {
      const clause = clauses.get(id);
      return clause ? [clause.gist, ...clause.terms] : [];
    });
    const known = new Set(spokenFigures(speak([textOf(policy), ...said].join('\n'))));
    for (const spoken of spokenFigures(radio)) {
      if (!known.has(spoken))
        report.error(policy, ['radio'], `「${spoken}」在这篇导读里没有`, '和导读的数字对上，或删去');
    }
  }
}

/** Everything an explainer says, front matter included. */
function textOf({ data, body }: Policy): string {
  const facts = data.facts.map(({ value, unit = '', asOf = '' }) => `${value}${unit} ${asOf.slice(0, 4)}年`);
  const answers = data.questions.map(({ q, a }) => `${q} ${a}`);
  return [data.title, data.summary, data.notice, ...facts, ...answers, plainText(body)].join('\n');
}
