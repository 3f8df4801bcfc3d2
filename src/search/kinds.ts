/** Kinds of result (结果种类), the label shown and how much an entry of the kind counts beside others. */
export const resultKinds = {
  policy: { label: '政策', prior: 1 },
  place: { label: '地方', prior: 0.97 },
  cluster: { label: '地方', prior: 1 },
  case: { label: '案例', prior: 0.62 },
  page: { label: '栏目', prior: 0.95 },
  clause: { label: '条款', prior: 0.5 },
  term: { label: '名词', prior: 0.5 },
} as const;
export type ResultKind = keyof typeof resultKinds;
