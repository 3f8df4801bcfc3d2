import { type Chart, chartsOf } from '#domain/print/chart.ts';
import { chartPicture } from '#render/chart-picture.ts';
import drawing from '#render/chart-picture.ts?raw';
import sheet from '#render/sheet.ts?raw';
import type { ChartShape } from '#domain/site/urls.ts';
import { catalog } from '#catalog';
import { absolute, colour, operator, site, urls } from '#site';
import { pictureFile } from '../_picture-file.ts';

export const charts = chartsOf(catalog);

export const chartPaths = () =>
  charts.map((chart) => ({ params: { kind: chart.kind, id: chart.id }, props: { chart } }));

/** Who publishes it, and the page with its figures and sources. */
export const siteOf = ({ kind, id }: Chart) => ({
  name: operator.name || `${site.short}（非政府网站）`,
  address: absolute(urls.chart(kind, id)),
});

/** The page that says where the figures come from. */
export const pageOf = ({ kind, id }: Chart) =>
  kind === 'cases' ? urls.case(id) : `${urls.fixed('targets')}#${kind === 'targets' ? id : 'census'}`;

export function chartFile(format: 'png' | 'svg', chart: Chart, shape: ChartShape): Promise<Response> {
  const own = siteOf(chart);
  return pictureFile(format, [chart, shape, own], [drawing, sheet], (faces) =>
    chartPicture(chart, shape, own, faces, colour),
  );
}
