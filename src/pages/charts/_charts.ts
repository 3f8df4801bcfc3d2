import { type Chart, chartsOf } from '#domain/print/chart.ts';
import { chartPicture } from '#render/chart-picture.ts';
import drawing from '#render/chart-picture.ts?raw';
import sheet from '#render/sheet.ts?raw';
import { type ChartShape, chartKinds, typedAddress } from '#domain/site/urls.ts';
import { catalog } from '#catalog';
import { absolute, colour, signedBy, urls } from '#site';
import { pictureFile } from '../_picture-file.ts';

export const charts = chartsOf(catalog);

export const chartPaths = () =>
  charts.map((chart) => ({ params: { kind: chart.kind, id: chart.id }, props: { chart } }));

/** The page that says where the figures come from. */
export function pageOf({ kind, id }: Chart): string {
  const { section } = chartKinds[kind];
  if (section === 'cases') return urls.case(id);
  if (section === 'places') return `${urls.place(id)}#facts`;
  return `${urls.fixed('targets')}#${kind === 'targets' ? id : kind}`;
}

export function chartFile(format: 'png' | 'svg', chart: Chart, shape: ChartShape): Promise<Response> {
  const own = { name: signedBy, address: typedAddress(absolute(urls.chart(chart.kind, chart.id))) };
  return pictureFile(format, [chart, shape, own], [drawing, sheet], (faces) =>
    chartPicture(chart, shape, own, faces, colour),
  );
}
