import type { Target } from '#schemas/entries.ts';
import { outcomes } from '#domain/cases/targets.ts';
import { escaped } from './escaped.ts';

/** Charts are drawn for a phone: one unit is a pixel at 360, and text keeps its size. */
export const width = 320;
const labelAt = 6;

/** Patterns the bars are filled with; stands once on a page. */
export const chartPatterns =
  '<svg class="vh" aria-hidden="true"><defs>' +
  '<pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V8"/></pattern>' +
  '<pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="1.2"/></pattern>' +
  '</defs></svg>';

/**
 * A target and what was found, one above the other. Only figures of the same scope could share a scale, and there are
 * none: an outcome that is unknown or of another scope fills its row with a pattern and has no length to compare.
 */
export function targetChart({ title, value, unit, outcomeStatus }: Target): string {
  const aim = value === null ? '文件没有给数字' : `${value}${unit ?? ''}`;
  const found = outcomes[outcomeStatus].label;
  return [
    `<svg class="chart" viewBox="0 0 ${width} 96" role="img" aria-label="${escaped(`${title}。目标：${aim}。结果：${found}`)}">`,
    `<rect class="${value === null ? 'open' : 'goal'}" y="0" width="${width}" height="42"/>`,
    `<text class="${value === null ? '' : 'on'}" x="${labelAt}" y="27">目标 ${escaped(aim)}</text>`,
    `<rect class="${outcomeStatus}" y="50" width="${width}" height="42"/>`,
    `<text class="plate" x="${labelAt}" y="77">结果 ${escaped(found)}</text>`,
    '</svg>',
  ].join('');
}

export interface Bar {
  label: string;
  value: number;
  text: string;
  /** One of the others that a figure is compared with: outlined, not filled. */
  weak?: boolean;
}

/** Bars on one scale that begins at zero, each with its figure. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const step = 52;
  const spoken = bars.map(({ label, text }) => `${label}${text}`).join('，');
  return [
    `<svg class="chart" viewBox="0 0 ${width} ${bars.length * step}" role="img" aria-label="${escaped(`${title}：${spoken}`)}">`,
    ...bars.map(
      ({ label, value, text, weak }, index) =>
        `<text x="0" y="${index * step + 20}">${escaped(label)} ${escaped(text)}</text>` +
        `<rect class="${weak ? 'open' : 'goal'}" x="0" y="${index * step + 28}" width="${Math.round((value / most) * width)}" height="14"/>`,
    ),
    '</svg>',
  ].join('');
}
