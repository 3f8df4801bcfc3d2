import type { Place, Policy } from '#domain/model/types.ts';
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
  /** The one figure of the sheet; where there is none, the pattern of `art`, ids of roles, is its picture. */
  figure?: { value: string; label: string };
  art: string[];
  /** What a place is, in the document's words. */
  marks: string[];
  clauses: string[];
  /** Version date: last change of what it is made from. */
  updated: string;
}

/** Said on every sheet of a document with a target year. */
const notToday = (year: number) => `${year}年是文件自己定的目标年份，不是今天的期限。`;

/** What names roles, counties and clauses. */
type Named = Pick<Catalog, 'clause' | 'county' | 'role' | 'document' | 'words'>;

export function policyPoster({ clause: byId, document: { targetYear } }: Named, policy: Policy): Poster {
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
    sentences: [...says.slice(0, 1), ...(targetYear === undefined ? [] : [notToday(targetYear)]), ask],
    ...(figure && { figure }),
    art: [],
    marks: [],
    clauses: widest(data.clauses).map((id) => byId(id).label),
    updated: data.updated,
  };
}

export function placePoster(of: Named, place: Place): Poster {
  const { data } = place;
  const county = data.county ? of.county(data.county).label : '';
  const where = data.officialName.startsWith(county) ? '' : county;
  const held = data.roles.map(({ role }) => of.role(role));
  return {
    kind: 'places',
    id: place.id,
    title: data.title,
    sentences: [...sentences(data.summary).slice(0, 2), '条款和出处，扫码都能看到。'],
    art: data.roles.map(({ role }) => role),
    marks: [...(where ? [where] : []), ...held.map(({ label }) => label)],
    clauses: [...new Set(data.roles.map(({ clause }) => of.clause(clause).label))],
    updated: data.updated,
  };
}

/** The checker has a sheet of its own; what it says of it is what the explainer on residence permits answers for. */
export function checkerPoster({ clause: byId, words: { permit } }: Named, policy: Policy): Poster {
  return {
    kind: 'permit',
    id: 'checker',
    title: '户口不在本地？居住证能用什么，自己查一查',
    sentences: [
      ...(permit ? [permit.poster] : []),
      '不问姓名，不用登录，什么都不存。',
      '结果只供参考，以窗口答复为准。',
    ],
    ...(permit?.figure && { figure: permit.figure }),
    art: [],
    marks: [],
    clauses: widest(policy.data.clauses).map((id) => byId(id).label),
    updated: policy.data.updated,
  };
}

export function postersOf(catalog: Catalog): Poster[] {
  const permit =
    catalog.permit.needs.length > 0 && catalog.document.permitPolicy ? [catalog.document.permitPolicy] : [];
  return [
    ...catalog.policies.map((policy) => policyPoster(catalog, policy)),
    ...catalog.places.map((place) => placePoster(catalog, place)),
    ...permit.map((id) => checkerPoster(catalog, catalog.policy(id))),
  ];
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
