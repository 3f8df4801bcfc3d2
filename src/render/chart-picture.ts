import { type Chart, creditOf, mostShown } from '#domain/print/chart.ts';
import { chartShapes, type ChartShape } from '#domain/site/urls.ts';
import type { Colours } from './colours.ts';
import { escaped } from './escaped.ts';
import { type Faces, createPen } from './pen.ts';
import { createSheet } from './sheet.ts';

const margin = 90;

interface Site {
  name: string;
  /** Its page, as one types it. */
  address: string;
}

/**
 * A chart in the shape of a screen, as SVG made of outlines: title, as many figures as there is room for, with unit, time
 * and source, and whose it is.
 */
export function chartPicture(chart: Chart, shape: ChartShape, site: Site, faces: Faces, colour: Colours): string {
  for (let count = Math.min(chart.figures.length, mostShown); count > 0; count--) {
    const drawn = draw(chart, count, shape, site, faces, colour);
    if (drawn !== undefined) return drawn;
  }
  throw new Error(`图表放不下：${chart.kind}/${chart.id}（${shape}），标题或者指标少写几个字`);
}

/** Nothing where `count` figures have no room. */
function draw(
  chart: Chart,
  count: number,
  shape: ChartShape,
  site: Site,
  faces: Faces,
  colour: Colours,
): string | undefined {
  const { width, height } = chartShapes[shape];
  const inner = width - 2 * margin;
  const pen = createPen(faces, `${chart.kind}/${chart.id}`);
  const sheet = createSheet(pen, colour);
  const { parts } = sheet;
  const place = { x: margin, room: inner };
  parts.push(`<path d="M0 12H${width}M0 28H${width}" stroke="${colour('river')}" stroke-width="8"/>`);
  sheet.y = 64;
  const titleSize = shape === 'wide' ? 76 : 60;
  for (const line of pen.balanced('bold', chart.title, titleSize, inner, 3))
    sheet.write(line, { ...place, weight: 'bold', size: titleSize, fill: 'river', step: titleSize * 1.3 });
  if (chart.about) sheet.write(chart.about, { ...place, size: 34, fill: 'soft' });
  sheet.y += 26;

  const shown = chart.figures.slice(0, count);
  if (chart.isScale) bars();
  else {
    const few = shown.length < 3 && !(shown.length === 2 && shape === 'wide');
    const columns = few ? 1 : shape === 'wide' ? Math.min(3, shown.length) : 2;
    const frames = shown.map(({ label, text, time, source }) => ({
      value: text,
      label: `${label}（${[time, source].filter(Boolean).join('，')}）`,
    }));
    const sizes = shown.length === 1 ? [150, 120, 90, 60] : shown.length > 4 ? [76, 64, 52, 44] : [96, 80, 64, 52, 44];
    sheet.figures(frames, { ...place, columns, sizes, small: shown.length > 4 && shape === 'square' ? 26 : 32 });
  }
  if (chart.unknown !== undefined) {
    const [top, at] = [sheet.y, parts.length];
    sheet.y += 24;
    sheet.write(chart.unknown, { x: margin + 30, room: inner - 60, weight: 'bold', size: 44, fill: 'ink' });
    sheet.y += 24;
    sheet.unknown(at, { x: margin, top, room: inner, bottom: sheet.y });
  }
  const rest = chart.figures.length - shown.length;
  const foot = [...(rest > 0 ? [`另有${rest}个数字，见网址里的表格。`] : []), creditOf(chart, site.name), site.address];
  const lines = foot.flatMap((text) => pen.paragraph('regular', text, 28, inner));
  const top = height - 40 - lines.length * 42;
  if (sheet.y > top - 10) return undefined;
  sheet.rule(top - 6, width);
  sheet.y = top;
  for (const line of lines) sheet.write(line, { ...place, size: 28, fill: 'soft', step: 42 });

  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<title>${escaped(chart.title)}</title><desc>${escaped([...shown.map(({ label, text, time, source }) => `${label}：${text}（${time}，${source}）`), ...foot].join('；'))}</desc>` +
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>${parts.join('')}</svg>`
  );

  function bars(): void {
    const most = Math.max(...shown.map(({ value }) => Number(value)));
    const step = Math.min(130, (height - 190 - sheet.y) / shown.length);
    const size = Math.min(44, step * 0.42);
    for (const { label, text, value } of shown) {
      const bottom = sheet.y + step;
      sheet.write(`${label} ${text}`, { ...place, weight: 'bold', size, fill: 'ink' });
      const y = bottom - step * 0.38;
      parts.push(
        `<rect x="${margin}" y="${y}" width="${Math.round((Number(value) / most) * inner)}" height="${step * 0.26}" fill="${colour('river')}"/>`,
      );
      sheet.y = bottom;
    }
  }
}
