import type { Place, Policy } from '#domain/model/types.ts';
import { type Role, counties, roles } from '#schemas/vocabulary.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import { parentClause } from '#domain/model/clauses.ts';
import { formatValue } from '#domain/model/facts.ts';
import type { PosterKind } from '#domain/site/urls.ts';

/** What stands on one sheet for the notice board (公告栏海报). */
export interface Poster {
  kind: PosterKind;
  id: string;
  title: string;
  /** At most three sentences, to be read standing. */
  sentences: string[];
  /** The one figure of the sheet; where there is none, the pattern of `art` is its picture. */
  figure?: { value: string; label: string };
  art: Role[];
  /** What a place is, in the document's words. */
  marks: string[];
  clauses: string[];
  /** Version date: last change of what it is made from. */
  updated: string;
}

const notToday = '2020年是文件自己定的目标年份，不是今天的期限。';

export function policyPoster(policy: Policy, label: (clause: string) => string): Poster {
  const { data } = policy;
  // The last sentence of the notice says what the document leaves open and whom to ask.
  const ask = sentences(data.notice).at(-1) ?? '';
  const fact = data.facts.find(({ id }) => id === data.posterFigure);
  const says = sentences(withoutGap(data.summary, ask));
  const figure = fact && { value: formatValue(fact), label: asAim(fact.label) };
  return {
    kind: 'policies',
    id: policy.id,
    title: data.title,
    sentences: [...says.slice(0, 1), notToday, ask],
    ...(figure && { figure }),
    art: [],
    marks: [],
    clauses: widest(data.clauses).map(label),
    updated: data.updated,
  };
}

export function placePoster(place: Place, label: (clause: string) => string): Poster {
  const { data } = place;
  const where =
    data.county && !data.officialName.startsWith(counties[data.county].label) ? counties[data.county].label : '';
  return {
    kind: 'places',
    id: place.id,
    title: data.title,
    sentences: [...sentences(data.summary).slice(0, 2), '条款和出处，扫码都能看到。'],
    art: data.roles.map(({ role }) => role),
    marks: [...(where ? [where] : []), ...data.roles.map(({ role }) => roles[role].label)],
    clauses: [...new Set(data.roles.map(({ clause }) => label(clause)))],
    updated: data.updated,
  };
}

/** The checker has a sheet of its own; what it says of it is what the explainer on residence permits answers for. */
export function checkerPoster(policy: Policy, label: (clause: string) => string): Poster {
  return {
    kind: 'permit',
    id: 'checker',
    title: '户口不在本地？居住证能用什么，自己查一查',
    sentences: [
      '办居住证、孩子上学、看病社保、讨工钱：挑一件事，最多四题，得一张带到窗口的单子。',
      '不问姓名，不用登录，什么都不存。',
      '结果只供参考，以窗口答复为准。',
    ],
    figure: { value: '六类服务', label: '文件要保障持证人享有' },
    art: [],
    marks: [],
    clauses: widest(policy.data.clauses).map(label),
    updated: policy.data.updated,
  };
}

export function postersOf(catalog: Catalog): Poster[] {
  const permit = catalog.policies.filter(({ id }) => id === 'residence-permit');
  return [
    ...catalog.policies.map(({ id }) => posterOf(catalog, 'policies', id)),
    ...catalog.places.map(({ id }) => posterOf(catalog, 'places', id)),
    ...permit.map(() => posterOf(catalog, 'permit', 'checker')),
  ];
}

export function posterOf(catalog: Catalog, kind: PosterKind, id: string): Poster {
  const label = (clause: string) => catalog.clause(clause).label;
  switch (kind) {
    case 'policies':
      return policyPoster(catalog.policy(id), label);
    case 'places':
      return placePoster(catalog.place(id), label);
    case 'permit':
      return checkerPoster(catalog.policy('residence-permit'), label);
  }
}

/** 2-4 stands for 2-4-1 to 2-4-6: a sheet has no room for all of them. */
export function widest(clauses: readonly string[]): string[] {
  return clauses.filter((id) => !clauses.includes(parentClause(id) ?? ''));
}

export function sentences(text: string): string[] {
  return text.match(/[^。！？]+[。！？]?/gu) ?? [];
}

/** 「…；补多少钱没有写。」 is dropped from the end of a summary where the next sentence says it again. */
function withoutGap(summary: string, next: string): string {
  const [, rest, gap] = /^(.+)[；。](.+。)$/u.exec(summary) ?? [];
  return rest && gap && /没有[写查]/u.test(gap) && next.includes('没有') ? `${rest}。` : summary;
}

export function asAim(label: string): string {
  return label.startsWith('文件当时') ? label : `文件当时的目标：${label}`;
}
