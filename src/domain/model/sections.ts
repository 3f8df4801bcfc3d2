import type { Entry } from './types.ts';
import { type PageKind, pageKinds } from '#schemas/kinds.ts';
import { type Section, sectionsOf } from './body.ts';

export interface PageSection extends Section {
  /** Anchor of the section. */
  id: string;
}

/** The sections of an entry with the anchors of their fixed headings. */
export function pageSections(kind: PageKind, entry: Entry<unknown>): PageSection[] {
  const headings = Object.entries<{ label: string }>(pageKinds[kind].headings);
  const anchors = new Map(headings.map(([id, { label }]) => [label, id]));
  return sectionsOf(entry.body).flatMap((section) => {
    const id = anchors.get(section.heading);
    return id ? [{ ...section, id }] : [];
  });
}
