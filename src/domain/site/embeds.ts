import type { Catalog } from '#domain/model/catalog.ts';
import { formatDate, formatValue, sourceLabel } from '#domain/model/facts.ts';
import type { Case, Place } from '#domain/model/types.ts';
import { type Chart, creditOf } from '#domain/print/chart.ts';
import type { Question } from '#schemas/entries.ts';
import { type EmbedBlock, markOf } from './embed-height.ts';

/** What stands on the page of a frame (嵌入), as far as its height goes: src/pages/embed/. */
const title = (text: string): EmbedBlock => ({ text, size: 19.2 });
const small = 13.6;
const list = (texts: readonly string[]): EmbedBlock[] =>
  texts.map((text, index) => ({ text, indent: 40, isTight: index > 0 }));
/** Name of the site and day. */
const footOf = ({ city }: Catalog): EmbedBlock => ({ text: `${city.site.short}（2000-01-01更新）`, size: small });
/** As wide as the mark of a clause. */
const mark = markOf('二(四)33');

/** A frame holds a few figures; the rest are one link away. */
export const mostFigures = 3;

export function caseBlocks(catalog: Catalog, { data }: Case): EmbedBlock[] {
  const figures = data.results
    .slice(0, mostFigures)
    .map(
      (result) =>
        `${result.label}：${formatValue(result)}${result.asOf ? `（${formatDate(result.asOf)}）` : ''}${markOf(sourceLabel(catalog.source(result.source)))}`,
    );
  const reported = data.date ? `最早见于${formatDate(data.date)}报道。` : '报道日期未查到。';
  const clauses = new Set(data.themes.flatMap((theme) => catalog.policy(theme).data.clauses.slice(0, 1)));
  return [
    title(data.title),
    { text: data.summary },
    ...list(figures),
    { text: `${reported}有关条款：${mark.repeat(clauses.size)}`, size: small },
    footOf(catalog),
  ];
}

export function questionBlocks(catalog: Catalog, { q, a, clauses, sources }: Question): EmbedBlock[] {
  const marks = [
    ...clauses.map((id) => markOf(catalog.clause(id).label)),
    ...sources.map((id) => markOf(sourceLabel(catalog.source(id)))),
  ];
  const related = { text: `有关条款：${mark}`, size: small };
  return [title(q), { text: a + marks.join('') }, ...(clauses.length === 0 ? [related] : []), footOf(catalog)];
}

export function placeBlocks(catalog: Catalog, { data }: Place): EmbedBlock[] {
  const where = data.county ? `，在${catalog.county(data.county).label}` : '';
  return [
    title(data.title),
    { text: '文件怎么说：' },
    ...list(data.roles.map(({ role, also }) => catalog.role(role).label + mark.repeat(1 + also.length))),
    { text: `背景资料：${data.officialName}，${catalog.level(data.level).label}${where}。`, size: small },
    footOf(catalog),
  ];
}

export function chartBlocks(catalog: Catalog, chart: Chart, siteName: string): EmbedBlock[] {
  const figures = chart.figures.map(
    ({ label, text, time, source }) => `${label}：${text}（${[time, source].filter(Boolean).join('，')}）`,
  );
  return [
    title(chart.title),
    { text: chart.about },
    ...(chart.drawn === 'bars' ? [{ text: '', ratio: (chart.figures.length * 52) / 320 }] : []),
    ...list([...figures, ...(chart.unknown ? [chart.unknown] : [])]),
    { text: `${creditOf(chart, siteName)}${mark}`, size: small },
    footOf(catalog),
  ];
}
