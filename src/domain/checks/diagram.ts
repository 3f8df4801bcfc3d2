import type { Content } from '#domain/model/types.ts';
import { diagramSize, labelBox, marksOf, overlaps, stationName, stripsOf } from '#domain/guidance/diagram.ts';
import { knownIds } from '#domain/model/content.ts';
import type { Report } from './report.ts';

/** Every place the guidance names stands on the picture (示意图), on a line and at a point, and no label covers another. */
export function checkDiagram(content: Content, report: Report): void {
  if (content.unreadable.length > 0) return;
  const holders = (role: string) => content.places.filter(({ data }) => data.roles.some((held) => held.role === role));
  const lines = content.diagramLines.map((row) => row.data);
  const drawn = new Set(
    stripsOf(lines, content.places, holders).flatMap(({ stations }) => stations.map(({ place }) => place.id)),
  );
  const points = new Set(content.diagramStations.map(({ id }) => id));
  const known = {
    role: { ids: knownIds(content, 'roles'), what: '角色', see: 'src/data/city/roles.yaml' },
    county: { ids: knownIds(content, 'counties'), what: '县（市、区）', see: 'src/data/city/counties.yaml' },
  };
  for (const row of content.diagramLines) {
    const { members } = row.data;
    const needs = (kind: keyof typeof known, field: PropertyKey[], id: string) => {
      const { ids, what, see } = known[kind];
      if (!ids.has(id)) report.error(row, ['members', ...field], `${what}「${id}」不存在`, `编号见 ${see}`);
    };
    if ('role' in members) needs('role', ['role'], members.role);
    else
      members.counties.forEach((id, index) => {
        needs('county', ['counties', index], id);
      });
  }
  const rolesById = new Map(content.roles.map(({ id, data }) => [id, data]));
  const markCount = ({ data }: Content['places'][number]) =>
    marksOf(data.roles.flatMap(({ role }) => rolesById.get(role) ?? [])).length;
  // A city without a picture draws none.
  for (const place of content.diagramLines.length === 0 && content.diagramStations.length === 0 ? [] : content.places) {
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
    const [x, y] = row.data.at;
    const { width, height } = diagramSize;
    if (x < 0 || x > width || y < 0 || y > height)
      report.error(row, ['at'], `（${x}，${y}）在图外面`, `横的 0 到 ${width}，纵的 0 到 ${height}`);
    return [labelBox(row.data, stationName(place), markCount(place))];
  });
  for (const [a, b] of overlaps(boxes)) {
    const row = content.diagramStations.find(({ id }) => id === a);
    if (row) report.error(row, ['at'], `「${a}」和「${b}」的文字叠在一起`, '把其中一站挪开');
  }
}
