import type { Place } from '#domain/model/types.ts';
import type { DiagramLine, DiagramStation } from '#schemas/diagram.ts';
import type { MarkShape, Role } from '#schemas/city.ts';

/** Size of the wide picture, in its own units; a letter of a label is `letter` wide. */
export const diagramSize = { width: 1060, height: 780, letter: 18 } as const;

/** A mark on a station: one Chinese letter in a shape, and what it stands for. */
export interface Mark {
  letter: string;
  shape: MarkShape;
  label: string;
}

export interface Station {
  place: Place;
  /** Names of the other lines it stands on (换乘). */
  transfers: string[];
}

/** A line as a strip of stations: what a phone shows, and the picture read as a list. */
export interface Strip {
  id: string;
  label: string;
  role?: string;
  stations: Station[];
}

/** Who stands on each line. Places of no role's line hang on the line of their county. */
export function stripsOf(
  lines: readonly DiagramLine[],
  places: readonly Place[],
  withRole: (role: string) => readonly Place[],
): Strip[] {
  const lineRoles = lines.flatMap(({ members }) => ('role' in members ? [members.role] : []));
  const elsewhere = places.filter(({ data }) => !data.roles.some(({ role }) => lineRoles.includes(role)));
  const membersOf = ({ members }: DiagramLine): readonly Place[] =>
    'role' in members
      ? withRole(members.role)
      : elsewhere.filter(({ data }) => data.county !== undefined && members.counties.includes(data.county));
  const drawn = lines.map((line) => ({ line, places: membersOf(line) }));
  return drawn.map(({ line, places: own }) => ({
    id: line.id,
    label: line.label,
    ...('role' in line.members && { role: line.members.role }),
    stations: own.map((place) => ({
      place,
      transfers: drawn.flatMap((other) =>
        other.line !== line && other.places.includes(place) ? [other.line.label] : [],
      ),
    })),
  }));
}

export interface LabelBox {
  id: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Marks of roles that have one. */
export function marksOf(roles: readonly Role[]): Mark[] {
  return roles.flatMap(({ letter, shape, label }) => (letter && shape ? [{ letter, shape, label }] : []));
}

/** The name as the picture writes it: the long name of the zone is shortened. */
export function stationName(place: Place): string {
  return place.data.title.length > 6 ? (place.data.aliases[0] ?? place.data.title) : place.data.title;
}

/** The box a station's label and marks take, for placing and for the check that none overlap. */
export function labelBox(station: DiagramStation, name: string, markCount: number): LabelBox {
  const { letter } = diagramSize;
  const width = name.length * letter;
  const [x, y] = station.at;
  if (station.label === 'right') {
    const left = x + 14;
    return { id: station.id, left, top: y - 12, right: left + width + markCount * 24 + 4, bottom: y + 12 };
  }
  const top = station.label === 'below' ? y + 12 : y - 12 - 24 - (markCount > 0 ? 26 : 0);
  const half = Math.max(width, markCount * 24) / 2;
  return { id: station.id, left: x - half, top, right: x + half, bottom: top + 24 + (markCount > 0 ? 26 : 0) };
}

/** Pairs of labels that would cover each other. */
export function overlaps(boxes: readonly LabelBox[]): [string, string][] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b): [string, string] => [a.id, b.id]),
  );
}
