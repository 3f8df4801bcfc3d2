import type { z } from 'zod';
import { changeSchema, idSchema, keyOf } from './primitives.ts';

/** Pages drawn from tables, whose changes are noted in a table of their own: there is no header to write them in. */
export const tablePages = {
  permit: { label: '居住证自查' },
  document: { label: '条款要点' },
  targets: { label: '目标和结果' },
  glossary: { label: '名词解释' },
} as const;
export type TablePage = keyof typeof tablePages;

/** A change on such a page (更新说明). */
export const pageChangeSchema = changeSchema.extend({ id: idSchema, page: keyOf(tablePages) });
export type PageChange = z.infer<typeof pageChangeSchema>;
