import { expect, test } from 'vitest';
import { straightLine } from '#domain/places/straight-line.ts';

// A quarter of a circle of 6371 km is 10007.5 km, a degree of it 111.195 km.
test.each([
  [[0, 0], [1, 0], 111.195],
  [[0, 0], [0, 1], 111.195],
  // Circles of latitude grow smaller as the cosine: half at 60 degrees.
  [[60, 10], [60, 10.01], 0.556],
  [[0, 0], [90, 0], 10007.543],
  [[-90, 0], [90, 0], 20015.087],
  [[0, 179.5], [0, -179.5], 111.195],
  [[43.84, 126.55], [43.84, 126.55], 0],
] as const)('from %j to %j', (from, to, km) => {
  const point = ([latitude, longitude]: readonly [number, number]) => ({ latitude, longitude });
  expect(straightLine(point(from), point(to))).toBeCloseTo(km, 3);
  expect(straightLine(point(to), point(from))).toBeCloseTo(km, 3);
});
