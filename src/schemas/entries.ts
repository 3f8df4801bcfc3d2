import { z } from 'zod';
import type { City } from './city.ts';
import { factSchema, placeFactSchema } from './fact.ts';
import { freshness, idSchema, keyOf, partialDateSchema, textSchema } from './primitives.ts';
import type { PageKind } from './kinds.ts';
import { confidences, lifeEvents, sourceCopies, sourceKinds } from './vocabulary.ts';

const clauseRef = z.string('写条款编号，例如 "3-7"').min(1, '写条款编号，例如 "3-7"');

const basis = { clauses: z.array(clauseRef).default([]), sources: z.array(idSchema).default([]) };
/** What a sentence outside the prose rests on: clauses, sources, or both. */
export type Basis = z.infer<z.ZodObject<typeof basis>>;
const hasBasis = ({ clauses, sources }: Basis) => clauses.length + sources.length > 0;

const questionSchema = z
  .strictObject({
    q: textSchema,
    a: textSchema,
    /** Where it stands on /questions/. */
    life: keyOf(lifeEvents),
    /** What people come for most: the home page leads to it. */
    often: z.literal(true, '只写 true，或者整项不写').optional(),
    ...basis,
  })
  .refine(hasBasis, { error: '答案要有依据：写 clauses（条款）或 sources（出处）', path: ['clauses'] });
export type Question = z.infer<typeof questionSchema>;

/** What headers may name of a city (data/city/); a list that could not be read holds any id. */
export interface CityIds {
  roles?: readonly string[] | undefined;
  counties?: readonly string[] | undefined;
  levels?: readonly string[] | undefined;
  city?: Pick<City, 'name' | 'bounds'> | undefined;
}
const oneOf = (ids: readonly string[] | undefined) => (ids ? z.enum(ids as [string, ...string[]]) : idSchema);

/** Degrees within the city's bounds. */
function degrees(city: CityIds['city'], kind: '北纬' | '东经'): z.ZodNumber {
  if (!city?.bounds) return z.number();
  const { south, north, west, east } = city.bounds;
  const [least, most] = kind === '北纬' ? [south, north] : [west, east];
  const message = `不在${city.name}范围内（${kind} ${least} 到 ${most}）`;
  return z.number().min(least, message).max(most, message);
}

/** What a place is in the guidance, and the clause that says so. */
const placeRoleSchema = ({ roles }: CityIds) =>
  z.strictObject({
    role: oneOf(roles),
    clause: clauseRef,
    also: z.array(clauseRef).default([]),
    /** `implied`: the clause speaks of a group the place belongs to and does not name it. */
    basis: z.enum(['named', 'implied']).default('named'),
    note: textSchema.optional(),
  });

/** Everyday words for an entry: what people type when they look for it. */
const asks = z.array(textSchema).default([]);

const photo = z.strictObject({
  file: textSchema,
  alt: textSchema,
  author: textSchema,
  date: partialDateSchema,
  licence: textSchema,
});

export const placeSchema = (ids: CityIds) =>
  z.strictObject({
    title: textSchema,
    officialName: textSchema,
    pinyin: textSchema,
    level: oneOf(ids.levels),
    county: oneOf(ids.counties).optional(),
    code: z
      .string('写成带引号的数字，例如 "110101001"')
      .regex(/^\d{6}(\d{3}(\d{3})?)?$/, '区划代码是 6、9 或 12 位数字')
      .optional(),
    aliases: z.array(textSchema).default([]),
    asks,
    /** WGS84 degrees. */
    latitude: degrees(ids.city, '北纬').optional(),
    longitude: degrees(ids.city, '东经').optional(),
    positionSource: idSchema.optional(),
    /** Kilometres by which the point may be off. */
    precisionKm: z.number().positive().optional(),
    /** Straight line to the centre of the city, kilometres, from the coordinates. */
    distanceKm: z.number().nonnegative().optional(),
    summary: textSchema,
    roles: z.array(placeRoleSchema(ids)).min(1, '至少要有一个角色'),
    facts: z.array(placeFactSchema).default([]),
    /** A doubtful point a reader should know. */
    caveat: z
      .strictObject({ text: textSchema, ...basis })
      .refine(hasBasis, { error: '说明要有依据：写 clauses（条款）或 sources（出处）', path: ['clauses'] })
      .optional(),
    /** Sources of name, code and rank. */
    sources: z.array(idSchema).default([]),
    photo: photo.optional(),
    ...freshness,
  });

export const clusterSchema = ({ roles }: CityIds) =>
  z.strictObject({
    title: textSchema,
    /** The role that makes a place a member. */
    role: oneOf(roles),
    clauses: z.array(clauseRef).min(1),
    /** Kilometres around the centre of the city, where the first clause gives them. */
    radiusKm: z.number().positive().optional(),
    asks,
    summary: textSchema,
    ...freshness,
  });

/** What the guidance says and a later rule replaced (以前、现在、依据、从哪天起). */
const replacedSchema = z.strictObject({
  /** As the guidance has it; `clause` says where. */
  before: textSchema,
  clause: clauseRef,
  now: textSchema,
  basis: z.strictObject({ source: idSchema, article: textSchema }),
  since: partialDateSchema,
});
export type Replaced = z.infer<typeof replacedSchema>;

export const policySchema = z.strictObject({
  title: textSchema,
  /** Name in menus and lists; at most twelve characters. */
  short: textSchema.max(12, '最多十二个字'),
  /** One sentence that says it all. */
  summary: textSchema,
  clauses: z.array(clauseRef).min(1, '至少写一条条款'),
  /** Stands alone at the top of the page and on the notice board: what, for whom. At most 200 characters. */
  notice: textSchema.max(200, '最多二百个字'),
  /** To be read out over the village loudspeaker (村村响): figures as they are spoken, sources in words. */
  radio: textSchema.max(300, '最多三百个字').optional(),
  asks,
  /** Shown in 后来怎样. */
  replaced: z.array(replacedSchema).default([]),
  facts: z.array(factSchema).default([]),
  questions: z.array(questionSchema).default([]),
  ...freshness,
});

const resultSchema = z.strictObject({
  label: textSchema,
  value: z.union([z.number(), textSchema]),
  unit: textSchema.optional(),
  /** Left out only where the source gives none. */
  asOf: partialDateSchema.optional(),
  source: idSchema,
  note: textSchema.optional(),
});

export const caseSchema = z.strictObject({
  title: textSchema,
  /** Two or three sentences ready to quote, with attribution. */
  summary: textSchema,
  /** When it was first reported; left out where no report bears a date. */
  date: partialDateSchema.optional(),
  firstReported: idSchema,
  places: z.array(idSchema).default([]),
  themes: z.array(idSchema).min(1, '至少写一个主题'),
  asks,
  actions: z.array(textSchema).min(1),
  results: z.array(resultSchema).default([]),
  facts: z.array(factSchema).default([]),
  /** Who is in charge (负责的人), where a source gives the name. */
  people: z.array(z.strictObject({ name: textSchema, role: textSchema, source: idSchema })).default([]),
  sources: z.array(idSchema).min(1, '至少写一个出处'),
  confidence: keyOf(confidences).default('high'),
  related: z.array(idSchema).default([]),
  ...freshness,
});

export const sourceSchema = z.strictObject({
  title: textSchema,
  outlet: textSchema,
  date: partialDateSchema.optional(),
  kind: keyOf(sourceKinds),
  url: z.url({ protocol: /^https?$/, error: '写完整网址，以 http:// 或 https:// 开头' }).optional(),
  author: textSchema.optional(),
  /** What a reader should know of this source: reprint, date from the page, no date found. */
  note: textSchema.optional(),
  /** How a reader finds it (怎么找到): one short sentence; needed where there is no address. */
  find: textSchema.optional(),
  /** Which text was read. Left out where that is not known. */
  copy: keyOf(sourceCopies).optional(),
  /** The title is a description by this site, not a real one (题名未核). */
  titleUnverified: z.literal(true, '只写 true，或者整项不写').optional(),
});

export const clauseSchema = z.strictObject({
  id: z.string().regex(/^\d+(-\d+)*$/),
  label: textSchema,
  heading: textSchema,
  gist: textSchema,
  terms: z.array(textSchema),
  /** Who takes the lead (牵头单位), by the ids of data/city/units.yaml, and until when, where the guidance says so. */
  leads: z.array(idSchema).default([]),
  deadline: textSchema.optional(),
});

export const glossarySchema = z.strictObject({
  id: idSchema,
  term: textSchema,
  plain: textSchema,
  clauses: z.array(clauseRef).default([]),
  sources: z.array(idSchema).default([]),
  aliases: z.array(textSchema).default([]),
});

export const targetSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** The figure as the guidance gives it; null where the aim is 全覆盖 or 全部. */
  value: z.number().nullable(),
  unit: textSchema.nullable(),
  clause: clauseRef,
  scope: textSchema,
  deadline: textSchema.nullable(),
  outcome: textSchema,
  /** known: figures of the same scope; partial: figures that cannot be compared directly; unknown: none found. */
  outcomeStatus: z.enum(['known', 'partial', 'unknown']),
  outcomeAsOf: partialDateSchema.nullable(),
  sources: z.array(idSchema),
  caution: textSchema.optional(),
  /** Residents counted where the target holds, drawn in this order; `name` where the census has another one. */
  census: z.array(z.strictObject({ place: idSchema, fact: idSchema, name: textSchema.optional() })).default([]),
});

/** What the header of each kind of page holds. */
export const pageSchemas = (ids: CityIds) =>
  ({
    policies: policySchema,
    places: placeSchema(ids),
    clusters: clusterSchema(ids),
    cases: caseSchema,
  }) satisfies Record<PageKind, z.ZodType>;

/** Headers as the schemas give them, by kind of page. */
export type PageData = { [K in PageKind]: z.infer<ReturnType<typeof pageSchemas>[K]> };
export type PolicyData = PageData['policies'];
export type PlaceData = PageData['places'];
export type ClusterData = PageData['clusters'];
export type CaseData = PageData['cases'];
export type SourceData = z.infer<typeof sourceSchema>;
export type Clause = z.infer<typeof clauseSchema>;
export type GlossaryTerm = z.infer<typeof glossarySchema>;
export type Target = z.infer<typeof targetSchema>;
