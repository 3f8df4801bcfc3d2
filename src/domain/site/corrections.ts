import type { Change } from '#schemas/primitives.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import { type ChangedPage, changedPages } from './changed-pages.ts';

/** How a note says that it mends an error. */
const mark = '更正：';

/** A change that mends an error (更正). */
export interface Correction {
  /** When it was mended, Beijing time: 2026-11-24 09:00. */
  date: string;
  /** What is said of it, without the mark; it names what stood there where `was` does not. */
  text: string;
  was?: string | undefined;
  /** 2026, 2026-11 or 2026-11-24; left out where nobody wrote it down. */
  since?: string | undefined;
}

/** A change as a correction; undefined where it only adds. */
export function correctionOf({ date, note, corrects }: Change): Correction | undefined {
  if (corrects === undefined && !note.startsWith(mark)) return undefined;
  return { date, text: note.startsWith(mark) ? note.slice(mark.length) : note, ...corrects };
}

/** Corrections among the changes of a page, in their order. */
export const correctionsOf = (changes: readonly Change[]): Correction[] =>
  changes.flatMap((change) => correctionOf(change) ?? []);

/** The note of a change in one text, as feeds and programs get it: 「更正：……原来写的是「……」。」 */
export function changeText(change: Change): string {
  const correction = correctionOf(change);
  if (!correction) return change.note;
  const { text, was } = correction;
  const said = was ? `${/[。！？]$/u.test(text) ? text : `${text}。`}原来写的是「${was}」。` : text;
  return `${mark}${said}`;
}

/** Every correction with its page, newest first; of one time, in the order of the catalogue. */
export function allCorrections(catalog: Catalog): (Correction & { page: ChangedPage })[] {
  return changedPages(catalog)
    .flatMap((page) => correctionsOf(page.changes).map((correction) => ({ ...correction, page })))
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
