import { z } from 'zod';
import { idSchema, textSchema } from './primitives.ts';

/**
 * What people say (平常说法) → the official term → the pages about it, the most fitting first.
 * No pages: people ask for it, and this site holds nothing on it; `instead` then tells them so.
 */
export const everydayWordsSchema = z
  .strictObject({
    id: idSchema,
    synonyms: z.array(textSchema).min(1, '至少写一个平常说法'),
    term: textSchema.optional(),
    pages: z.array(textSchema).default([]),
    instead: textSchema.optional(),
  })
  .refine((entry) => entry.pages.length > 0 || entry.instead !== undefined, {
    error: '写 pages（去哪一页）；本站没有的，写 instead（告诉读者什么）',
    path: ['pages'],
  });
export type EverydayWords = z.infer<typeof everydayWordsSchema>;
