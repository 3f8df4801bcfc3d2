import type { Content } from '#domain/model/types.ts';
import { writtenOf } from '#domain/model/content.ts';
import { unknownRows } from '#domain/site/unknown.ts';
import type { Report } from './report.ts';
import { isLater } from './sources.ts';

/** What became of a question (办到哪一步) is told of a row that is there, with days in their order. */
export function checkUnknown(content: Content, now: string, report: Report): void {
  if (content.unknownStatus.length === 0 || content.unreadable.length > 0) return;
  const rows = unknownRows(writtenOf(content));
  const ids = new Set(rows.map(({ id }) => id));
  for (const status of content.unknownStatus) {
    const { asked, answered } = status.data;
    if (!ids.has(status.id)) {
      const page = status.id.replace(/-[^-]*$/, '');
      const own = rows.filter((row) => row.page.key === page).map(({ id }) => id);
      const remedy =
        own.length > 0
          ? `那句话改过，或者查到了；这一页现在的编号：${own.join('、')}。查到了就删去这一行`
          : '编号见 /unknown/；查到了就删去这一行';
      report.error(status, ['id'], `没有「${status.id}」这一条`, remedy);
    }
    if (isLater(asked, now)) report.error(status, ['asked'], `「${asked}」还没有到`, '写递交申请的那一天');
    if (answered && isLater(answered, now)) {
      report.error(status, ['answered'], `「${answered}」还没有到`, '写收到答复的那一天');
    }
    if (answered && isLater(asked, answered)) {
      report.error(status, ['answered'], `答复（${answered}）早于申请（${asked}）`, '核对两个日期');
    }
  }
}
