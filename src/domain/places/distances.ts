import { stationName } from '#domain/guidance/diagram.ts';
import type { Cluster, Place } from '#domain/model/types.ts';

/** How far the places are from the centre of the city, kilometres, straight (直线). */
export interface DistanceLine {
  /** The place that is marked, with the kilometres by which it may be off. */
  here?: { name: string; km: number; error: number };
  /** Every place that has a position, the nearest first. */
  all: { name: string; km: number }[];
  farthest: { name: string; km: number };
  /** A distance the guidance gives, and its clause. */
  ring?: { km: number; clause: string };
}

/** The line of all distances; nothing where fewer than two places have a position. */
export function distancesOf(places: readonly Place[], clusters: readonly Cluster[]): DistanceLine | undefined {
  const all = places
    .flatMap((one) => (one.data.distanceKm === undefined ? [] : [{ name: stationName(one), km: one.data.distanceKm }]))
    .toSorted((a, b) => a.km - b.km);
  const farthest = all.at(-1);
  if (!farthest || all.length < 2) return undefined;
  const [ring] = clusters.flatMap(({ data: { radiusKm, clauses } }) =>
    radiusKm !== undefined && clauses[0] !== undefined ? [{ km: radiusKm, clause: clauses[0] }] : [],
  );
  return { all, farthest, ...(ring && { ring }) };
}

/** The line with one place marked; nothing where it has no position. */
export function distanceOf(line: DistanceLine | undefined, marked: Place): DistanceLine | undefined {
  const { distanceKm: km, precisionKm: error } = marked.data;
  return line === undefined || km === undefined || error === undefined
    ? undefined
    : { ...line, here: { name: stationName(marked), km, error } };
}
