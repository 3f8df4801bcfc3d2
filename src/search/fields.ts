/**
 * Where a phrase stands in an entry, and what meeting it is worth (1 to 26). `whole`: the phrase is also a key as a whole;
 * `sound`: also by its sound; `initials`: also by first letters, from so many characters on; `single`: also by single characters;
 * `near`: also with a letter missing, for slips in pinyin.
 */
export const fields = {
  title: { weight: 10, whole: 26, sound: true, initials: 2, single: true, near: true },
  alias: { weight: 9, whole: 24, sound: true, initials: 2, single: true, near: false },
  /** Official terms (官方说法). */
  term: { weight: 8, whole: 18, sound: true, initials: 2, single: false, near: true },
  /** Everyday words (平常说法). */
  synonym: { weight: 8, whole: 17, sound: true, initials: 4, single: false, near: false },
  ask: { weight: 7, whole: 15, sound: false, initials: Infinity, single: false, near: false },
  question: { weight: 6, whole: 0, sound: false, initials: Infinity, single: false, near: false },
  gist: { weight: 3, whole: 0, sound: false, initials: Infinity, single: false, near: false },
} as const;
export type Field = keyof typeof fields;

/** Weights from here on say what an entry is about; those below only that it mentions it. */
export const about = 5;
