import { z } from 'zod';
import { operatorSchema } from './operator.ts';
import { idSchema, keyOf, partialDateSchema, textSchema } from './primitives.ts';

/** What differs from city to city (data/city/): the place, the document, roles, counties, levels and words. */

const clauseId = z.string('写条款编号，例如 "3-7"').min(1, '写条款编号，例如 "3-7"');
const degrees = (most: number) => z.number().min(-most).max(most);

export const citySchema = z.strictObject({
  name: textSchema,
  province: textSchema,
  /** Its division code, ending in 00. */
  code: z.string('写成带引号的数字，例如 "130100"').regex(/^\d{4}00$/, '写六位区划代码，以 00 结尾'),
  /** WGS84 degrees around the whole city, loosely: a position outside is a mistake. */
  bounds: z
    .strictObject({ south: degrees(90), north: degrees(90), west: degrees(180), east: degrees(180) })
    .refine(({ south, north, west, east }) => south < north && west < east, '南边要小于北边，西边要小于东边')
    .optional(),
  /** Year of the division codes. */
  divisionsOf: z.string('写成带引号的年份，例如 "2023"').regex(/^\d{4}$/, '写四位年份'),
  site: z.strictObject({
    name: textSchema,
    short: textSchema,
    description: textSchema,
    author: textSchema,
    /** Name of the data package. */
    id: idSchema,
  }),
});
export type City = z.infer<typeof citySchema>;

/** The guidance (文件) the site is about. What its text does not give is left out. */
export const documentSchema = z.strictObject({
  title: textSchema,
  issuer: textSchema,
  /** 文号. */
  number: textSchema.optional(),
  date: partialDateSchema.optional(),
  /** The year its aims are set for. */
  targetYear: z.number('写年份，例如 2020').int().min(1949).max(2200).optional(),
  /**
   * Clauses that pages lean on: cases on 宣传报道, the home page on 总体布局, the checker on 居住证; and one that shows what a
   * citation looks like.
   */
  clauses: z
    .strictObject({
      publicity: clauseId.optional(),
      pattern: clauseId.optional(),
      permit: clauseId.optional(),
      example: clauseId.optional(),
    })
    .default({}),
  /** The part that holds for every county seat and small town, named or not. */
  forAll: clauseId.optional(),
  /** The explainer on residence permits. */
  permitPolicy: idSchema.optional(),
});
export type GuidanceDocument = z.infer<typeof documentSchema>;

/** What kind of role it is: a type of town, a group of towns, any other. */
export const roleFamilies = {
  type: { label: '类型' },
  cluster: { label: '群' },
  role: { label: '别的角色' },
} as const;
export type RoleFamily = keyof typeof roleFamilies;

/** Outlines of the marks on the picture (示意图), and patterns of the band on top of a page. */
export const markShapes = ['square', 'circle', 'diamond', 'flag', 'leaf', 'hexagon', 'seal'] as const;
export const motifNames = ['ore', 'twigs', 'eaves', 'awnings', 'rice', 'roads'] as const;
export type MarkShape = (typeof markShapes)[number];
export type Motif = (typeof motifNames)[number];

const yes = z.literal(true, '只写 true，或不写').optional();

/** Something a place can be in the guidance (角色). */
export const roleSchema = z
  .strictObject({
    id: idSchema,
    family: keyOf(roleFamilies),
    label: textSchema,
    /** Where it is defined. */
    clause: clauseId,
    /** The explainer about it. */
    policy: idSchema.optional(),
    /** Stands beside the list of its places: whom the guidance names that has no page of its own. */
    note: textSchema.optional(),
    /** Mark on the picture: one Chinese letter in a shape, so that colour is never needed to tell roles apart. */
    letter: textSchema.max(1, '只写一个字').optional(),
    shape: z.enum(markShapes).optional(),
    motif: z.enum(motifNames).optional(),
    /** Drawn as a large station. */
    hub: yes,
    /** The guidance calls it a place to visit. */
    touristic: yes,
  })
  .refine(({ letter, shape }) => (letter === undefined) === (shape === undefined), {
    error: 'letter 和 shape 要一起写，或者都不写',
    path: ['letter'],
  });
export type Role = z.infer<typeof roleSchema>;

/** A county, city or district (县、市、区) that places lie in. */
export const countySchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  code: z.string('写成带引号的数字，例如 "110101"').regex(/^\d{6}$/, '写六位区划代码'),
});
export type County = z.infer<typeof countySchema>;

/** What kind of unit a place is (层级): of the county level, no division at all (zone), or below a county. */
export const levelSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  is: z.enum(['county', 'zone']).optional(),
});
export type Level = z.infer<typeof levelSchema>;

/** An office that the guidance gives work to (牵头单位); aliases are what people call it: 住建局. */
export const unitSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  aliases: z.array(textSchema).default([]),
});
export type Unit = z.infer<typeof unitSchema>;

/** What is only said so of this city. What a city does not have is left out. */
export const wordsSchema = z.strictObject({
  /** Heading of the home page, and of the picture it is shared with. */
  home: textSchema,
  share: textSchema,
  /** Of every column, for its labels (网页标签). */
  keywords: z.array(textSchema).default([]),
  pattern: z.strictObject({ heading: textSchema, text: textSchema }).optional(),
  /** What kinds of place there are, in a sentence and in the description of a column. */
  places: textSchema,
  levels: textSchema,
  /** Headings of the groups of roles. */
  families: z.strictObject({
    type: textSchema.optional(),
    cluster: textSchema.optional(),
    role: textSchema.optional(),
  }),
  matrix: textSchema,
  matrixShort: textSchema,
  clusters: z.strictObject({ title: textSchema, about: textSchema }).optional(),
  permit: z
    .strictObject({
      lead: textSchema.optional(),
      poster: textSchema,
      figure: z.strictObject({ value: textSchema, label: textSchema }).optional(),
      scope: z.strictObject({ text: textSchema, doc: idSchema, article: textSchema }).optional(),
    })
    .optional(),
});
export type Words = z.infer<typeof wordsSchema>;

/** Files of one thing each, beside the tables of many rows. */
export const settingsFiles = {
  city: { file: 'city/city.yaml', schema: citySchema },
  document: { file: 'city/document.yaml', schema: documentSchema },
  words: { file: 'city/words.yaml', schema: wordsSchema },
  operator: { file: 'operator.yaml', schema: operatorSchema },
} as const;
export type SettingsName = keyof typeof settingsFiles;
export const settingsNames = Object.keys(settingsFiles) as SettingsName[];
export type Settings = { [K in SettingsName]: z.infer<(typeof settingsFiles)[K]['schema']> };
