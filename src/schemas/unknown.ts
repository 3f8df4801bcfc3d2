import { z } from 'zod';
import { partialDateSchema } from './primitives.ts';

const day = partialDateSchema.refine((date) => date.length === 10, '写到哪一天，例如 "2026-12-01"');

/** What became of a question on /unknown/ (办到哪一步): nobody has asked (未问) what stands not in the table. */
export const unknownStatusSchema = z.strictObject({
  /** The number of the row (编号), as /unknown/ shows it. */
  id: z.string().min(1),
  /** When the request was handed in (已申请). */
  asked: day,
  /** When it was answered (已答复). What the answer says goes into the page, and the row goes with the gap. */
  answered: day.optional(),
});
export type UnknownStatus = z.infer<typeof unknownStatusSchema>;
