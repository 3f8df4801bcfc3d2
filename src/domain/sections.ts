import { type PageKind, headings } from '#schemas/vocabulary.ts';
import { type Section, sectionsOf } from './body.ts';
import type { Entry } from './content.ts';

export interface PageSection extends Section {
  /** Anchor of the section. */
  id: string;
}

/** The sections of an entry with the anchors of their fixed headings. */
export function pageSections(kind: PageKind, entry: Entry<unknown>): PageSection[] {
  const anchors = new Map(Object.entries(headings[kind]).map(([id, { label }]) => [label as string, id]));
  return sectionsOf(entry.body).flatMap((section) => {
    const id = anchors.get(section.heading);
    return id ? [{ ...section, id }] : [];
  });
}
