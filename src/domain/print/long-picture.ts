import type { Catalog } from '#domain/model/catalog.ts';
import { formatDate, formatValue, sourceLabel } from '#domain/model/facts.ts';
import type { Case, Policy } from '#domain/model/types.ts';
import { basisOf, entitlementsOf } from '#domain/permit/view.ts';
import { hasOwnPictures } from '#domain/site/share.ts';
import type { PictureKind } from '#domain/site/urls.ts';
import { pageKinds } from '#schemas/kinds.ts';
import type { Need } from '#schemas/permit.ts';
import { asAim, sentences, widest } from './poster.ts';

/** What stands on one long picture (一图读懂): all of it is said on its page. */
export interface LongPicture {
  kind: PictureKind;
  id: string;
  /** Small line above the title. */
  label: string;
  title: string;
  lead: string;
  points: { head?: string; text: string; marks: string[] }[];
  figures: { value: string; label: string }[];
  /** Heading above what is not known, and that. */
  gapsHeading: string;
  gaps: string[];
  /** Whom to ask. */
  ask?: string;
  /** What it rests on, line by line. */
  basis: string[];
  /** Version date: last change of what it is made from. */
  updated: string;
}

interface Guidance {
  document: string;
  issuer: string;
}

const mostFigures = 4;
const mostGaps = 3;
const mostItems = 6;

export function longPictures(catalog: Catalog, guidance: Guidance): LongPicture[] {
  return [
    ...catalog.policies
      .filter(({ data }) => data.points.length > 0)
      .map((policy) => ofPolicy(catalog, policy, guidance)),
    ...(hasOwnPictures(catalog) ? catalog.cases.map((item) => ofCase(catalog, item)) : []),
    ...catalog.permit.needs.map((need) => ofNeed(catalog, need)),
  ];
}

/** The section of a kind of page that says what is not known. */
const gapSection = (kind: 'policies' | 'cases') =>
  Object.entries<{ label: string; isGap?: true }>(pageKinds[kind].headings).find(([, { isGap }]) => isGap);

/** What a page leaves open, the first ones of the section about that, which come last on the page. */
function gapsOn(catalog: Catalog, kind: 'policies' | 'cases', id: string): string[] {
  const rows = catalog.unknownOn(`${kind}-${id}`).filter(({ text }) => text.length <= 60);
  const section = rows.filter(({ anchor }) => anchor === gapSection(kind)?.[0]);
  return (section.length > 0 ? section : rows).slice(0, mostGaps).map(({ text }) => text);
}

function ofPolicy(catalog: Catalog, { id, data }: Policy, { document, issuer }: Guidance): LongPicture {
  const label = (clause: string) => catalog.clause(clause).label;
  const aims = data.facts.filter(({ clause, value }) => clause !== undefined && typeof value === 'number');
  return {
    kind: 'policies',
    id,
    label: data.short,
    title: data.title,
    lead: data.summary,
    points: data.points.map(({ head, text, clause }) => ({ head, text, marks: [label(clause)] })),
    figures: aims.slice(0, mostFigures).map((fact) => ({ value: formatValue(fact), label: asAim(fact.label) })),
    gapsHeading: gapSection('policies')?.[1].label ?? '',
    gaps: gapsOn(catalog, 'policies', id),
    ask: sentences(data.notice).at(-1) ?? '',
    basis: [`《${document}》`, `${issuer} · 条款 ${widest(data.clauses).map(label).join('、')}`],
    updated: data.updated,
  };
}

function ofCase(catalog: Catalog, { id, data }: Case): LongPicture {
  const places = data.places.map((place) => catalog.place(place).data.title).join('、');
  const from = (source: string) => sourceLabel(catalog.source(source));
  return {
    kind: 'cases',
    id,
    label: ['案例', ...(places ? [places] : [])].join(' · '),
    title: data.title,
    lead: data.summary,
    points: data.actions.slice(0, mostItems).map((text) => ({ text, marks: [] })),
    figures: data.results.slice(0, mostFigures).map((result) => ({
      value: formatValue(result),
      label: `${result.label}（${result.asOf ? formatDate(result.asOf) : '年份未注明'}，${from(result.source)}）`,
    })),
    gapsHeading: gapSection('cases')?.[1].label ?? '',
    gaps: gapsOn(catalog, 'cases', id),
    basis: [`背景资料，不是文件的话。根据${data.sources.map(from).join('、')}`],
    updated: data.updated,
  };
}

function ofNeed(catalog: Catalog, need: Need): LongPicture {
  const { permit } = catalog;
  const items = entitlementsOf(permit, need.id).filter(({ owed }) => !owed);
  const shown = items.slice(0, mostItems);
  const laws = new Set(items.flatMap((item) => basisOf(permit, item.basis).map(({ title }) => `《${title}》`)));
  const phones = permit.hotlines.filter(({ id }) => need.hotlines.includes(id));
  return {
    kind: 'permit',
    id: need.id,
    label: '外来务工的人能用的服务',
    title: need.title,
    lead: `去${need.where}。下面是可能用得上的，看你的情况；用自查答几道题，得一张带到窗口的单子。以窗口答复为准。`,
    points: shown.map((item) => ({
      head: item.name,
      text: item.gets.slice(0, 2).join('；'),
      marks: basisOf(permit, item.basis.slice(0, 1)).map(({ title, article }) => `《${title}》${article}`),
    })),
    figures: phones.map((phone) => ({ value: phone.id, label: `${phone.for}（${phone.hours}）` })),
    gapsHeading: '本地没有查到的',
    gaps: [...new Set(items.flatMap(({ unknown }) => unknown))].slice(0, mostGaps),
    basis: [`依据${[...laws].slice(0, 4).join('')}${laws.size > 4 ? '等' : ''}`],
    updated: catalog.policies.find(({ id }) => id === catalog.document.permitPolicy)?.data.updated ?? catalog.newest,
  };
}
