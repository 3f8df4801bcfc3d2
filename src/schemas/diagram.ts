import { z } from 'zod';
import { idSchema, textSchema } from './primitives.ts';

const point = z.tuple([z.number(), z.number()]);

/**
 * A line of the picture (示意图): who stands on it and how it is drawn.
 * Members come from roles or counties, so that the picture cannot disagree with the pages.
 */
export const diagramLineSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  /** Members: holders of a role, or the places of counties that stand on no line of a role. */
  members: z.union([z.strictObject({ role: idSchema }), z.strictObject({ counties: z.array(idSchema).min(1) })]),
  /** Points of the drawn line, in the picture's units (about one pixel). */
  points: z.array(point).min(2),
  labelAt: point,
});

export const diagramStationSchema = z.strictObject({
  /** Id of the place. */
  id: idSchema,
  at: point,
  label: z.enum(['right', 'below', 'above']).default('right'),
});

export type DiagramLine = z.infer<typeof diagramLineSchema>;
export type DiagramStation = z.infer<typeof diagramStationSchema>;
