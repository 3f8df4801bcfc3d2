/** A text of a header or a row, with its place. */
export interface PlacedText {
  text: string;
  field: readonly PropertyKey[];
}

/** Every one of them. */
export function textsIn(value: unknown, field: readonly PropertyKey[] = []): PlacedText[] {
  if (typeof value === 'string') return [{ text: value, field }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...field, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...field, key]));
}

/** Sentences of a text, cut at full stops, question and exclamation marks, semicolons and line ends. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/[。！？；\n]/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Length as a reader feels it: each Chinese character one, each run of digits or Latin letters one. */
export function readingLength(text: string): number {
  return text.match(/\p{Script=Han}|[\p{Script=Latin}\d.%]+/gu)?.length ?? 0;
}

/** Minutes to read, at 300 characters a minute, at least 1. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(readingLength(text) / 300));
}

/** Arabic figures of a text, thousands separators removed: 「约2,625.67平方公里」 → ['2625.67']. */
export function figuresIn(text: string): string[] {
  const plain = text.replaceAll(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  return plain.match(/\d+(?:\.\d+)?/gu) ?? [];
}

/** The first sentence of a text with its full stop; the whole text where it has none. */
export function firstSentence(text: string): string {
  return /^.*?[。！？]/u.exec(text)?.[0] ?? text;
}

/**
 * As many sentences from the beginning as there is room for, so that none is cut; failing the first one, as many of its
 * parts.
 */
export function wholeSentences(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  for (const pattern of [/[^。！？]+[。！？]?/gu, /[^。！？；]+[。！？；]?/gu, /[^。！？；，]+[。！？；，]?/gu]) {
    const parts = text.match(pattern) ?? [];
    for (let count = parts.length - 1; count > 0; count--) {
      const kept = parts
        .slice(0, count)
        .join('')
        .replace(/[；，]$/u, '。');
      if (fits(kept)) return kept;
    }
  }
  return text;
}
