import type { Entry } from './types.ts';
import { type PageKind, pageKinds } from '#schemas/kinds.ts';
import { type Section, sectionsOf } from './body.ts';

export interface PageSection extends Section {
  /** Anchor of the section. */
  id: string;
  /** Says whose words the section is, where they are not those of the guidance or of reports. */
  note?: string | undefined;
  /** All that stands in it is not known or not said. */
  isGap?: true | undefined;
}

/** The sections of an entry with the anchors of their fixed headings. */
export function pageSections(kind: PageKind, entry: Entry<unknown>): PageSection[] {
  const headings = Object.entries<{ label: string; note?: string; isGap?: true }>(pageKinds[kind].headings);
  const known = new Map(headings.map(([id, { label, note, isGap }]) => [label, { id, note, isGap }]));
  return sectionsOf(entry.body).flatMap((section) => {
    const heading = known.get(section.heading);
    return heading ? [{ ...section, ...heading }] : [];
  });
}
