import { census, outcomes } from '#domain/cases/targets.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import { stationName } from '#domain/guidance/diagram.ts';
import { formatDate, formatValue, sourceLabel } from '#domain/model/facts.ts';
import type { Place } from '#domain/model/types.ts';
import { distanceOf } from '#domain/places/distances.ts';
import { censusOf, eventsOf } from '#domain/places/figures.ts';
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
  /** Drawn from its place on the line, and in the table; told neither on the picture nor on the page. */
  rest?: ChartFigure[];
  /**
   * Each figure in a frame; bars on one scale from zero, of one unit and time; strokes on one line from zero; years one
   * below the other.
   */
  drawn: 'frames' | 'bars' | 'strokes' | 'years';
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
  /** The one that the chart is about, or a radius that the guidance gives. */
  as?: 'here' | 'ring';
}

/** More would not be read on a screen; the table has them all. */
export const mostShown = 6;

export function chartsOf(catalog: Catalog): Chart[] {
  const own = hasOwnPictures(catalog);
  return [
    ...(own ? ofCases(catalog) : []),
    ...ofTargets(catalog),
    ...ofCensus(catalog),
    ...(own ? catalog.places.flatMap((place) => ofPlace(catalog, place)) : []),
  ];
}

/** Those of one place (一眼看): what has numbers or years, and sources. */
export function ofPlace(catalog: Catalog, place: Place): Chart[] {
  return [ofResidents(catalog, place), ofDistance(catalog, place), ofYears(catalog, place)].filter(
    (chart) => chart !== undefined,
  );
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
        drawn: 'frames' as const,
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
      drawn: 'frames' as const,
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
        figures: rows.map(({ place, people, source }) => peopleOf(catalog, place, { people, time, source })),
        drawn: 'bars' as const,
        clause: target.clause,
        from: `据${sources.join('、')}`,
        updated: catalog.newest,
      },
    ];
  });
}

/** Residents of a place by a census. */
function peopleOf(
  catalog: Catalog,
  label: string,
  { people, time, source }: { people: number; time: string; source: string },
): ChartFigure {
  return { label, value: people, unit: '人', text: `${people}人`, time, source: sourceLabel(catalog.source(source)) };
}

function ofResidents(catalog: Catalog, place: Place): Chart | undefined {
  const census = censusOf(catalog, place);
  if (!census) return undefined;
  const { title, roles, updated } = place.data;
  const time = formatDate(census.asOf);
  const figures = census.bars.map(({ of, people, source, here }) => ({
    ...peopleOf(catalog, of, { people, time, source }),
    ...(here && { as: 'here' as const }),
  }));
  return {
    kind: 'residents',
    id: place.id,
    title: `${census.of === title ? '' : `${title}：`}${census.of}有多少人`,
    about: `${time}普查的常住人口，${census.label}比${census.label}`,
    figures,
    drawn: 'bars',
    clause: roles[0]?.clause ?? '0',
    from: fromOf(figures),
    updated,
  };
}

function ofDistance(catalog: Catalog, place: Place): Chart | undefined {
  const line = distanceOf(catalog.distances, place);
  if (!line?.here) return undefined;
  const { here, farthest, ring } = line;
  const { roles, updated } = place.data;
  const figures = catalog.places
    .flatMap((one): ChartFigure[] => {
      const { distanceKm: km, positionSource } = one.data;
      if (km === undefined) return [];
      return [
        {
          label: stationName(one),
          value: km,
          unit: '公里',
          text: `约${Math.round(km)}公里`,
          time: '',
          source: positionSource === undefined ? '' : sourceLabel(catalog.source(positionSource)),
          ...(one.id === place.id && { as: 'here' as const }),
        },
      ];
    })
    .toSorted((a, b) => Number(a.value) - Number(b.value));
  const own = figures.filter(({ as }) => as === 'here');
  const last = figures.filter(({ as, label }) => as !== 'here' && label === farthest.name);
  const radius = ring && {
    label: '文件写的半小时经济圈半径',
    value: ring.km,
    unit: '公里',
    text: `约${ring.km}公里`,
    time: '',
    source: `文件条款 ${catalog.clause(ring.clause).label}`,
    as: 'ring' as const,
  };
  return {
    kind: 'distance',
    id: place.id,
    title: `${here.name}离市中心多远`,
    about: `直线，按坐标估算，误差约${here.error}公里，不是路程。一竖是文件点名的一个地方，共${figures.length}个`,
    figures: [...own, ...(radius ? [radius] : []), ...last],
    rest: figures.filter((figure) => !own.includes(figure) && !last.includes(figure)),
    drawn: 'strokes',
    clause: ring?.clause ?? roles[0]?.clause ?? '0',
    from: `${fromOf(own)}的坐标估算`,
    updated,
  };
}

function ofYears(catalog: Catalog, place: Place): Chart | undefined {
  const events = eventsOf(place);
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return undefined;
  const { title, roles, updated } = place.data;
  const figures = events.map(({ fact, year, what }) => {
    const { source, clause = '0' } = catalog.fact(`${place.id}/${fact}`);
    return {
      label: what,
      value: year,
      unit: '年',
      text: `${year}年`,
      time: '',
      source: source === undefined ? `文件条款 ${catalog.clause(clause).label}` : sourceLabel(catalog.source(source)),
    };
  });
  return {
    kind: 'years',
    id: place.id,
    title: `${title}：${first.year}年到${last.year}年`,
    about: '有出处写明年份的几件事',
    figures,
    drawn: 'years',
    clause: roles[0]?.clause ?? '0',
    from: fromOf(figures),
    updated,
  };
}

const fromOf = (figures: readonly ChartFigure[]) => `据${[...new Set(figures.map(({ source }) => source))].join('、')}`;

/** How to name where a chart is from (怎么署名). */
export function creditOf(chart: Pick<Chart, 'from' | 'updated'>, site: string): string {
  return `${chart.from}；${site}整理，${formatDate(chart.updated)}的版本`;
}
