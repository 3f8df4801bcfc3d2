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
