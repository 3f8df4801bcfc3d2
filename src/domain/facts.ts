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

/** Short mark of a source as it stands after a sentence: 江城日报 2024-05. Reprint remarks in brackets are left to /sources/. */
export function sourceLabel({ outlet, date }: { outlet: string; date?: string | undefined }): string {
  const name = outlet.replace(/[（(].*$/u, '');
  return date ? `${name} ${date.slice(0, 7)}` : name;
}
