import { formatDate } from '#domain/model/facts.ts';
import type { DistanceLine } from '#domain/places/distances.ts';
import type { CensusBars, LinePart } from '#domain/places/figures.ts';
import { barChart, width } from './charts.ts';
import { escaped } from './escaped.ts';

/** Figures of a town, drawn for a phone like the charts: one idea each, at most five labels, no legend. */
function svg(height: number, finding: string, parts: readonly string[]): string {
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(finding)}">${parts.join('')}</svg>`;
}

/** About how wide a text is; Chinese characters are as wide as they are high. */
const letter = 17;
const textWidth = (text: string) =>
  Array.from(text).reduce((sum, character) => sum + (/[\x20-\x7e]/.test(character) ? 0.56 : 1) * letter, 0);

/** A text above or below a point, kept within the picture. */
function label(text: string, x: number, y: number, className = ''): string {
  const half = textWidth(text) / 2;
  const at = Math.min(Math.max(x, half), width - half);
  return `<text${className && ` class="${className}"`} text-anchor="middle" x="${round(at)}" y="${y}">${escaped(text)}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Every place as a stroke on one line of distances, the marked one tall; what the guidance calls its ring is shaded. */
export function distanceFigure({ here, all, farthest, ring }: DistanceLine): string {
  const inner = width - 4;
  const x = (at: number) => round(2 + (at / farthest.km) * inner);
  const within = (km: number) => all.filter((other) => other.km < km).length;
  const spoken = [
    here
      ? `${here.name}离市中心直线约${Math.round(here.km)}公里，误差约${here.error}公里；${all.length}个地方里有${within(here.km)}个更近`
      : `${all.length}个地方离市中心的直线距离，最远的${farthest.name}约${Math.round(farthest.km)}公里`,
    ...(ring ? [`文件写的半径是约${ring.km}公里${here ? '' : `，以内有${within(ring.km)}个`}`] : []),
  ].join('；');
  return svg(104, spoken, [
    ...(ring
      ? [
          `<rect class="ring" x="2" y="32" width="${round(x(ring.km) - 2)}" height="24"/>`,
          `<path stroke-width="3" stroke-dasharray="4 3" d="M${x(ring.km)} 32V66"/>`,
        ]
      : []),
    `<path d="${[...new Set(all.map(({ km }) => x(km)))].map((at) => `M${at} 40v16`).join('')}"/>`,
    `<path d="M0 56H${width}"/>`,
    ...(here
      ? [
          `<path class="line" stroke-width="5" d="M${x(here.km)} 24V56"/>`,
          label(`${here.name} 约${Math.round(here.km)}公里`, x(here.km), 18, 'strong'),
        ]
      : []),
    ...(ring ? [`<text x="${round(x(ring.km) + 5)}" y="74">文件写的约${ring.km}公里</text>`] : []),
    '<text x="0" y="100">市中心</text>',
    `<text text-anchor="end" x="${width}" y="100">${escaped(farthest.name)} ${Math.round(farthest.km)}</text>`,
  ]);
}

/** The stations around this one on a line of the picture; names stand above and below by turns. */
export function lineFigure({ label: line, isCluster, at, of, stations, before, after }: LinePart): string {
  const step = width / stations.length;
  const x = (index: number) => round((index + 0.5) * step);
  const here = stations.findIndex((station) => station.here);
  const ends = { from: before ? 0 : x(0), to: after ? width : x(stations.length - 1) };
  const spoken = `${line}${isCluster ? '' : '的地方'}一共${of}个，${stations[here]?.name ?? ''}是第${at}个`;
  return svg(84, spoken, [
    `<path${isCluster ? ' class="line" stroke-width="5"' : ''} d="M${ends.from} 42H${ends.to}"/>`,
    ...stations.map(
      (station, index) =>
        `<circle${station.here ? ' class="here"' : ''} cx="${x(index)}" cy="42" stroke-width="2" r="${station.here ? 10 : 7}"/>`,
    ),
    ...stations.map(({ name }, index) =>
      label(name, x(index), (index - here) % 2 === 0 ? 20 : 76, index === here ? 'strong' : ''),
    ),
  ]);
}

/** Residents of one unit among its like, on one scale from zero. */
export function censusFigure({ of, label: kind, asOf, bars }: CensusBars): string {
  return barChart(
    `${formatDate(asOf)}普查常住人口，${kind}里的${of}`,
    bars.map(({ of: unit, people, here }) => ({ label: unit, value: people, text: `${people}人`, weak: !here })),
  );
}

/** Twelve months, those that are named filled. */
export function monthsFigure(name: string, months: readonly number[]): string {
  const cell = width / 12;
  const all = Array.from({ length: 12 }, (_, index) => index + 1);
  return svg(36, `${name}：${months.map((month) => `${month}月`).join('、')}`, [
    ...all.map((month) => {
      const isNamed = months.includes(month);
      const x = round((month - 1) * cell);
      return (
        `<rect class="${isNamed ? 'goal' : 'open'}" x="${round(x + 1)}" y="1" width="${round(cell - 2)}" height="34"/>` +
        `<text${isNamed ? ' class="on"' : ''} text-anchor="middle" x="${round(x + cell / 2)}" y="24">${month}</text>`
      );
    }),
  ]);
}
