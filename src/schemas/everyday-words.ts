import { z } from 'zod';
import { idSchema, textSchema } from './primitives.ts';

/**
 * A row of what people say (平常说法). With `pages`: these words lead there, the most fitting first, `term` being the official
 * one. With `instead`: this site holds nothing on it, and that is what to tell. With neither: the words mean the same.
 */
export const everydayWordsSchema = z
  .strictObject({
    id: idSchema,
    synonyms: z.array(textSchema).min(1, '至少写一个平常说法'),
    term: textSchema.optional(),
    pages: z.array(textSchema).default([]),
    instead: textSchema.optional(),
    /** The words are names of other places: they decide only where a question begins with them. */
    elsewhere: z.literal(true, '只写 true，或者整项不写').optional(),
  })
  .refine(({ pages, instead }) => pages.length === 0 || instead === undefined, {
    error: 'pages 和 instead 只写一个：本站有的写 pages（去哪一页），没有的写 instead（告诉读者什么）',
    path: ['instead'],
  });
export type EverydayWords = z.infer<typeof everydayWordsSchema>;
