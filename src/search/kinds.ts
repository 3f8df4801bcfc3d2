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
  clause: { label: '条款', prior: 0.5 },
  term: { label: '名词', prior: 0.5 },
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
