import { z } from 'zod';
import { textSchema } from './primitives.ts';

/**
 * A county-level or town-level division of the city (区划), named in the guidance or not. The id is its statistical code: six
 * digits for counties, districts and zones, nine for towns, townships and subdistricts, which begin with those of their county.
 */
export const divisionSchema = z.strictObject({
  id: z.string('写成带引号的数字，例如 "110101001"').regex(/^\d{6}(\d{3})?$/, '区划代码是 6 或 9 位数字'),
  name: textSchema,
  /** Old or other names. */
  aliases: z.array(textSchema).default([]),
});
export type Division = z.infer<typeof divisionSchema>;
