/** The closed lists. Labels, menus, schema enums and tests read these tables; nobody types a label twice. */

/** Everything a place can be in the guidance (角色). `clause` is where the role is defined, `policy` the page about it. */
export const roles = {
  pole: { family: 'pole', label: '发展极', clause: '2-1-1', policy: 'poles' },
  'cluster-ring': { family: 'cluster', label: '一圈多点综合城镇群', clause: '2-1-2', policy: 'clusters' },
  'cluster-north': { family: 'cluster', label: '北部产业城镇群', clause: '2-1-2', policy: 'clusters' },
  'cluster-hotspring': { family: 'cluster', label: '温泉、现代农业城镇群', clause: '2-1-2', policy: 'clusters' },
  'type-industry': { family: 'type', label: '工业主导型', clause: '2-4-1', policy: 'featured-towns' },
  'type-ecotourism': { family: 'type', label: '生态旅游型', clause: '2-4-2', policy: 'featured-towns' },
  'type-heritage': { family: 'type', label: '历史文化型', clause: '2-4-3', policy: 'featured-towns' },
  'type-trade': { family: 'type', label: '商贸流通型', clause: '2-4-4', policy: 'featured-towns' },
  'type-agriculture': { family: 'type', label: '现代农业型', clause: '2-4-5', policy: 'featured-towns' },
  'type-transport': { family: 'type', label: '交通枢纽型', clause: '2-4-6', policy: 'featured-towns' },
  'famous-city': { family: 'famous', label: '名城', clause: '3-7', policy: 'famous-places' },
  'famous-town': { family: 'famous', label: '名镇', clause: '3-7', policy: 'famous-places' },
  'famous-village': { family: 'famous', label: '名村', clause: '3-7', policy: 'famous-places' },
  pilot: { family: 'pilot', label: '扩权试点镇', clause: '3-9', policy: 'pilot' },
  'focus-area': { family: 'focus', label: '桦甸重点开发地区', clause: '2-2', policy: 'poles' },
} as const;
export type Role = keyof typeof roles;
export type RoleFamily = (typeof roles)[Role]['family'];

/** Counties, cities and districts (县、市、区) the named places lie in. `code` is the six-digit division code. */
export const counties = {
  yongji: { label: '永吉县', code: '220221' },
  shulan: { label: '舒兰市', code: '220283' },
  panshi: { label: '磐石市', code: '220284' },
  jiaohe: { label: '蛟河市', code: '220281' },
  huadian: { label: '桦甸市', code: '220282' },
  changyi: { label: '昌邑区', code: '220202' },
  longtan: { label: '龙潭区', code: '220203' },
  chuanying: { label: '船营区', code: '220204' },
  fengman: { label: '丰满区', code: '220211' },
} as const;
export type County = keyof typeof counties;

/** What kind of unit a place is (层级). */
export const levels = {
  county: { label: '县' },
  city: { label: '县级市' },
  town: { label: '镇' },
  township: { label: '乡' },
  subdistrict: { label: '街道' },
  village: { label: '村' },
  zone: { label: '开发区、示范区' },
} as const;
export type Level = keyof typeof levels;

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
