import type { Content, Located } from '#domain/model/types.ts';
import { pageEntries } from '#domain/model/content.ts';
import type { Report } from './report.ts';
import { isLater } from './sources.ts';

/** Fields that say when something was: none of them can be still to come. Publishing times are looked at in whole.ts. */
const fields = new Set(['asOf', 'outcomeAsOf']);

/** No figure, photograph or recording is of a day that has not come. */
export function checkDates(content: Content, now: string, report: Report): void {
  const walk = (where: Located, value: unknown, field: readonly PropertyKey[]): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(where, item, [...field, index]);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        const isMade = key === 'date' && ['photo', 'recording'].includes(String(field.at(-1)));
        if (typeof item !== 'string') walk(where, item, [...field, key]);
        else if ((fields.has(key) || isMade) && isLater(item, now))
          report.error(where, [...field, key], `「${item}」还没有到`, '核对日期；写出处里说的时间');
      }
    }
  };
  const { document } = content.settings;
  if (document?.data.date && isLater(document.data.date, now))
    report.error(document, ['date'], `「${document.data.date}」还没有到`, '写文件的日期');
  const rows: (Located & { data: object })[] = [
    ...pageEntries(content).map(({ entry }) => entry),
    ...content.targets,
    ...content.permit.entitlements,
  ];
  for (const row of rows) walk(row, row.data, []);
}
