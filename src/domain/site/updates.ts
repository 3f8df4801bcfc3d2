import type { PageKind } from '#schemas/kinds.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import { type ChangedPage, changedPages, writtenPages } from './changed-pages.ts';
import { changeText, correctionOf } from './corrections.ts';

export interface Update extends Omit<ChangedPage, 'changes'> {
  note: string;
  /** What a feed says of it: its summary, and the note. */
  text: string;
  /** The last change mends an error. */
  corrects: boolean;
}

/** Pages by their last change, newest first (更新), all or those of some kinds; ties in the order of the catalogue. */
export function latestUpdates(catalog: Catalog, kinds?: readonly PageKind[]): Update[] {
  return (kinds ? writtenPages(catalog, kinds) : changedPages(catalog))
    .map(({ ref, title, summary, published, updated, changes }) => {
      const last = changes.at(-1);
      const note = last ? changeText(last) : '';
      return {
        ref,
        title,
        summary,
        published,
        updated,
        note,
        text: summary === undefined ? note : `${summary}（${note}）`,
        corrects: last !== undefined && correctionOf(last) !== undefined,
      };
    })
    .toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
}

/** So many entries stand in a feed, and of each kind so many whatever the others did. */
const inFeed = { newest: 50, ofEachKind: 10 };

/** What a feed tells: the latest updates, with every kind among them. */
export function feedUpdates(catalog: Catalog, kinds?: readonly PageKind[]): Update[] {
  const seen = new Map<string, number>();
  return latestUpdates(catalog, kinds).filter(({ ref: { kind } }, n) => {
    const ofKind = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, ofKind);
    return n < inFeed.newest || ofKind <= inFeed.ofEachKind;
  });
}

/** When anything was last changed: the version date of pages that gather many. */
export function lastUpdate(catalog: Catalog): string {
  return catalog.newest;
}

/** 2026-11-24 09:00 Beijing time → RFC 3339. */
export function toRfc3339(time: string): string {
  return `${time.replace(' ', 'T')}:00+08:00`;
}
