import type { Content, Located } from '#domain/model/types.ts';
import { pageEntries } from '#domain/model/content.ts';
import { textsIn } from '#domain/model/text.ts';
import type { Report } from './report.ts';
import { isLater } from './sources.ts';

/** Fields that say when something was: none of them can be still to come. Publishing times are looked at in whole.ts. */
const fields = new Set(['asOf', 'outcomeAsOf']);

/** No figure, photograph or recording is of a day that has not come. */
export function checkDates(content: Content, now: string, report: Report): void {
  const { document } = content.settings;
  if (document?.data.date && isLater(document.data.date, now))
    report.error(document, ['date'], `「${document.data.date}」还没有到`, '写文件的日期');
  const rows: (Located & { data: object })[] = [
    ...pageEntries(content).map(({ entry }) => entry),
    ...content.targets,
    ...content.permit.entitlements,
  ];
  for (const row of rows) {
    for (const { text, field } of textsIn(row.data)) {
      const [of, key] = [String(field.at(-2)), String(field.at(-1))];
      const isMade = key === 'date' && ['photo', 'recording'].includes(of);
      if ((fields.has(key) || isMade) && isLater(text, now))
        report.error(row, field, `「${text}」还没有到`, '核对日期；写出处里说的时间');
    }
  }
}
