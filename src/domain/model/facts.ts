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

/**
 * Short mark of a source as it stands after a sentence: 江城日报 2024-05.
 * A law is known by its name, a reprint without a known outlet by its title.
 */
export function sourceLabel({
  outlet,
  title,
  date,
  kind,
}: Pick<SourceData, 'outlet' | 'title' | 'date' | 'kind'>): string {
  const byTitle = kind === 'law-text' || outlet.startsWith('转载');
  const name = byTitle ? `《${shorten(withoutRemark(title), 14)}》` : withoutRemark(outlet);
  return date && kind !== 'law-text' ? `${name} ${date.slice(0, 7)}` : name;
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
