import { z } from 'zod';
import { censusKinds, placeTopics } from './place-topics.ts';
import { confidences } from './vocabulary.ts';
import { eachOnce, idSchema, keyOf, labelSchema, oneLine, partialDateSchema, textSchema } from './primitives.ts';

/** A number without quotes, or a short sentence. */
export const valueSchema = z.union([
  z.number('写普通的数，或者文字'),
  textSchema.refine(
    (text) => !/^[-+]?(?:[\d０-９.,，．_]+(?:e[-+]?\d*)?|\.?(?:nan|inf|infinity))$/iu.test(text),
    '是数就写半角数字，不加引号和逗号，例如 1200',
  ),
]);
export const unitSchema = oneLine(12);

/** Only what goes below nought may be written so: degrees, what grew or shrank. Nobody counts minus three towns. */
export const countable: [
  holds: (counted: { value: number | string; unit?: string | undefined }) => boolean,
  otherwise: { error: string; path: PropertyKey[] },
] = [
  ({ value, unit = '' }) => typeof value !== 'number' || value >= 0 || /℃|度|%|％|百分点|米/u.test(unit),
  { error: '数量不能是负数，核对这个数', path: ['value'] },
];

/**
 * One traced statement (事实): a figure with its unit, or a short sentence.
 * It comes either from a clause of the guidance or from a source, never from both.
 */
export const factSchema = z
  .strictObject({
    id: idSchema,
    label: labelSchema,
    value: valueSchema,
    /** As the source writes it: 万亩, 亩, 户. */
    unit: unitSchema.optional(),
    /** The day, month or year the fact was true or reported; left out only where the source gives none. */
    asOf: partialDateSchema.optional(),
    clause: textSchema.optional(),
    source: idSchema.optional(),
    /** Further sources that say the same. */
    alsoIn: eachOnce(idSchema).default([]),
    confidence: keyOf(confidences).default('high'),
    note: textSchema.optional(),
  })
  .refine(...countable)
  .refine(({ source, alsoIn }) => source === undefined || !alsoIn.includes(source), {
    error: '和 source 是同一个出处，删去',
    path: ['alsoIn'],
  })
  .refine((fact) => (fact.clause === undefined) !== (fact.source === undefined), {
    error: '要有出处：写 source（出处编号）或 clause（条款编号），二者写一个',
    path: ['source'],
  });
export type Fact = z.infer<typeof factSchema>;

/** A fact of a place, with what the figures on its page (一眼看) are drawn from. */
export const placeFactSchema = factSchema.safeExtend({
  /** A point on its line of years (时间线): the year, and in a few words what happened. */
  event: z
    .strictObject({
      year: z.int().min(1000, '写四位数的公元年份').max(2100, '写四位数的公元年份'),
      what: textSchema.max(16, '最多十六个字'),
    })
    .optional(),
  /** Months of the year (几月) that the value names, 1 to 12, in their order. */
  months: z.array(z.int().min(1, '写1到12').max(12, '写1到12')).min(1).optional(),
  /** Residents counted in a census (普查常住人口): of which unit, and of what kind it is. */
  census: z.strictObject({ of: textSchema.max(6, '最多六个字'), kind: keyOf(censusKinds) }).optional(),
  /** Which of the things one would want to know (想知道的事) it tells. */
  answers: z.array(keyOf(placeTopics)).default([]),
});
export type PlaceFact = z.infer<typeof placeFactSchema>;
