import type { APIRoute } from 'astro';
import type { Chart } from '#domain/print/chart.ts';
import { toCsv } from '#render/csv.ts';
import { chartPaths } from '../../_charts.ts';

export const getStaticPaths = chartPaths;
export const GET: APIRoute<{ chart: Chart }> = ({ props: { chart } }) =>
  new Response(
    toCsv(
      ['指标', '数值', '单位', '时点', '出处'],
      [...chart.figures, ...(chart.rest ?? [])].map(({ label, value, unit, time, source }) => [
        label,
        value,
        unit,
        time,
        source,
      ]),
    ),
    { headers: { 'content-type': 'text/csv; charset=utf-8' } },
  );
