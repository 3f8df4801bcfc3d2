/**
 * Where a phrase stands in an entry, and what meeting it is worth (1 to 26). `whole`: the phrase is also a key as a whole;
 * `sound`: also by its sound; `single`: also by single characters.
 */
export const fields = {
  title: { weight: 10, whole: 26, sound: true, single: true },
  alias: { weight: 9, whole: 24, sound: true, single: true },
  /** Official terms (官方说法). */
  term: { weight: 8, whole: 18, sound: true, single: false },
  /** Everyday words (平常说法). */
  say: { weight: 8, whole: 17, sound: true, single: false },
  ask: { weight: 7, whole: 15, sound: false, single: false },
  question: { weight: 6, whole: 0, sound: false, single: false },
  gist: { weight: 3, whole: 0, sound: false, single: false },
  text: { weight: 2, whole: 0, sound: false, single: false },
} as const;
export type Field = keyof typeof fields;

/** Weights from here on say what an entry is about; those below only that it mentions it. */
export const about = 5;

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
