import { type PageKind, pageKindNames, pageKinds } from '#schemas/kinds.ts';
import type { Role } from '#schemas/city.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import { pageEntries } from '#domain/model/content.ts';
import { formatDate } from '#domain/model/facts.ts';
import type { Written } from '#domain/model/types.ts';

/** Pixels of the picture, as Open Graph asks for. */
export const shareSize = { width: 1200, height: 630 } as const;

/** What stands on the picture for sharing (分享图) of a page. */
export interface ShareText {
  kind: PageKind | 'site';
  id: string;
  /** Small line above the title. */
  label: string;
  title: string;
  text: string;
  /** Decide the pattern at the foot. */
  roles: Role[];
}

type Shown = Pick<ShareText, 'label' | 'text' | 'roles'>;

/** What the picture of a page says besides its title; of other kinds: their name and the summary. */
const shownOf: { [K in PageKind]?: (entry: Written[K][number], catalog: Catalog) => Shown } = {
  policies: ({ data }, catalog) => ({
    label: `${pageKinds.policies.label} · ${data.clauses.map((id) => catalog.clause(id).label).join('、')}`,
    text: data.summary,
    roles: [],
  }),
  places: ({ data }, { level, county, role: byId }) => ({
    label: [level(data.level).label, ...(data.county ? [county(data.county).label] : [])].join(' · '),
    text: data.roles.map(({ role }) => byId(role).label).join('、'),
    roles: data.roles.map(({ role }) => byId(role)),
  }),
  cases: ({ data }, catalog) => ({
    label: data.date ? `案例 · 最早见于${formatDate(data.date)}报道` : '案例 · 报道日期未查到',
    text: data.summary,
    roles: [
      ...new Set(data.places.flatMap((id) => catalog.place(id).data.roles.map(({ role }) => catalog.role(role)))),
    ],
  }),
};

/** A picture takes fifty times as long to make as its page. */
const mostOwnPictures = 400;
/** Whether each place and case has pictures of its own: where there are more than a few hundred pages, they do without. */
export const hasOwnPictures = (catalog: Catalog) => pageEntries(catalog).length <= mostOwnPictures;

/** The picture a page of content is shared with: its own, or the site's. */
export function shareOf(catalog: Catalog, kind: PageKind, id: string): Pick<ShareText, 'kind' | 'id'> {
  return hasOwnPictures(catalog) ? { kind, id } : { kind: 'site', id: 'index' };
}

/** One picture for the site, and one for every page of content that has its own. */
export function shareTexts(catalog: Catalog, site: { name: string; description: string }): ShareText[] {
  const ofKind = (kind: PageKind): ShareText[] => {
    const own = shownOf[kind] as ((entry: Written[PageKind][number], catalog: Catalog) => Shown) | undefined;
    const { label } = pageKinds[kind];
    const shown = own ?? (({ data }) => ({ label, text: data.summary, roles: [] }));
    return catalog[kind].map((entry) => ({ kind, id: entry.id, title: entry.data.title, ...shown(entry, catalog) }));
  };
  const { name, description } = site;
  return [
    { kind: 'site', id: 'index', label: catalog.words.share, title: name, text: description, roles: [] },
    ...(hasOwnPictures(catalog) ? pageKindNames.flatMap(ofKind) : []),
  ];
}

/** Marks that may not begin a line, and those that may not end one (避头尾). */
export const notFirst = /[，。、；：！？）」』》〉〕”’)%·…—]/u;
export const notLast = /[（「『《〈〔“‘(]/u;

type Pieces = (text: string) => readonly string[];
/** Character by character; a run of digits and Latin letters is not cut, nor is a mark of a clause: 〔三(八)〕. */
const characters: Pieces = (text) =>
  text.match(/〔[^〕]{1,9}〕|[一二三四]\([一-龥]\)\d?|[\p{Script=Latin}\d.%-]+|./gu) ?? [];
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** What belongs to the word before it, and a number in characters: 市区的, 一万五千多. */
const goesOn = /^(?:[\p{Script=Han}][的了着们]|[〇一二三四五六七八九十百千万亿两][〇一二三四五六七八九十百千万亿多])$/u;
/** Word by word, as far as the runtime knows them; what is not cut by `characters` is not cut here. */
export const words: Pieces = (text) => {
  const ends = new Set(Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length));
  let at = 0;
  let begun = '';
  return characters(text).flatMap((piece) => {
    at += piece.length;
    begun += piece;
    if (!ends.has(at) || goesOn.test(text.slice(at - 1, at + 1))) return [];
    const word = begun;
    begun = '';
    return [word];
  });
};
/** What stands between two marks, with the mark after it: 名城、| 名镇、| 名村：| 点了谁的名. */
export const phrases: Pieces = (text) => text.match(/[^，。：；、！？]+[，。：；、！？”’」』》）]*/gu) ?? [];

/** Cuts a text into at most `most` lines no wider than `width`, between its pieces; what does not fit ends in …. */
export function breakLines(
  text: string,
  width: number,
  most: number,
  measure: (text: string) => number,
  pieces = characters,
): string[] {
  const lines: string[] = [];
  let rest = pieces(text);
  while (rest.length > 0 && lines.length < most) {
    let count = rest.length;
    while (count > 1 && measure(rest.slice(0, count).join('')) > width) count--;
    if (count < rest.length) {
      while (count > 1 && (notFirst.test(rest[count]?.at(0) ?? '') || notLast.test(rest[count - 1]?.at(-1) ?? '')))
        count--;
    }
    lines.push(rest.slice(0, count).join(''));
    rest = rest.slice(count);
  }
  if (rest.length > 0) {
    const last = lines.pop() ?? '';
    let cut = Array.from(last);
    while (cut.length > 1 && measure(`${cut.join('')}…`) > width) cut = cut.slice(0, -1);
    lines.push(`${cut.join('').replace(/[，。、；：]$/u, '')}…`);
  }
  return lines;
}
