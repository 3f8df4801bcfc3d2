import { z } from 'zod';
import type { City } from './city.ts';
import { countable, factSchema, placeFactSchema, unitSchema, valueSchema } from './fact.ts';
import {
  eachOnce,
  freshness,
  idSchema,
  keyOf,
  labelSchema,
  oneLine,
  nameSchema,
  partialDateSchema,
  summarySchema,
  textSchema,
  titleSchema,
} from './primitives.ts';
import type { PageKind } from './kinds.ts';
import { confidences, lifeEvents, sourceCopies, sourceKinds } from './vocabulary.ts';

const clauseRef = z.string('写条款编号，例如 "3-7"').min(1, '写条款编号，例如 "3-7"');

const basis = { clauses: eachOnce(clauseRef).default([]), sources: eachOnce(idSchema).default([]) };
/** What a sentence outside the prose rests on: clauses, sources, or both. */
export type Basis = z.infer<z.ZodObject<typeof basis>>;
const hasBasis = ({ clauses, sources }: Basis) => clauses.length + sources.length > 0;

const questionSchema = z
  .strictObject({
    q: labelSchema,
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
    also: eachOnce(clauseRef).default([]),
    /** `implied`: the clause speaks of a group the place belongs to and does not name it. */
    basis: z.enum(['named', 'implied']).default('named'),
    note: textSchema.optional(),
  });

/** Everyday words for an entry: what people type when they look for it. */
const mostNames = 60;
const asks = z.array(labelSchema).max(mostNames, `最多 ${mostNames} 个`).default([]);

const photo = z.strictObject({
  file: textSchema,
  alt: textSchema,
  author: textSchema,
  date: partialDateSchema,
  licence: textSchema,
});

export const placeSchema = (ids: CityIds) =>
  z
    .strictObject({
      title: titleSchema,
      officialName: nameSchema,
      pinyin: labelSchema.regex(/^\P{Script=Han}+$/u, '用拼音字母写，例如 Wūlājiē Mǎnzú Zhèn'),
      level: oneOf(ids.levels),
      county: oneOf(ids.counties).optional(),
      code: z
        .string('写成带引号的数字，例如 "110101001"')
        .regex(/^\d{6}(\d{3}(\d{3})?)?$/, '区划代码是 6、9 或 12 位数字')
        .optional(),
      aliases: z.array(nameSchema).max(mostNames, `最多 ${mostNames} 个`).default([]),
      asks,
      /** WGS84 degrees. */
      latitude: degrees(ids.city, '北纬').optional(),
      longitude: degrees(ids.city, '东经').optional(),
      positionSource: idSchema.optional(),
      /** Kilometres by which the point may be off. */
      precisionKm: z.number().positive().optional(),
      /** Straight line to the centre of the city, kilometres, from the coordinates. */
      distanceKm: z.number().nonnegative().max(500, '离市中心最多 500 公里，核对这个数').optional(),
      summary: summarySchema,
      roles: z
        .array(placeRoleSchema(ids))
        .min(1, '至少要有一个角色')
        .refine(
          (roles) => new Set(roles.map(({ role }) => role)).size === roles.length,
          '同一个角色写了两遍，合成一项，别的条款写在 also',
        ),
      facts: z.array(placeFactSchema).default([]),
      /** A doubtful point a reader should know. */
      caveat: z
        .strictObject({ text: textSchema, ...basis })
        .refine(hasBasis, { error: '说明要有依据：写 clauses（条款）或 sources（出处）', path: ['clauses'] })
        .optional(),
      /** Sources of name, code and rank. */
      sources: eachOnce(idSchema).default([]),
      photo: photo.optional(),
      ...freshness,
    })
    .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
      error: '北纬 latitude 和东经 longitude 要一起写，或者都不写',
      path: ['longitude'],
    });

export const clusterSchema = ({ roles }: CityIds) =>
  z.strictObject({
    title: titleSchema,
    /** The role that makes a place a member. */
    role: oneOf(roles),
    clauses: eachOnce(clauseRef).min(1),
    /** Kilometres around the centre of the city, where the first clause gives them. */
    radiusKm: z.number().positive().optional(),
    asks,
    summary: summarySchema,
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
  title: titleSchema,
  /** Name in menus and lists; at most twelve characters. */
  short: textSchema.max(12, '最多十二个字'),
  /** One sentence that says it all. */
  summary: summarySchema,
  clauses: eachOnce(clauseRef).min(1, '至少写一条条款'),
  /** Stands alone at the top of the page and on the notice board: what, for whom. At most 200 characters. */
  notice: textSchema.max(200, '最多二百个字'),
  /** To be read out over the village loudspeaker (村村响): figures as they are spoken, sources in words. */
  radio: textSchema.max(300, '最多三百个字').optional(),
  /** The operator's recording (录音) of the radio text: an MP3 beside this file, how long it is, of which day, who speaks. */
  recording: z
    .strictObject({
      file: z.string().regex(/^[\w-]+\.mp3$/, '写同一目录里的 MP3 文件名'),
      seconds: z.int().positive(),
      date: partialDateSchema,
      speaker: textSchema,
    })
    .optional(),
  /** The fact (数字) of the title, that stands large on the poster; most posters have none. */
  posterFigure: idSchema.optional(),
  /** One or two sentences to send on (短文字): what, and what is left open. */
  brief: textSchema.max(60, '最多六十个字').optional(),
  /** Points of the long picture (一图读懂), each with its clause. */
  points: z
    .array(
      z.strictObject({
        head: textSchema.max(10, '最多十个字'),
        text: textSchema.max(60, '最多六十个字'),
        clause: clauseRef,
      }),
    )
    .max(6, '最多六点')
    .default([]),
  asks,
  /** Shown in 后来怎样. */
  replaced: z.array(replacedSchema).default([]),
  facts: z.array(factSchema).default([]),
  questions: z.array(questionSchema).default([]),
  ...freshness,
});

const resultSchema = z
  .strictObject({
    label: labelSchema,
    value: valueSchema,
    unit: unitSchema.optional(),
    /** Left out only where the source gives none. */
    asOf: partialDateSchema.optional(),
    source: idSchema,
    note: textSchema.optional(),
  })
  .refine(...countable);

export const caseSchema = z.strictObject({
  title: titleSchema,
  /** Two or three sentences ready to quote, with attribution. */
  summary: summarySchema,
  /** When it was first reported; left out where no report bears a date. */
  date: partialDateSchema.optional(),
  firstReported: idSchema,
  places: eachOnce(idSchema).default([]),
  themes: eachOnce(idSchema).min(1, '至少写一个主题'),
  asks,
  actions: z.array(textSchema).min(1),
  results: z.array(resultSchema).default([]),
  facts: z.array(factSchema).default([]),
  /** Who is in charge (负责的人), where a source gives the name. */
  people: z.array(z.strictObject({ name: textSchema, role: textSchema, source: idSchema })).default([]),
  sources: eachOnce(idSchema).min(1, '至少写一个出处'),
  confidence: keyOf(confidences).default('high'),
  related: eachOnce(idSchema).default([]),
  ...freshness,
});

/** Whether others can open it too: a name with a dot, no address of a network's own. */
function isPublic(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname.includes('.') &&
    !/(?:^|\.)(?:localhost|local|lan|internal)$|^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(
      hostname,
    )
  );
}

export const sourceSchema = z.strictObject({
  title: oneLine(200),
  outlet: oneLine(100),
  date: partialDateSchema.optional(),
  kind: keyOf(sourceKinds),
  url: z
    .url({ protocol: /^https?$/, error: '写完整网址，以 http:// 或 https:// 开头', abort: true })
    .max(500, '最多 500 个字符，删去网址里跟踪用的部分')
    .refine((url) => !/[\s"<>\\^`{|}]/u.test(url), '网址里有空格、引号或尖括号，删去')
    .refine((url) => !/^\w+:\/\/[^/?#]*@/.test(url), '网址里有用户名或密码，删去 @ 和它前面的部分')
    .refine(isPublic, '只有自己的电脑或内部网打得开，写大家都打得开的网址')
    .optional(),
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
  id: z
    .string('写成带引号的编号，例如 "3-7"')
    .regex(/^(?:0|[1-9]\d*)(?:-[1-9]\d*)*$/, '写数字和连字符，例如 "3-7" 是三(七)'),
  label: textSchema,
  heading: textSchema,
  gist: textSchema,
  terms: z.array(textSchema),
  /** Who takes the lead (牵头单位), by the ids of data/city/units.yaml, and until when, where the guidance says so. */
  leads: eachOnce(idSchema).default([]),
  deadline: textSchema.optional(),
});

export const glossarySchema = z.strictObject({
  id: idSchema,
  term: textSchema,
  plain: textSchema,
  clauses: eachOnce(clauseRef).default([]),
  sources: eachOnce(idSchema).default([]),
  aliases: z.array(nameSchema).default([]),
});

export const targetSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  /** The figure as the guidance gives it; null where the aim is 全覆盖 or 全部. */
  value: z.number().nullable(),
  unit: unitSchema.nullable(),
  clause: clauseRef,
  scope: textSchema,
  deadline: textSchema.nullable(),
  outcome: textSchema,
  /** known: figures of the same scope; partial: figures that cannot be compared directly; unknown: none found. */
  outcomeStatus: z.enum(['known', 'partial', 'unknown']),
  outcomeAsOf: partialDateSchema.nullable(),
  sources: eachOnce(idSchema),
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
