/** A point on the earth, WGS84 degrees. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** Mean radius of the earth, kilometres. */
const radius = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Straight line (直线) between two points over a round earth, kilometres: the haversine formula. */
export function straightLine(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const { cos } = Math;
  const across =
    half(a.latitude, b.latitude) + cos(radians(a.latitude)) * cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * radius * Math.asin(Math.sqrt(across));
}
