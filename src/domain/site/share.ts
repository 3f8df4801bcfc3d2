import type { PageKind } from '#schemas/kinds.ts';
import { type Role, counties, levels, roles } from '#schemas/vocabulary.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import { formatDate } from '#domain/model/facts.ts';

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

/** One picture for every page of content, and one for all other pages. */
export function shareTexts(catalog: Catalog, site: { name: string; description: string }): ShareText[] {
  return [
    {
      kind: 'site',
      id: 'index',
      label: '县城和小城镇，政策说了什么',
      title: site.name,
      text: site.description,
      roles: [],
    },
    ...catalog.policies.map(({ id, data }): ShareText => ({
      kind: 'policies',
      id,
      label: `政策导读 · ${data.clauses.map((clause) => catalog.clause(clause).label).join('、')}`,
      title: data.title,
      text: data.summary,
      roles: [],
    })),
    ...catalog.places.map(({ id, data }): ShareText => ({
      kind: 'places',
      id,
      label: [levels[data.level].label, ...(data.county ? [counties[data.county].label] : [])].join(' · '),
      title: data.title,
      text: data.roles.map(({ role }) => roles[role].label).join('、'),
      roles: data.roles.map(({ role }) => role),
    })),
    ...catalog.clusters.map(({ id, data }): ShareText => ({
      kind: 'clusters',
      id,
      label: '城镇群',
      title: data.title,
      text: data.summary,
      roles: [],
    })),
    ...catalog.cases.map(({ id, data }): ShareText => ({
      kind: 'cases',
      id,
      label: data.date ? `案例 · 最早见于${formatDate(data.date)}报道` : '案例 · 报道日期未查到',
      title: data.title,
      text: data.summary,
      roles: [...new Set(data.places.flatMap((place) => catalog.place(place).data.roles.map(({ role }) => role)))],
    })),
  ];
}

/** Marks that may not begin a line, and those that may not end one (避头尾). */
const notFirst = /[，。、；：！？）」』》〉%·…—]/u;
const notLast = /[（「『《〈]/u;

/** Cuts a text into at most `most` lines no wider than `width`; what does not fit ends in …. */
export function breakLines(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  // A run of digits and Latin letters is not cut.
  let rest: string[] = text.match(/[\p{Script=Latin}\d.%-]+|./gu) ?? [];
  while (rest.length > 0 && lines.length < most) {
    let count = rest.length;
    while (count > 1 && measure(rest.slice(0, count).join('')) > width) count--;
    if (count < rest.length) {
      while (count > 1 && (notFirst.test(rest[count] ?? '') || notLast.test(rest[count - 1] ?? ''))) count--;
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
