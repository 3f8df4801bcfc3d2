import { type Chart, type ChartFigure, creditOf, mostShown } from '#domain/print/chart.ts';
import { chartShapes, type ChartShape } from '#domain/site/urls.ts';
import type { Colours } from './colours.ts';
import { escaped } from './escaped.ts';
import { type Faces, createPen } from './pen.ts';
import { createSheet } from './sheet.ts';

const margin = 90;
/** Years are written smaller before one of them is left out. */
const yearScales = [1, 0.85, 0.7];

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
    for (const scale of chart.drawn === 'years' ? yearScales : [1]) {
      const drawn = draw(chart, count, scale, shape, site, faces, colour);
      if (drawn !== undefined) return drawn;
    }
  }
  throw new Error(`图表放不下：${chart.kind}/${chart.id}（${shape}），标题或者指标少写几个字`);
}

/** （2020年11月，国家统计局） */
const whence = ({ time, source }: Pick<ChartFigure, 'time' | 'source'>) =>
  `（${[time, source].filter(Boolean).join('，')}）`;

/** Nothing where `count` figures have no room. */
function draw(
  chart: Chart,
  count: number,
  scale: number,
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
  sheet.y += 6;
  if (chart.about) sheet.write(chart.about, { ...place, size: 34, fill: 'soft' });
  sheet.y += 26;

  const shown = chart.figures.slice(0, count);
  if (chart.drawn === 'bars') bars();
  else if (chart.drawn === 'strokes') strokes();
  else if (chart.drawn === 'years') years();
  else {
    const few = shown.length < 3 && !(shown.length === 2 && shape === 'wide');
    const columns = few ? 1 : shape === 'wide' ? Math.min(3, shown.length) : 2;
    const frames = shown.map(({ label, text, time, source }) => ({
      value: text,
      label: label + whence({ time, source }),
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
  const rest = chart.figures.length - shown.length + (chart.rest?.length ?? 0);
  const foot = [...(rest > 0 ? [`另有${rest}个数字，见网址里的表格。`] : []), creditOf(chart, site.name), site.address];
  const lines = foot.flatMap((text) => pen.paragraph('regular', text, 28, inner));
  const top = height - 40 - lines.length * 42;
  if (sheet.y > top - 10) return undefined;
  sheet.rule(top - 6, width);
  sheet.y = top;
  for (const line of lines) sheet.write(line, { ...place, size: 28, fill: 'soft', step: 42 });

  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<title>${escaped(chart.title)}</title><desc>${escaped([...shown.map(({ label, text, time, source }) => `${label}：${text}${whence({ time, source })}`), ...foot].join('；'))}</desc>` +
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>${parts.join('')}</svg>`
  );

  function bars(): void {
    const most = Math.max(...shown.map(({ value }) => Number(value)));
    const step = Math.min(190, (height - 190 - sheet.y) / shown.length);
    const size = Math.min(60, step * 0.36);
    const isOne = shown.some(({ as }) => as === 'here');
    for (const { label, text, value, as } of shown) {
      const bottom = sheet.y + step;
      sheet.write(`${label} ${text}`, { ...place, weight: 'bold', size, fill: 'ink' });
      const y = bottom - step * 0.38;
      parts.push(
        `<rect x="${margin}" y="${y}" width="${Math.round((Number(value) / most) * inner)}" height="${step * 0.26}" ${isOne && as !== 'here' ? `fill="none" stroke="${colour('river')}" stroke-width="3"` : `fill="${colour('river')}"`}/>`,
      );
      sheet.y = bottom;
    }
  }

  /** From the centre on the left to the farthest place; the place in question is tall, the radius of the guidance shaded. */
  function strokes(): void {
    const all = [...shown, ...(chart.rest ?? [])].filter(({ as }) => as !== 'ring');
    const most = Math.max(...all.map(({ value }) => Number(value)));
    const x = (value: number | string) => Math.round(margin + (Number(value) / most) * inner);
    const [here, ring] = (['here', 'ring'] as const).map((role) => shown.find(({ as }) => as === role));
    const end = all.toSorted((a, b) => Number(b.value) - Number(a.value))[0];
    const size = shape === 'wide' ? 44 : 38;
    const high = shape === 'wide' ? 220 : 200;
    /** Text over or under a point, kept inside. */
    const label = (weight: keyof Faces, text: string, at: number, y: number, big: number, fill: string) => {
      const room = pen.width(weight, text, big);
      const start = Math.min(Math.max(at - room / 2, margin), width - margin - room);
      parts.push(pen.line(weight, text, big, start, y, colour(fill)));
    };
    sheet.y += 10;
    if (here) {
      const big = shape === 'wide' ? 110 : 84;
      sheet.y += big * 1.2;
      label('bold', `${here.label} ${here.text}`, x(here.value), sheet.y, big, 'river');
      sheet.y += 24;
    }
    const top = sheet.y + high * 0.3;
    const base = top + high;
    if (ring)
      parts.push(
        `<rect x="${margin}" y="${top}" width="${x(ring.value) - margin}" height="${high}" fill="${colour('tint')}"/>`,
        `<path d="M${x(ring.value)} ${top}V${base + 30}" stroke="${colour('ink')}" stroke-width="5" stroke-dasharray="12 8"/>`,
      );
    const places = [...new Set(all.filter(({ as }) => as !== 'here').map(({ value }) => x(value)))];
    parts.push(
      `<path d="${places.map((at) => `M${at} ${base - high * 0.6}V${base}`).join('')}M${margin} ${base}H${width - margin}" fill="none" stroke="${colour('ink')}" stroke-width="4"/>`,
      ...(here
        ? [`<path d="M${x(here.value)} ${sheet.y}V${base}" stroke="${colour('river')}" stroke-width="14"/>`]
        : []),
    );
    sheet.y = base;
    if (ring) {
      label('regular', `文件写的${ring.text}`, x(ring.value), base + 30 + size * 1.1, size, 'ink');
      sheet.y += 30 + size * 1.3;
    }
    sheet.y += size * 1.3;
    label('regular', '市中心', margin, sheet.y, size, 'ink');
    if (end) label('regular', `${end.label} ${end.text}`, width, sheet.y, size, 'ink');
    sheet.y += size * 0.6;
  }

  /** One below the other on a line, the oldest on top. */
  function years(): void {
    const size = (shape === 'wide' ? 60 : 48) * scale;
    const at = margin + 20;
    const indent = pen.width('bold', '2000年', size) + 40;
    const [from, before] = [sheet.y, parts.length];
    for (const { label, text, source } of shown) {
      const top = sheet.y + 14 * scale;
      parts.push(
        `<circle cx="${at}" cy="${top + size * 0.72}" r="18" fill="${colour('paper')}" stroke="${colour('river')}" stroke-width="6"/>`,
        pen.line('bold', text, size, at + 50, top + size * 1.1, colour('river')),
      );
      sheet.y = top;
      const column = { x: at + 50 + indent, room: width - margin - at - 50 - indent };
      sheet.write(label, { ...column, size, fill: 'ink', step: size * 1.4 });
      sheet.write(source, { ...column, size: Math.max(26, 30 * scale), fill: 'soft' });
    }
    parts.splice(before, 0, `<path d="M${at} ${from}V${sheet.y}" stroke="${colour('river')}" stroke-width="12"/>`);
  }
}
