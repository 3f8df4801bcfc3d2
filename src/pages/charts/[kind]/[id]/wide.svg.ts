import type { APIRoute } from 'astro';
import type { Chart } from '#domain/print/chart.ts';
import { chartFile, chartPaths } from '../../_charts.ts';

export const getStaticPaths = chartPaths;
export const GET: APIRoute<{ chart: Chart }> = ({ props: { chart } }) => chartFile('svg', chart, 'wide');
