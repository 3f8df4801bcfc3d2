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
const chart = (figures: Chart['figures'], isScale: boolean): Chart => ({
  kind: 'census',
  id: 'a',
  title: '多少人',
  about: '',
  figures,
  isScale,
  clause: '1-1',
  from: '据统计局',
  updated: '2026-11-28 18:00',
});

test('bars are as long as their figures on one scale from zero', () => {
  const svg = chartPicture(chart([figure('甲', 400), figure('乙', 100)], true), 'wide', site, faces, () => '#000');
  const widths = [...svg.matchAll(/<rect x="90"[^>]*? width="(\d+)"/g)].map(([, width]) => Number(width));
  // 1920 less two margins of 90.
  expect(widths).toEqual([1740, 435]);
});

test('figures that have no room are left to the table, and that is said', () => {
  const many = Array.from({ length: 9 }, (_, index) => figure('很长的指标'.repeat(12), index));
  const svg = chartPicture(chart(many, false), 'square', site, faces, () => '#000');
  const frames = svg.match(/fill="none"/g)?.length ?? 0;
  expect(frames).toBeGreaterThan(0);
  expect(svg).toContain(`另有${9 - frames}个数字，见网址里的表格`);
});
