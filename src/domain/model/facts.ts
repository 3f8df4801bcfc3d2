import type { SourceData } from '#schemas/entries.ts';
import type { Fact } from '#schemas/fact.ts';

/** 76万亩; text values stand as they are. */
export function formatValue({ value, unit }: Pick<Fact, 'value'> & { unit?: string | undefined }): string {
  return `${value}${unit ?? ''}`;
}

/** 2023-09-13 → 2023年9月13日; 2023-09 → 2023年9月; 2023 → 2023年. */
export function formatDate(date: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}

type Titled = Pick<SourceData, 'title' | 'titleUnverified'>;

/** The title as it stands in a list: a description by this site says that it is none of the source's (题名未核). */
export function markedTitle({ title, titleUnverified }: Titled): string {
  return titleUnverified ? `${title}（题名未核）` : title;
}

/** 《title》 in a sentence. 《》 hold real titles only: a description stands without. */
export function quotedTitle(source: Titled): string {
  return source.titleUnverified ? markedTitle(source) : `《${source.title}》`;
}

/**
 * Short mark of a source as it stands after a sentence: 江城日报 2024-05.
 * A law is known by its name, a reprint without a known outlet by its title.
 */
export function sourceLabel({
  outlet,
  title,
  date,
  kind,
  titleUnverified,
}: Titled & Pick<SourceData, 'outlet' | 'date' | 'kind'>): string {
  const byTitle = kind === 'law-text' || outlet.startsWith('转载');
  const name = byTitle ? shortTitle(withoutRemark(title), titleUnverified) : withoutRemark(outlet);
  return date && kind !== 'law-text' ? `${name} ${date.slice(0, 7)}` : name;
}

/** A title that was cut is no title any more, and stands without 《》. */
function shortTitle(title: string, titleUnverified: Titled['titleUnverified']): string {
  const short = shorten(title, 14);
  return short === title ? quotedTitle({ title, titleUnverified }) : markedTitle({ title: short, titleUnverified });
}

/** Remarks in brackets (decree numbers, 转载) are left to /sources/. */
function withoutRemark(text: string): string {
  return text.replace(/[（(].*$/u, '');
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** `area` on the page of wanchang is wanchang/area. */
export function factKey(reference: string, entryId: string): string {
  return reference.includes('/') ? reference : `${entryId}/${reference}`;
}
