import { formatDate, formatValue, sourceLabel } from '#domain/model/facts.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import type { Case, Policy } from '#domain/model/types.ts';
import { widest } from '#domain/print/poster.ts';
import { wholeSentences } from '#domain/model/text.ts';

/** Texts to send on (短文字), of at most so many characters, without their clause and address. */
export const shortLengths = [60, 140, 200] as const;

export interface ShortText {
  most: (typeof shortLengths)[number];
  text: string;
  /** What it rests on: 条款三(八), 据吉林广播电视台 2023. */
  basis: string;
}

export function policyTexts(catalog: Catalog, { data }: Policy): ShortText[] {
  const basis = `条款${widest(data.clauses)
    .map((id) => catalog.clause(id).label)
    .join('、')}`;
  const long = wholeSentences(data.notice, (text) => text.length <= 140);
  return [
    ...(data.brief ? [{ most: 60 as const, text: data.brief, basis }] : []),
    { most: 140, text: long, basis },
    // The notice itself (公告), whole.
    ...(long === data.notice ? [] : [{ most: 200 as const, text: data.notice, basis }]),
  ];
}

export function caseTexts(catalog: Catalog, { data }: Case): ShortText[] {
  const [figure] = data.results;
  const first = figure && `${data.title}：${figure.label}${formatValue(figure)}`;
  const when = figure?.asOf ? `（${formatDate(figure.asOf)}）` : '';
  const from = (id: string) => `据${sourceLabel(catalog.source(id))}`;
  const short = first && [`${first}${when}。`, `${first}。`].find((text) => text.length <= 60);
  const long = wholeSentences(data.summary, (text) => text.length <= 140);
  return [
    ...(figure && short ? [{ most: 60 as const, text: short, basis: from(figure.source) }] : []),
    { most: 140, text: long, basis: from(data.firstReported) },
  ];
}
