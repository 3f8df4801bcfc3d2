import { z } from 'zod';
import { confidences } from './vocabulary.ts';
import { idSchema, keyOf, partialDateSchema, textSchema } from './primitives.ts';

/**
 * One traced statement (事实): a figure with its unit, or a short sentence.
 * It comes either from a clause of the guidance or from a source, never from both.
 */
export const factSchema = z
  .strictObject({
    id: idSchema,
    label: textSchema,
    value: z.union([z.number(), textSchema]),
    /** As the source writes it: 万亩, 亩, 户. */
    unit: textSchema.optional(),
    /** The day, month or year the fact was true or reported; left out only where the source gives none. */
    asOf: partialDateSchema.optional(),
    clause: textSchema.optional(),
    source: idSchema.optional(),
    /** Further sources that say the same. */
    alsoIn: z.array(idSchema).default([]),
    confidence: keyOf(confidences).default('high'),
    note: textSchema.optional(),
  })
  .refine((fact) => (fact.clause === undefined) !== (fact.source === undefined), {
    error: '要有出处：写 source（出处编号）或 clause（条款编号），二者写一个',
    path: ['source'],
  });
export type Fact = z.infer<typeof factSchema>;
