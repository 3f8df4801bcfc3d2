import type { Content } from '#domain/model/types.ts';
import { labelBox, marksOf, overlaps, stationName, stripsOf } from '#domain/guidance/diagram.ts';
import type { Role } from '#schemas/vocabulary.ts';
import type { Report } from './report.ts';

/** Every place the guidance names stands on the picture (五极三群多镇), on a line and at a point, and no label covers another. */
export function checkDiagram(content: Content, report: Report): void {
  if (content.unreadable.length > 0) return;
  const holders = (role: Role) => content.places.filter(({ data }) => data.roles.some((held) => held.role === role));
  const lines = content.diagramLines.map((row) => row.data);
  const drawn = new Set(
    stripsOf(lines, content.places, holders).flatMap(({ stations }) => stations.map(({ place }) => place.id)),
  );
  const points = new Set(content.diagramStations.map(({ id }) => id));
  for (const place of content.places) {
    // A place that only belongs to a group is not drawn: the picture shows what the guidance names.
    if (place.data.roles.every(({ basis }) => basis === 'implied')) continue;
    if (!drawn.has(place.id))
      report.error(place, ['county'], '示意图上没有一条线经过这里', '在 src/data/diagram-lines.yaml 里加线');
    if (!points.has(place.id))
      report.error(place, ['title'], '示意图上没有这一站', '在 src/data/diagram-stations.yaml 里加上位置');
  }
  const placesById = new Map(content.places.map((place) => [place.id, place]));
  const boxes = content.diagramStations.flatMap((row) => {
    const place = placesById.get(row.id);
    if (!place) {
      report.error(row, ['id'], `地方「${row.id}」不存在`, '编号见 src/content/places/');
      return [];
    }
    return [labelBox(row.data, stationName(place), marksOf(place).length)];
  });
  for (const [a, b] of overlaps(boxes)) {
    const row = content.diagramStations.find(({ id }) => id === a);
    if (row) report.error(row, ['at'], `「${a}」和「${b}」的文字叠在一起`, '把其中一站挪开');
  }
}
