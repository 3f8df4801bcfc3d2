/**
 * The closed lists that are the same in every city. Labels, menus, schema enums and tests read these tables; nobody types a
 * label twice. Roles, counties and levels are written (data/city/): see city.ts.
 */

/**
 * Events of a life (人生大事) in the order of 国办发〔2025〕24号, second part, and what is asked about the guidance itself. The
 * key is the anchor on /questions/.
 */
export const lifeEvents = {
  birth: { label: '出生' },
  education: { label: '教育' },
  work: { label: '就业' },
  living: { label: '生活' },
  housing: { label: '置业' },
  travel: { label: '出行' },
  health: { label: '就医' },
  relief: { label: '救助' },
  ageing: { label: '养老' },
  death: { label: '身后' },
  guidance: { label: '文件本身' },
} as const;
export type LifeEvent = keyof typeof lifeEvents;

/** How sure we are of a fact (可信度). medium is worded 「据……」. */
export const confidences = {
  high: { label: '可信度较高' },
  medium: { label: '可信度一般，写作「据……」' },
} as const;
export type Confidence = keyof typeof confidences;

/** Kinds of source (出处种类), with the GB/T 7714 document mark. */
export const sourceKinds = {
  'policy-doc': { label: '政策文件', mark: 'EB/OL' },
  'law-text': { label: '法律法规', mark: 'EB/OL' },
  government: { label: '政府和部门网页', mark: 'EB/OL' },
  newspaper: { label: '报刊和通讯社', mark: 'N' },
  encyclopedia: { label: '百科', mark: 'EB/OL' },
  dataset: { label: '数据集', mark: 'DS/OL' },
  other: { label: '其他', mark: 'EB/OL' },
} as const;
export type SourceKind = keyof typeof sourceKinds;

/** Which text of a source was read (看的是哪一份). */
export const sourceCopies = {
  original: { label: '看的是原页' },
  reprint: { label: '看的是转载' },
  part: { label: '只看到一部分' },
} as const;
export type SourceCopy = keyof typeof sourceCopies;
