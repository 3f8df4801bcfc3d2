/**
 * Where a phrase stands in an entry, and what meeting it is worth. `weight`: a pair of its characters, 0 to 1; `whole`: the
 * phrase as a whole; `sound`: also by its sound; `initials`: also by first letters, from so many characters on; `single`:
 * also by single characters when hardly anything else is asked; `near`: also with a letter missing, for slips in pinyin.
 */
export const fields = {
  title: { weight: 0.95, whole: 1.3, sound: true, initials: 2, single: true, near: true },
  alias: { weight: 0.9, whole: 1.25, sound: true, initials: 2, single: true, near: false },
  /** Official terms (官方说法). */
  term: { weight: 0.85, whole: 1, sound: true, initials: 2, single: false, near: true },
  /** Everyday words (平常说法). */
  synonym: { weight: 0.85, whole: 1.05, sound: true, initials: 4, single: false, near: false },
  question: { weight: 0.75, whole: 1.05, sound: false, initials: Infinity, single: false, near: false },
} as const;
export type Field = keyof typeof fields;

/** From this strength on, an entry is about a thing; what it merely mentions is worth less. */
export const about = 0.5;
export const mentioned = 0.4;
