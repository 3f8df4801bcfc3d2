import { z } from 'zod';

/** Keys of a closed table as a Zod enum. */
export function keyOf<T extends Record<string, unknown>>(table: T) {
  return z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]);
}

export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '只用小写字母、数字和连字符，例如 xincun-zhen');

/** A real day, month or year of the calendar: 2023, 2023-09 or 2023-09-13. */
export const partialDateSchema = z
  .string('写成带引号的文字，例如 "2023-09"')
  .regex(/^\d{4}(-\d{2}){0,2}$/, { error: '写成 2023、2023-09 或 2023-09-13', abort: true })
  .refine(isCalendarDate, '日历上没有这一天，请核对');

/** Publishing time, Beijing time, to the minute: 2026-11-24 09:00. */
export const timestampSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, {
    error: '写成 2026-11-24 09:00（北京时间）',
    abort: true,
  })
  .refine((text) => isCalendarDate(text.slice(0, 10)), '日历上没有这一天，请核对');

const textOf = (most: number) => z.string().trim().min(1, '不能空着').max(most, `最多 ${most} 个字，长的写进正文`);

/** No field is a book: what is longer was pasted into the wrong one. */
export const textSchema = textOf(1000);

/** One line of at most so many characters: names, titles, labels. Signs alone name nothing. */
export const oneLine = (most: number) =>
  textOf(most)
    .refine((text) => !text.includes('\n'), '只写一行，中间不换行')
    .refine((text) => text === '' || /[\p{L}\p{N}%℃℉°]/u.test(text), '只有标点，写成有字的');
/** Stands large on pages, posters and pictures. */
export const titleSchema = oneLine(40);
/** Names and what a thing is called otherwise. */
export const nameSchema = oneLine(30);
export const labelSchema = oneLine(60);
export const summarySchema = oneLine(200);

/** Each item once: one written twice is a slip, or stands for another one. */
export function eachOnce<T extends z.ZodType>(item: T) {
  return z.array(item).superRefine((items, context) => {
    items.forEach((value, index) => {
      if (items.indexOf(value) < index)
        context.addIssue({ code: 'custom', path: [index], message: '写了两遍，删去一个', input: value });
    });
  });
}

/** What changed (更新说明). A note that begins with 「更正：」, or that has `corrects`, mends an error; any other one adds. */
export const changeSchema = z.strictObject({
  date: timestampSchema,
  note: textSchema,
  /** What stood there, and since when, where the note does not say it. */
  corrects: z.strictObject({ was: textSchema, since: partialDateSchema.optional() }).optional(),
});
export type Change = z.infer<typeof changeSchema>;

/** When an entry was published and last changed; shown on the page, used by feeds and sitemap. */
export const freshness = {
  published: timestampSchema,
  updated: timestampSchema,
  changes: z.array(changeSchema).min(1, '至少写一条更新说明'),
};

export function isCalendarDate(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
