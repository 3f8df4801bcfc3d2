import { z } from 'zod';
import { idSchema, textSchema } from './primitives.ts';

/** A character that many cannot read (难认的字), with its reading. */
export const hardCharacterSchema = z.strictObject({
  id: idSchema,
  character: z.string().regex(/^\p{Script=Han}$/u, '只写一个汉字'),
  pinyin: textSchema,
});
export type HardCharacter = z.infer<typeof hardCharacterSchema>;
