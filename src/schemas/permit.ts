import { z } from 'zod';
import { idSchema, keyOf, partialDateSchema, textSchema } from './primitives.ts';

/** What an entitlement (权益) is about; the order is the order of headings. */
export const permitCategories = {
  permit: { label: '居住证' },
  child: { label: '孩子' },
  settling: { label: '落户' },
  medical: { label: '看病' },
  insurance: { label: '社保' },
  housing: { label: '住房' },
  relief: { label: '救助' },
  work: { label: '工作' },
  legal: { label: '法律' },
  papers: { label: '证件' },
  culture: { label: '文体' },
} as const;
export type PermitCategory = keyof typeof permitCategories;

/** Headings under which an entitlement may stand, as the overview and the review name them. */
export const permitHeadings = {
  now: { label: '够条件的，现在可能用得上' },
  later: { label: '有证或者补齐条件以后' },
  maybe: { label: '要先问' },
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
  medium: { label: '出处一般，或吉林市做法没有查到' },
  low: { label: '只有线索，没有查到规定' },
} as const;
export type PermitConfidence = keyof typeof permitConfidences;

const ids = z.array(idSchema).default([]);
const hotlines = z.array(z.string('写成带引号的号码，例如 "12345"').regex(/^\d{5}$/, '热线是五位号码')).default([]);
const texts = z.array(textSchema).default([]);
const clauses = z.array(z.string('写条款编号，例如 "3-3"')).default([]);
const sources = z.array(idSchema).min(1, '至少写一个出处');
const confidence = keyOf(permitConfidences);

const optionSchema = z.strictObject({
  id: idSchema,
  text: textSchema,
  /** A clause that stands alone, for 「您的回答」 and for conditions: 户口在外省. */
  short: textSchema,
  /** A question that may stand on the same page when this answer leads straight to it. */
  follow: idSchema.optional(),
});

/** Options are never reordered and new ones go last: their places stand in addresses. */
export const permitQuestionSchema = z.strictObject({
  id: idSchema,
  letter: z.string().regex(/^[a-z]$/, '写一个小写字母，各题不同，用在网址里'),
  short: textSchema,
  text: textSchema,
  why: textSchema,
  options: z.array(optionSchema).min(2, '至少两个选项').max(9, '最多九个选项'),
  /** Names for several options at once: 户口不在本地. */
  groups: z.array(z.strictObject({ of: z.array(idSchema).min(2, '至少写两个选项'), short: textSchema })).default([]),
});

/**
 * The only form of condition (条件): question id → options, one of which must be the answer.
 * Questions left out do not matter; {} holds for everyone.
 */
export const conditionSchema = z.record(idSchema, z.array(idSchema).min(1, '至少写一个选项'));

export const decisionSchema = z.strictObject({
  id: idSchema,
  when: conditionSchema,
  /** Entitlements 现在可能用得上, 有证或者补齐条件以后, 本地没查到. */
  now: ids,
  later: ids,
  maybe: ids,
  /** Steps (下一步). */
  next: ids,
  say: textSchema,
  rules: z.array(idSchema).min(1, '至少写一条规则'),
});

export const entitlementSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  category: keyOf(permitCategories),
  permit: keyOf(permitRoles),
  /** Stands out on every result: cannot wait and is often not known. */
  urgent: z.literal(true, '只写 true，或不写').optional(),
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
  basis: z.array(z.strictObject({ doc: idSchema, article: textSchema })).min(1, '至少写一条依据'),
  /** Clauses of the guidance that speak of it. */
  clauses,
  rules: z.array(idSchema).min(1, '至少写一条规则'),
  confidence,
  asOf: partialDateSchema,
  asOfNote: textSchema.optional(),
  sources,
  /** What was not found for Jilin City (本地没查到). */
  unknown: texts,
});

export const ruleSchema = z
  .strictObject({
    id: idSchema,
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

/** The tables below src/data/permit/, one file each, every row with an id of its own. */
export const permitTables = {
  questions: { file: 'questions.yaml', schema: permitQuestionSchema },
  decisions: { file: 'decisions.yaml', schema: decisionSchema },
  entitlements: { file: 'entitlements.yaml', schema: entitlementSchema },
  rules: { file: 'rules.yaml', schema: ruleSchema },
  steps: { file: 'steps.yaml', schema: stepSchema },
  hotlines: { file: 'hotlines.yaml', schema: hotlineSchema },
  changes: { file: 'changes.yaml', schema: permitChangeSchema },
  edgeCases: { file: 'edge-cases.yaml', schema: edgeCaseSchema },
  unknown: { file: 'unknown.yaml', schema: localUnknownSchema },
  docs: { file: 'docs.yaml', schema: lawSchema },
} as const;
export type PermitTable = keyof typeof permitTables;

/** Everything the checker knows, well formed table by table. */
export type PermitModel = { [K in PermitTable]: z.infer<(typeof permitTables)[K]['schema']>[] };

export type PermitQuestion = PermitModel['questions'][number];
export type PermitOption = PermitQuestion['options'][number];
export type Condition = z.infer<typeof conditionSchema>;
export type Decision = PermitModel['decisions'][number];
export type Entitlement = PermitModel['entitlements'][number];
export type PermitRule = PermitModel['rules'][number];
export type Step = PermitModel['steps'][number];
export type Hotline = PermitModel['hotlines'][number];
