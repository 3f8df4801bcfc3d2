import type { CaseData, SourceData } from '#schemas/entries.ts';
import { formatValue, quotedTitle } from '#domain/model/facts.ts';

export interface Moment {
  kind: 'fact' | 'result' | 'report';
  /** 2023, 2023-09 or 2023-09-13. */
  date: string;
  text: string;
  /** Ids of sources. */
  sources: string[];
}

/**
 * What happened when (时间线), from what bears a date: facts, results and reports.
 * A fact of a year stands before the days of that year; nothing is dated that its source does not date.
 */
export function timelineOf(
  data: CaseData,
  source: (id: string) => Pick<SourceData, 'date' | 'title' | 'titleUnverified' | 'outlet'>,
): Moment[] {
  const facts = data.facts.flatMap(({ asOf, label, source: from, alsoIn, ...fact }): Moment[] =>
    asOf
      ? [
          {
            kind: 'fact',
            date: asOf,
            text: `${label}：${formatValue(fact)}`,
            sources: [...(from ? [from] : []), ...alsoIn],
          },
        ]
      : [],
  );
  const results = data.results.flatMap(({ asOf, label, source: from, ...result }): Moment[] =>
    asOf ? [{ kind: 'result', date: asOf, text: `${label}：${formatValue(result)}`, sources: [from] }] : [],
  );
  const reports = data.sources.flatMap((id): Moment[] => {
    const report = source(id);
    if (report.date === undefined) return [];
    return [{ kind: 'report', date: report.date, text: `报道${quotedTitle(report)}`, sources: [id] }];
  });
  return [...facts, ...results, ...reports].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
