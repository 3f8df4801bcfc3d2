import { type PageKind, pageKindNames } from '#schemas/kinds.ts';
import type { LifeEvent, SourceKind } from '#schemas/vocabulary.ts';
import type { TablePage } from '#schemas/page-changes.ts';

/** One page of what is not known (没查到的). */
export const unknownGroups = ['policies', 'places', 'cases', 'permit', 'targets'] as const;
export type UnknownGroup = (typeof unknownGroups)[number];

/** What has a poster (海报), and the sizes it is printed in. */
export type PosterKind = 'policies' | 'places' | 'permit';
export const paperSizes = { a4: 'A4', a3: 'A3' } as const;
export type PaperSize = keyof typeof paperSizes;

/** What has a long picture (一图读懂). */
export const pictureKinds = {
  policies: { label: '政策导读' },
  permit: { label: '居住证' },
  cases: { label: '案例' },
} as const;
export type PictureKind = keyof typeof pictureKinds;

/** What can be taken away as a chart (图表), the part of the site it belongs to, and the shapes of its pictures, pixels: of a television, and square. */
export const chartKinds = {
  cases: { label: '案例里的数字', section: 'cases' },
  targets: { label: '文件的目标', section: 'data' },
  census: { label: '普查人口', section: 'data' },
  residents: { label: '一个地方有多少人', section: 'places' },
  distance: { label: '一个地方离市中心多远', section: 'places' },
  years: { label: '一个地方的年份', section: 'places' },
} as const;
export type ChartKind = keyof typeof chartKinds;
export const chartShapes = {
  wide: { label: '横图', width: 1920, height: 1080 },
  square: { label: '方图', width: 1080, height: 1080 },
} as const;
export type ChartShape = keyof typeof chartShapes;

/** A page that tells its changes: one with a header, or one drawn from tables. */
export type ChangedRef = { kind: PageKind; id: string } | { kind: 'tables'; id: TablePage };
/** Its anchor on /corrections/. */
export const changedKey = ({ kind, id }: ChangedRef): string => `${kind}-${id}`;

/** Fixed pages (栏目和工具页) and the path of each below the base. */
export const fixedPages = {
  home: [],
  ...columns(),
  questions: ['questions'],
  document: ['document'],
  permit: ['residence-permit'],
  search: ['search'],
  data: ['data'],
  targets: ['data', 'targets'],
  matrix: ['data', 'matrix'],
  sources: ['sources'],
  glossary: ['glossary'],
  about: ['about'],
  unknown: ['unknown'],
  corrections: ['corrections'],
  accessibility: ['accessibility'],
  sitemap: ['sitemap'],
  posters: ['posters'],
  radio: ['radio'],
  pictures: ['pictures'],
  charts: ['charts'],
  offline: ['offline'],
} as const;
export type FixedPage = keyof typeof fixedPages;

/** The list of each kind of page. */
function columns(): { readonly [K in PageKind]: readonly [K] } {
  return Object.fromEntries(pageKindNames.map((kind) => [kind, [kind]])) as never;
}

/** The only place that builds addresses. base ends in a slash: "/" or "/ztzl/xcz/". */
/** An address as one types it: no scheme, no last slash. */
export const typedAddress = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');

export function createUrls(base: string) {
  const page = (...path: readonly string[]) => base + path.map((part) => `${part}/`).join('');
  return {
    fixed: (name: FixedPage) => page(...fixedPages[name]),
    entry: (kind: PageKind, id: string) => page(kind, id),
    /** A page that tells its changes, whatever it is made of. */
    changed: (ref: ChangedRef) => (ref.kind === 'tables' ? page(...fixedPages[ref.id]) : page(ref.kind, ref.id)),
    place: (id: string) => page('places', id),
    policy: (id: string) => page('policies', id),
    /** A question of an explainer, by its id (questionId). */
    question: (policy: string, id: string) => `${page('policies', policy)}#q-${id}`,
    /** The questions of one event of life, or on one explainer. */
    questionsOf: (of: { life: LifeEvent } | { policy: string }) =>
      `${page('questions')}#${'life' in of ? of.life : `on-${of.policy}`}`,
    cluster: (id: string) => page('clusters', id),
    case: (id: string) => page('cases', id),
    clause: (id: string) => `${page('document')}#c-${id}`,
    source: (id: string) => `${page('sources')}#${id}`,
    /** The full entry of a source: the list of all sources is too long for one page. */
    sourceEntry: (kind: SourceKind, id: string) => `${page('sources', kind)}#${id}`,
    sourcesOf: (kind: SourceKind) => page('sources', kind),
    /** What is not known, group by group; the anchor is a page's or a row's. */
    unknownGroup: (group: UnknownGroup, anchor?: string) =>
      `${page('unknown', group)}${anchor === undefined ? '' : `#${anchor}`}`,
    /** The corrections of a page, the newest first. */
    correction: (ref: ChangedRef) => `${page('corrections')}#${changedKey(ref)}`,
    term: (id: string) => `${page('glossary')}#${id}`,
    /** A list of cases narrowed by one filter, and its table. */
    caseFilter: (path: readonly string[]) => page('cases', ...path),
    caseFilterCsv: (path: readonly string[]) => `${base}cases/${path.join('/')}.csv`,
    embed: (kind: PageKind, id: string) => page('embed', kind, id),
    /** Picture for sharing (分享图). */
    share: ({ kind, id }: { kind: PageKind | 'site'; id: string }) => `${base}share/${kind}/${id}.png`,
    poster: (kind: PosterKind, id: string) => page('posters', kind, id),
    posterPng: (kind: PosterKind, id: string) => `${base}posters/${kind}/${id}/poster.png`,
    /** Whether a printed sheet can still hang (还能用吗). */
    valid: (poster: string, version: string) => page('valid', poster, version),
    posterPdf: (kind: PosterKind, id: string, paper: PaperSize) => `${base}posters/${kind}/${id}/${paper}.pdf`,
    /** A long picture, its text beside it. */
    picture: (kind: PictureKind, id: string) => page('pictures', kind, id),
    picturePng: (kind: PictureKind, id: string) => `${base}pictures/${kind}/${id}.png`,
    /** A chart to take away, and its files: wide.png, square.png, wide.svg, data.csv. */
    chart: (kind: ChartKind, id: string) => page('charts', kind, id),
    chartFile: (kind: ChartKind, id: string, file: string) => `${base}charts/${kind}/${id}/${file}`,
    embedQuestion: (policy: string, id: string) => page('embed', 'questions', policy, id),
    embedChart: (kind: ChartKind, id: string) => page('embed', 'charts', kind, id),
    radio: (id: string) => page('radio', id),
    /** The same as plain text, to be copied into the loudspeaker's software. */
    radioText: (id: string) => `${base}radio/${id}.txt`,
    /** The operator's recording of it (录音). */
    radioSound: (id: string) => `${base}radio/${id}.mp3`,
    /** The same page as Markdown (纯文本). */
    markdown: (kind: PageKind, id: string) => `${base}${kind}/${id}.md`,
    /** A page of the checker below its first one. */
    permit: (...path: readonly string[]) => page('residence-permit', ...path),
    file: (path: string) => base + path,
    /** An address written as if the site stood at "/" , as writers do. */
    internal: (path: string) => base + path.replace(/^\//, ''),
  };
}
export type Urls = ReturnType<typeof createUrls>;

/** True where a link written in prose, e.g. /places/wulajie/#facts, leads to a page that exists. */
export function isKnownAddress(address: string, hasEntry: (kind: string, id: string) => boolean): boolean {
  const [path = ''] = address.split('#');
  const parts = path.split('/').filter((part) => part !== '');
  if (path !== `/${parts.map((part) => `${part}/`).join('')}`) return false;
  if (Object.values(fixedPages).some((fixed) => fixed.join('/') === parts.join('/'))) return true;
  const [kind = '', id = ''] = parts;
  return parts.length === 2 && hasEntry(kind, id);
}
