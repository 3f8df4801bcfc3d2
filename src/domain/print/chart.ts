import { census, outcomes } from '#domain/cases/targets.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import { formatDate, formatValue, sourceLabel } from '#domain/model/facts.ts';
import { hasOwnPictures } from '#domain/site/share.ts';
import type { ChartKind } from '#domain/site/urls.ts';

/** A chart to be taken away (图表): for a broadcast, a paper, another site. All that is drawn stands on its page. */
export interface Chart {
  kind: ChartKind;
  id: string;
  title: string;
  /** What the figures are about, in a line. */
  about: string;
  figures: ChartFigure[];
  /** Figures of one unit and time are drawn as bars on one scale from zero. */
  isScale: boolean;
  /** Clause of the guidance it belongs to. */
  clause: string;
  /** What was looked for and not found. */
  unknown?: string;
  /** Where the figures are from, in a line. */
  from: string;
  updated: string;
}

export interface ChartFigure {
  label: string;
  value: number | string;
  unit: string;
  /** As it is shown: 254.5万人. */
  text: string;
  /** 2020年11月; where nobody gives a time: 年份未注明. */
  time: string;
  source: string;
}

/** More would not be read on a screen; the table has them all. */
export const mostShown = 6;

export function chartsOf(catalog: Catalog): Chart[] {
  return [...(hasOwnPictures(catalog) ? ofCases(catalog) : []), ...ofTargets(catalog), ...ofCensus(catalog)];
}

function ofCases(catalog: Catalog): Chart[] {
  return catalog.cases
    .filter(({ data }) => data.results.length > 0)
    .map(({ id, data }) => {
      const figures = data.results.map((result) => ({
        label: result.label,
        value: result.value,
        unit: result.unit ?? '',
        text: formatValue(result),
        time: result.asOf ? formatDate(result.asOf) : '年份未注明',
        source: sourceLabel(catalog.source(result.source)),
      }));
      return {
        kind: 'cases' as const,
        id,
        title: data.title,
        about: data.places.map((place) => catalog.place(place).data.officialName).join('、'),
        figures,
        isScale: false,
        clause: data.themes.flatMap((theme) => catalog.policy(theme).data.clauses)[0] ?? '0',
        from: `据${[...new Set(figures.slice(0, mostShown).map(({ source }) => source))].join('、')}`,
        updated: data.updated,
      };
    });
}

function ofTargets(catalog: Catalog): Chart[] {
  return catalog.targets.map(({ id, title, value, unit, clause, scope, deadline, outcomeStatus }) => {
    const source = `文件条款 ${catalog.clause(clause).label}`;
    const text = value === null ? '文件没有给数字' : `${value}${unit ?? ''}`;
    return {
      kind: 'targets' as const,
      id,
      title,
      about: `范围：${scope}。期限：${deadline ?? '文件没有写'}`,
      figures: [{ label: '文件当时的目标', value: value ?? '', unit: unit ?? '', text, time: deadline ?? '', source }],
      isScale: false,
      clause,
      ...(outcomeStatus !== 'known' && { unknown: `结果：${outcomes[outcomeStatus].label}` }),
      from: `目标见${source}`,
      updated: catalog.newest,
    };
  });
}

function ofCensus(catalog: Catalog): Chart[] {
  return catalog.targets.flatMap((target) => {
    const rows = census(catalog, target);
    const [first] = target.census;
    if (!first || rows.length < 2) return [];
    const { asOf } = catalog.fact(`${first.place}/${first.fact}`);
    const time = asOf ? formatDate(asOf) : '年份未注明';
    const sources = [...new Set(rows.map(({ source }) => sourceLabel(catalog.source(source))))];
    return [
      {
        kind: 'census' as const,
        id: target.id,
        title: '普查数到多少常住人口',
        about: `${time}，不能拿来算目标完成了多少`,
        figures: rows.map(({ place, people, source }) => ({
          label: place,
          value: people,
          unit: '人',
          text: `${people}人`,
          time,
          source: sourceLabel(catalog.source(source)),
        })),
        isScale: true,
        clause: target.clause,
        from: `据${sources.join('、')}`,
        updated: catalog.newest,
      },
    ];
  });
}

/** How to name where a chart is from (怎么署名). */
export function creditOf(chart: Pick<Chart, 'from' | 'updated'>, site: string): string {
  return `${chart.from}；${site}整理，${formatDate(chart.updated)}的版本`;
}
