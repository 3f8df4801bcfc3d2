import { z } from 'zod';
import { eachOnce, idSchema, keyOf, partialDateSchema, textSchema } from './primitives.ts';

/** Headings under which an entitlement (权益) may stand, as results, the overview and the review name them. */
export const permitHeadings = {
  now: { label: '现在可能用得上' },
  later: { label: '以后可能用得上' },
  maybe: { label: '本地没查到，要先问' },
} as const;
export type PermitHeading = keyof typeof permitHeadings;

/** What the permit (居住证) has to do with an entitlement. */
export const permitRoles = {
  'not-needed': { label: '不看居住证' },
  'guaranteed-by-permit': { label: '有证时写明可以要求' },
  'half-year-counts': { label: '不看居住证，住满半年的算常住' },
  'one-of-proofs': { label: '居住证是可用的证明之一' },
  'getting-it': { label: '这就是办居住证' },
  needed: { label: '要有居住证' },
  'main-proof': { label: '居住证是主要凭据' },
  shortcut: { label: '有居住证或本地户口，手续更直接' },
  'unknown-local': { label: '本地要不要居住证没有查到' },
} as const;
export type PermitRole = keyof typeof permitRoles;

/** How sure a rule or step is (把握). */
export const permitConfidences = {
  high: { label: '有法规文本或几处互证' },
  medium: { label: '出处一般，或本市做法没有查到' },
  low: { label: '只有线索，没有查到规定' },
} as const;
export type PermitConfidence = keyof typeof permitConfidences;

const ids = eachOnce(idSchema).default([]);
const hotlines = z.array(z.string('写成带引号的号码，例如 "12345"').regex(/^\d{5}$/, '热线是五位号码')).default([]);
const texts = eachOnce(textSchema).default([]);
const clauses = eachOnce(z.string('写条款编号，例如 "3-3"')).default([]);
const sources = eachOnce(idSchema).min(1, '至少写一个出处');
const confidence = keyOf(permitConfidences);

const optionSchema = z.strictObject({
  id: idSchema,
  text: textSchema,
  /** A clause that stands alone, for 「您的回答」 and for conditions: 户口在外省. */
  short: textSchema,
});

/** Where a statement stands: a law by its id in docs.yaml, and the article. */
const basis = z.array(z.strictObject({ doc: idSchema, article: textSchema })).min(1, '至少写一条依据');

/** What somebody comes for (需求): one thing for one counter. What belongs to it is said by the decisions. */
export const needSchema = z.strictObject({
  id: idSchema,
  /** Words of its entrance and of its sheet: seven characters at most stand on one line of a phone. */
  title: textSchema,
  /** Cannot wait and is often not known: stands out among the entrances. */
  urgent: z.literal(true, '只写 true，或不写').optional(),
  /** The counter. */
  where: textSchema,
  hotlines: hotlines.refine((list) => list.length > 0, '至少写一条热线'),
});

/** Options are never reordered and new ones go last: their places stand in addresses. Which needs ask a question follows from the decisions. */
export const permitQuestionSchema = z.strictObject({
  id: idSchema,
  letter: z.string().regex(/^[a-z]$/, '写一个小写字母，各题不同，用在网址里'),
  short: textSchema,
  text: textSchema,
  /** Stands beside the options, where an answer could be mistaken. */
  hint: textSchema.optional(),
  why: textSchema,
  /** Its answer goes along to the other needs: pages of different answers are never joined. */
  travels: z.literal(true, '只写 true，或不写').optional(),
  options: z.array(optionSchema).min(2, '至少两个选项').max(9, '最多九个选项'),
  /** Names for several options at once: 户口不在本地. */
  groups: z.array(z.strictObject({ of: eachOnce(idSchema).min(2, '至少写两个选项'), short: textSchema })).default([]),
});

/**
 * The only form of condition (条件): question id → options, one of which must be the answer.
 * Questions left out do not matter; {} holds for everyone.
 */
export const conditionSchema = z.record(idSchema, eachOnce(idSchema).min(1, '至少写一个选项'));

export const decisionSchema = z.strictObject({
  id: idSchema,
  /** The need it belongs to; entitlements and steps it names belong to that need too. */
  need: idSchema,
  when: conditionSchema,
  /** Entitlements 现在可能用得上, 有证或者补齐条件以后, 本地没查到. */
  now: ids,
  later: ids,
  maybe: ids,
  /** Steps (下一步). */
  next: ids,
  say: textSchema.optional(),
  rules: eachOnce(idSchema).min(1, '至少写一条规则'),
});

export const entitlementSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  permit: keyOf(permitRoles),
  /** What the office itself has to do (窗口该做到的): stands at the foot of a sheet, to be shown. */
  owed: z.literal(true, '只写 true，或不写').optional(),
  /** Conditions the questions do not ask for. */
  conditions: texts,
  gets: z.array(textSchema).min(1, '至少写一样能得到的'),
  where: textSchema,
  papers: texts,
  /** Where the list of papers comes from; left out where nobody lists them (建议先带). */
  papersBasis: textSchema.optional(),
  fee: textSchema.optional(),
  time: textSchema.optional(),
  hotlines: hotlines.refine((list) => list.length > 0, '至少写一条热线'),
  basis,
  /** Clauses of the guidance that speak of it. */
  clauses,
  rules: eachOnce(idSchema).min(1, '至少写一条规则'),
  confidence,
  asOf: partialDateSchema,
  asOfNote: textSchema.optional(),
  sources,
  /** What was not found for the city (本地没查到). */
  unknown: texts,
});

export const ruleSchema = z
  .strictObject({
    id: idSchema,
    /** No decision and no entitlement rests on it: it stands in the list of all rules (全部规则) for its own sake. */
    listed: z.literal(true, '只写 true，或不写').optional(),
    title: textSchema,
    /** The texts it stands on, apart by 「；」, and of each in the same order the article; no article: 报道转述. */
    law: textSchema,
    article: textSchema,
    text: textSchema,
    appliesIf: texts,
    since: partialDateSchema.optional(),
    until: z.union([partialDateSchema, z.literal('unknown')], '写日期，或 unknown').optional(),
    confidence,
    /** May be empty only where `clauses` stand in. */
    sources: ids,
    clauses,
    note: textSchema.optional(),
  })
  .refine((rule) => rule.sources.length + rule.clauses.length > 0, {
    error: '要有依据：写 sources（出处）或 clauses（条款）',
    path: ['sources'],
  })
  .refine(
    ({ since, until }) =>
      !since || !until || until === 'unknown' || until.slice(0, since.length) >= since.slice(0, until.length),
    {
      error: '停止的日期早于开始的日期（since），核对两个日期',
      path: ['until'],
    },
  )
  .refine(({ law, article }) => law.split('；').length === article.split('；').length, {
    error: '和 law 一一对应：几份文本就写几处，用「；」分开；没有条号的写「报道转述」',
    path: ['article'],
  });

export const stepSchema = z.strictObject({
  id: idSchema,
  /** The smaller, the more urgent. */
  rank: z.number('写数字，越小越急'),
  text: textSchema,
  where: textSchema,
  papers: texts,
  when: textSchema,
  hotlines,
  confidence,
  sources,
});

export const hotlineSchema = z.strictObject({
  id: z.string('写成带引号的号码，例如 "12345"').regex(/^\d{5}$/, '热线是五位号码'),
  for: textSchema,
  hours: textSchema,
  confidence,
  sources,
});

export const permitChangeSchema = z.strictObject({
  id: idSchema,
  when: partialDateSchema.optional(),
  what: textSchema,
  confidence,
  sources,
  clauses,
});
export const edgeCaseSchema = z.strictObject({
  id: idSchema,
  case: textSchema,
  what: textSchema,
  confidence,
  sources,
  clauses,
});
export const localUnknownSchema = z.strictObject({ id: idSchema, text: textSchema, ask: textSchema, hotlines });
export const lawSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  source: idSchema,
  /** When its text was read (看到文本的日期), where that is not the date of the source: a law is read years after its day. */
  read: partialDateSchema.optional(),
});

/** What holders of a permit may ask for (服务和便利), by its full legal name, in the order of the law. */
export const scopeKinds = {
  right: { label: '三样权利' },
  service: { label: '六项服务' },
  convenience: { label: '九项便利' },
} as const;
export const scopeSchema = z.strictObject({
  id: idSchema,
  kind: keyOf(scopeKinds),
  article: textSchema,
  name: textSchema,
});

const dutySchema = z.strictObject({ text: textSchema, basis });
/** Who asks for others (房东、用人单位……): a page of duties, limits and forms. */
export const audienceSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  heading: textSchema,
  intro: textSchema,
  duties: z.array(dutySchema).min(1, '至少写一条'),
  limits: z.array(dutySchema).min(1, '至少写一条'),
  /** Needs whose blank forms the page offers. */
  needs: eachOnce(idSchema).min(1, '至少写一件事'),
  /** Shows the six services and nine conveniences in their full names. */
  scope: z.literal(true, '只写 true，或不写').optional(),
  hotlines,
});

/** Days that follow from one day (日子): when half a year is full, by when the permit is issued, which days a year to endorse. */
export const periodSchema = z
  .strictObject({
    id: idSchema,
    name: textSchema,
    /** What one finds out: 满半年是哪天. */
    asks: textSchema,
    text: textSchema,
    basis,
    /** What the day would have to be, which a reader fills in. */
    from: textSchema,
    /** The answer: {id} stands for a day of `ends`, {windows} for the days of each year. */
    says: textSchema,
    ends: z
      .array(
        z
          .strictObject({
            id: idSchema,
            months: z.number().int().positive().optional(),
            days: z.number().int().positive().optional(),
            /** Title of the reminder in a calendar. */
            remind: textSchema,
          })
          .refine(({ months, days }) => (months === undefined) !== (days === undefined), {
            error: 'months（过几个月）和 days（过几天）写一个',
            path: ['days'],
          }),
      )
      .default([]),
    /** So many days before each full year. */
    yearly: z
      .strictObject({ days: z.number().int().positive(), remind: textSchema, note: textSchema.optional() })
      .optional(),
    /** Name of the calendar file. */
    file: z.string().regex(/^[a-z-]+\.ics$/, '写成小写字母加 .ics，例如 banzheng.ics'),
    /** Printed as a table of the year: one of `ends`, or the first of the yearly days. */
    table: z.strictObject({ of: idSchema.optional(), title: textSchema, about: textSchema }).optional(),
  })
  .refine(
    ({ says, ends, yearly }) => {
      const known = new Set([...ends.map(({ id }) => id), ...(yearly ? ['windows'] : [])]);
      return Array.from(says.matchAll(/\{([^}]*)\}/gu)).every(([, name = '']) => known.has(name));
    },
    { error: '大括号里只写 ends 里的编号；有 yearly 的可以写 {windows}', path: ['says'] },
  )
  .refine(
    ({ table, ends, yearly }) =>
      !table || (table.of === undefined ? yearly !== undefined : ends.some(({ id }) => id === table.of)),
    {
      error: 'table 的 of 写 ends 里的编号；不写 of 的要有 yearly',
      path: ['table'],
    },
  );

/** The tables below src/data/permit/, what each is called, one file each, every row with an id of its own. */
export const permitTables = {
  needs: { label: '事情', file: 'needs.yaml', schema: needSchema },
  questions: { label: '题目', file: 'questions.yaml', schema: permitQuestionSchema },
  decisions: { label: '判断', file: 'decisions.yaml', schema: decisionSchema },
  entitlements: { label: '权益', file: 'entitlements.yaml', schema: entitlementSchema },
  rules: { label: '规则', file: 'rules.yaml', schema: ruleSchema },
  steps: { label: '下一步', file: 'steps.yaml', schema: stepSchema },
  hotlines: { label: '热线', file: 'hotlines.yaml', schema: hotlineSchema },
  changes: { label: '规定的变化', file: 'changes.yaml', schema: permitChangeSchema },
  edgeCases: { label: '特殊情形', file: 'edge-cases.yaml', schema: edgeCaseSchema },
  unknown: { label: '本地没查到的', file: 'unknown.yaml', schema: localUnknownSchema },
  docs: { label: '法规', file: 'docs.yaml', schema: lawSchema },
  scope: { label: '服务和便利', file: 'scope.yaml', schema: scopeSchema },
  audiences: { label: '替别人打听的人', file: 'audiences.yaml', schema: audienceSchema },
  periods: { label: '期限和天数', file: 'periods.yaml', schema: periodSchema },
} as const;
export type PermitTable = keyof typeof permitTables;
export const permitTableNames = Object.keys(permitTables) as PermitTable[];

/** Everything the checker knows, well formed table by table. */
export type PermitModel = { [K in PermitTable]: z.infer<(typeof permitTables)[K]['schema']>[] };

export type Need = PermitModel['needs'][number];
export type PermitQuestion = PermitModel['questions'][number];
export type PermitOption = PermitQuestion['options'][number];
export type Condition = z.infer<typeof conditionSchema>;
export type Decision = PermitModel['decisions'][number];
export type Entitlement = PermitModel['entitlements'][number];
export type PermitRule = PermitModel['rules'][number];
export type Step = PermitModel['steps'][number];
export type Period = PermitModel['periods'][number];
export type Audience = PermitModel['audiences'][number];
export type LegalBasis = Entitlement['basis'][number];
