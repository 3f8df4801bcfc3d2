import type { Content, Located } from '#domain/model/types.ts';
import { blocksOf, referencesIn } from '#domain/model/body.ts';
import { todoOf } from '#domain/site/todo.ts';
import { pageEntries, writtenOf } from '#domain/model/content.ts';
import { citedSources } from '#domain/model/cited.ts';
import { parentClause } from '#domain/model/clauses.ts';
import type { Change } from '#schemas/primitives.ts';
import type { Report } from './report.ts';

/** What only the whole shows: unexplained clauses, future dates, unused sources, names claimed twice. `now` is Beijing time, 2026-11-24 09:00. */
export function checkWhole(content: Content, now: string, extraSources: ReadonlySet<string>, report: Report): void {
  const { document } = content.settings;
  const allRead = content.unreadable.length === 0;
  if (document && allRead) {
    for (const { what, where } of todoOf(writtenOf(content))) {
      report.warning(document, [], `还没有写：${what}`, `写进 ${where}`);
    }
  }
  const explained = new Set(content.policies.flatMap((policy) => policy.data.clauses));
  const cited = new Set(
    content.policies.flatMap((p) =>
      referencesIn(p.body)
        .filter((r) => r.tag === 'Clause')
        .map((r) => r.to),
    ),
  );
  for (const clause of allRead ? content.clauses : []) {
    // The preface and the four part headings say nothing of their own that an explainer would take up.
    if (parentClause(clause.id) === undefined) continue;
    const reached = [...explained, ...cited].some((id) => id === clause.id || clause.id.startsWith(`${id}-`));
    // A city begins with its clauses.
    const severity = content.policies.length > 0 ? 'error' : 'warning';
    if (!reached)
      report[severity](clause, ['id'], `没有一篇导读讲到 ${clause.data.label}`, '在有关导读的 clauses 里加上');
  }
  for (const { entry } of pageEntries(content)) {
    const { published, updated, changes } = entry.data;
    if (published > now) report.error(entry, ['published'], `「${published}」还没有到`, '写实际发布的时间');
    if (updated > now) report.error(entry, ['updated'], `「${updated}」还没有到`, '写实际更新的时间');
    if (updated < published) report.error(entry, ['updated'], '更新时间早于发布时间', '核对两个时间');
    changes.forEach((change, index) => {
      checkChange(change, now, (field, problem, remedy) => {
        report.error(entry, ['changes', index, ...field], problem, remedy);
      });
      const { date } = change;
      const before = changes[index - 1]?.date ?? '';
      if (date < before)
        report.error(entry, ['changes', index, 'date'], `比上一条（${before}）早`, '按先后写，新的加在最后');
      if (date <= now && date > updated && updated >= published)
        report.error(entry, ['changes', index, 'date'], `比更新时间（${updated}）新`, `把 updated 也写成 ${date}`);
    });
    if (blocksOf(entry.body).every(({ tagName }) => tagName === 'h2' || tagName === 'h3')) {
      report.prose(entry, 1, '正文只有标题', '在标题下面写内容');
    }
  }
  for (const row of content.pageChanges) {
    checkChange(row.data, now, (...fault) => {
      report.error(row, ...fault);
    });
  }
  for (const item of content.cases) {
    const { date } = item.data;
    if (date && date > now.slice(0, date.length)) {
      report.error(item, ['date'], `「${date}」还没有到`, '写实际报道的日期');
    }
  }
  for (const source of content.sources) {
    const { date } = source.data;
    if (date && date > now.slice(0, date.length)) report.error(source, ['date'], `「${date}」还没有到`, '核对日期');
  }
  const used = citedSources(content);
  for (const source of allRead ? content.sources : []) {
    if (!used.has(source.id) && !extraSources.has(source.id)) {
      report.warning(source, [], `出处「${source.id}」没有一处用到`, '在用到它的地方写上，或删去');
    }
  }
  checkNames(content.places, report);
  for (const entries of [content.cases, content.policies, content.clusters]) {
    const byTitle = new Map<string, Located>();
    for (const entry of entries) {
      const { title } = entry.data;
      const other = byTitle.get(title);
      if (other)
        report.warning(entry, ['title'], `标题「${title}」${other.path} 也在用`, '删去抄多的一份，或换一个标题');
      else byTitle.set(title, entry);
    }
  }
}

/** A change is over, and mends what stood there before it. */
function checkChange(
  { date, note, corrects }: Change,
  now: string,
  fault: (field: readonly string[], problem: string, remedy: string) => void,
): void {
  const since = corrects?.since;
  if (since && since > date.slice(0, since.length)) {
    fault(['corrects', 'since'], `「${since}」在更正以后`, '写原来从哪天起那样写');
  }
  if (/^更正[：:]?\s*$/u.test(note)) fault(['note'], '没有写改了什么', '写「更正：」和原来怎么写、现在怎么写');
  if (date > now) fault(['date'], `「${date}」还没有到`, '写实际更新的时间');
}

/**
 * A name that two places of one county claim sends readers to the wrong one. Two counties may each have a town of one
 * name; an alias that is the name of a town elsewhere is told all the same.
 */
function checkNames(places: Content['places'], report: Report): void {
  const byTitle = Map.groupBy(places, ({ data }) => data.title);
  const byAlias = new Map<string, (typeof places)[number]>();
  const tell = (place: Located, field: PropertyKey[], name: string, other: Located) => {
    report.warning(place, field, `${name}${other.path} 也在用`, '看是不是写错；两处都对可以不改');
  };
  for (const place of places) {
    const { title, county, aliases } = place.data;
    const namesake = byTitle.get(title)?.find(({ data }) => data.county === county);
    if (namesake && namesake !== place) tell(place, ['title'], `名称「${title}」`, namesake);
    aliases.forEach((alias, index) => {
      const other = byTitle.get(alias)?.find((one) => one !== place) ?? byAlias.get(alias);
      if (other && other !== place) tell(place, ['aliases', index], `别名「${alias}」`, other);
      else byAlias.set(alias, place);
    });
  }
}
