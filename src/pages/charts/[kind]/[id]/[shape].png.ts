import type { APIRoute, GetStaticPaths } from 'astro';
import type { Chart } from '#domain/print/chart.ts';
import { type ChartShape, chartShapes } from '#domain/site/urls.ts';
import { chartFile, chartPaths } from '../../_charts.ts';

export const getStaticPaths: GetStaticPaths = () =>
  chartPaths().flatMap(({ params, props }) =>
    (Object.keys(chartShapes) as ChartShape[]).map((shape) => ({
      params: { ...params, shape },
      props: { ...props, shape },
    })),
  );

export const GET: APIRoute<{ chart: Chart; shape: ChartShape }> = ({ props: { chart, shape } }) =>
  chartFile('png', chart, shape);
