import { type PageKind, pageKindNames } from '#schemas/kinds.ts';
import type { LifeEvent, SourceKind } from '#schemas/vocabulary.ts';

/** One page of what is not known (没查到的). */
export const unknownGroups = ['policies', 'places', 'cases', 'permit', 'targets'] as const;
export type UnknownGroup = (typeof unknownGroups)[number];

/** What has a poster (海报), and the sizes it is printed in. */
export type PosterKind = 'policies' | 'places' | 'permit';
export const paperSizes = { a4: 'A4', a3: 'A3' } as const;
export type PaperSize = keyof typeof paperSizes;

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
  offline: ['offline'],
} as const;
export type FixedPage = keyof typeof fixedPages;

/** The list of each kind of page. */
function columns(): { readonly [K in PageKind]: readonly [K] } {
  return Object.fromEntries(pageKindNames.map((kind) => [kind, [kind]])) as never;
}

/** The only place that builds addresses. base ends in a slash: "/" or "/ztzl/xcz/". */
export function createUrls(base: string) {
  const page = (...path: readonly string[]) => base + path.map((part) => `${part}/`).join('');
  return {
    fixed: (name: FixedPage) => page(...fixedPages[name]),
    entry: (kind: PageKind, id: string) => page(kind, id),
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
    correction: (kind: PageKind, id: string) => `${page('corrections')}#${kind}-${id}`,
    term: (id: string) => `${page('glossary')}#${id}`,
    /** A list of cases narrowed by one filter, and its table. */
    caseFilter: (path: readonly string[]) => page('cases', ...path),
    caseFilterCsv: (path: readonly string[]) => `${base}cases/${path.join('/')}.csv`,
    embed: (kind: PageKind, id: string) => page('embed', kind, id),
    /** Picture for sharing (分享图). */
    share: ({ kind, id }: { kind: PageKind | 'site'; id: string }) => `${base}share/${kind}/${id}.png`,
    poster: (kind: PosterKind, id: string) => page('posters', kind, id),
    posterPdf: (kind: PosterKind, id: string, paper: PaperSize) => `${base}posters/${kind}/${id}/${paper}.pdf`,
    radio: (id: string) => page('radio', id),
    /** The same as plain text, to be copied into the loudspeaker's software. */
    radioText: (id: string) => `${base}radio/${id}.txt`,
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
  if (!path.startsWith('/') || !path.endsWith('/')) return false;
  if (Object.values(fixedPages).some((fixed) => fixed.join('/') === parts.join('/'))) return true;
  const [kind = '', id = ''] = parts;
  return parts.length === 2 && hasEntry(kind, id);
}
