import { type PageKind, pageKinds } from '#schemas/kinds.ts';

type PageResult = (typeof pageKinds)[PageKind]['search']['kind'];
interface ResultKindInfo {
  label: string;
  /** How much an entry of the kind counts beside others, 0 to 1. */
  prior: number;
}

/** Kinds of result (结果种类): each kind of page, and what stands on pages. */
export const resultKinds = {
  ...fromPageKinds(),
  page: { label: '栏目', prior: 0.95 },
  question: { label: '问答', prior: 0.9 },
  need: { label: '办事', prior: 0.9 },
  audience: { label: '办事', prior: 0.9 },
  entitlement: { label: '权益', prior: 0.95 },
  'edge-case': { label: '情形', prior: 0.85 },
  unknown: { label: '没查到', prior: 0.75 },
  hotline: { label: '电话', prior: 0.8 },
  figure: { label: '数字', prior: 0.8 },
  clause: { label: '条款', prior: 0.6 },
  term: { label: '名词', prior: 0.6 },
} as const;
export type ResultKind = keyof typeof resultKinds;

function fromPageKinds(): Record<PageResult, ResultKindInfo> {
  const entries = Object.values(pageKinds).map(({ search }): [string, ResultKindInfo] => [search.kind, search]);
  return Object.fromEntries(entries) as Record<PageResult, ResultKindInfo>;
}

const byResult = new Map<string, PageKind>(
  (Object.keys(pageKinds) as PageKind[]).map((kind) => [pageKinds[kind].search.kind, kind]),
);

/** The kind of page that a result leads to; undefined for clauses, terms and lists. */
export const pageKindOf = (result: ResultKind): PageKind | undefined => byResult.get(result);

/** The fixed heading of a section, which says what stands there: what the guidance says, what came later, what is not said. */
export function headingOf(result: ResultKind, anchor: string): string {
  const page = pageKindOf(result);
  const headings: Readonly<Record<string, { label: string }>> = page === undefined ? {} : pageKinds[page].headings;
  return headings[anchor]?.label ?? '';
}
