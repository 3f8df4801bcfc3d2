import { expect, test } from 'vitest';
import type { Chart } from '#domain/print/chart.ts';
import { chartPicture } from '#render/chart-picture.ts';
import type { TypeFace } from '#render/type-face.ts';

const face: TypeFace = {
  width: (text, size) => Array.from(text).length * size,
  outline: () => 'M0 0',
  missing: () => [],
};
const faces = { bold: face, regular: face };
const site = { name: '站', address: 'https://a.example/charts/census/a/' };
const figure = (label: string, value: number, text = `${value}人`) => ({
  label,
  value,
  unit: '人',
  text,
  time: '2020年11月',
  source: '统计局',
});
const chart = (figures: Chart['figures'], drawn: Chart['drawn']): Chart => ({
  kind: 'census',
  id: 'a',
  title: '多少人',
  about: '',
  figures,
  drawn,
  clause: '1-1',
  from: '据统计局',
  updated: '2026-11-28 18:00',
});

test('bars are as long as their figures on one scale from zero', () => {
  const svg = chartPicture(chart([figure('甲', 400), figure('乙', 100)], 'bars'), 'wide', site, faces, () => '#000');
  const widths = [...svg.matchAll(/<rect x="90"[^>]*? width="(\d+)"/g)].map(([, width]) => Number(width));
  // 1920 less two margins of 90.
  expect(widths).toEqual([1740, 435]);
});

test('figures that have no room are left to the table, and that is said', () => {
  const many = Array.from({ length: 9 }, (_, index) => figure('很长的指标'.repeat(12), index));
  const svg = chartPicture(chart(many, 'frames'), 'square', site, faces, () => '#000');
  const frames = svg.match(/fill="none"/g)?.length ?? 0;
  expect(frames).toBeGreaterThan(0);
  expect(svg).toContain(`另有${9 - frames}个数字，见网址里的表格`);
});

test('one of the bars is filled, those it is compared with are outlined', () => {
  const figures = [figure('甲', 400), { ...figure('乙', 100), as: 'here' as const }];
  const svg = chartPicture(chart(figures, 'bars'), 'wide', site, faces, () => '#000');
  const bars = [...svg.matchAll(/<rect x="90"[^>]*>/g)].map(([bar]) => bar);
  expect(bars.map((bar) => [/ width="(\d+)"/.exec(bar)?.[1], bar.includes('fill="none"')])).toEqual([
    ['1740', true],
    ['435', false],
  ]);
});

test('strokes stand where their distances are, the place in question tall, the radius of the guidance shaded', () => {
  const km = (label: string, value: number, as?: 'here' | 'ring') => ({
    ...figure(label, value, `约${value}公里`),
    ...(as && { as }),
  });
  const svg = chartPicture(
    { ...chart([km('甲', 10, 'here'), km('半径', 20, 'ring'), km('远', 40)], 'strokes'), rest: [km('乙', 30)] },
    'wide',
    site,
    faces,
    () => '#000',
  );
  // 1740 units for 40 km: 10 km is 435, 20 km 870, 30 km 1305, from the margin of 90 on.
  expect(/<path d="M525 [\d.]+V[\d.]+" stroke="#000" stroke-width="14"/.test(svg)).toBe(true);
  expect(/<rect x="90" y="[\d.]+" width="870"/.test(svg)).toBe(true);
  expect(
    [...(/<path d="(M1830 [^"]*)" fill="none"/.exec(svg)?.[1] ?? '').matchAll(/M(\d+) [\d.]+V/g)].map(([, x]) => x),
  ).toEqual(['1830', '1395']);
  expect(svg).toContain('另有1个数字，见网址里的表格');
});

test('years are all drawn, one below the other, smaller before one is left out', () => {
  const years = [1613, 1657, 1682, 2013, 2024].map((year) => ({ ...figure('某事', year, `${year}年`), time: '' }));
  const svg = chartPicture(chart(years, 'years'), 'wide', site, faces, () => '#000');
  const heights = [...svg.matchAll(/<circle cx="110" cy="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(heights).toHaveLength(5);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(svg).toContain('某事：1613年（统计局）');
});
