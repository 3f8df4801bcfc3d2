import { z } from 'zod';
import { idSchema, textSchema } from './primitives.ts';

/**
 * How people ask (问法), in whole sentences or some words: of a page or of something the checker knows (`page`), or of what this
 * site does not hold, with what to tell then (`instead`).
 */
export const asksSchema = z
  .strictObject({
    id: idSchema,
    page: textSchema.optional(),
    instead: textSchema.optional(),
    asks: z.array(textSchema).min(1, '至少写一句问法'),
  })
  .refine(({ page, instead }) => (page === undefined) !== (instead === undefined), {
    error: 'page 和 instead 写一个，也只写一个：本站有的写 page（哪一页答），没有的写 instead（告诉读者什么）',
    path: ['page'],
  });
export type Asks = z.infer<typeof asksSchema>;
