import { describe, expect, test } from 'vitest';
import { type DistanceLine, distanceOf, distancesOf } from '#domain/places/distances.ts';
import { censusOf, eventsOf, linesOf, monthsOf, topicsOf } from '#domain/places/figures.ts';
import type { Place } from '#domain/model/types.ts';
import { censusFigure, distanceFigure, lineFigure, monthsFigure } from '#render/figures.ts';
import type { PlaceFact } from '#schemas/fact.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();
const qingshi = catalog.place('qingshi');
const fact = (id: string, more: Partial<PlaceFact>): PlaceFact => ({
  id,
  label: id,
  value: 1,
  source: 'paper',
  alsoIn: [],
  confidence: 'high',
  answers: [],
  ...more,
});
const town = (id: string, facts: PlaceFact[], more: Partial<Place['data']> = {}): Place => ({
  ...qingshi,
  id,
  data: { ...qingshi.data, title: id, facts, ...more },
});

describe('a line of years', () => {
  const moved = fact('moved', { event: { year: 1992, what: '划入' } });
  const founded = fact('founded', { event: { year: 1613, what: '建城' } });
  test('begins with the oldest event and leads to its fact', () => {
    expect(eventsOf(town('甲', [moved, founded]))).toEqual([
      { fact: 'founded', year: 1613, what: '建城' },
      { fact: 'moved', year: 1992, what: '划入' },
    ]);
  });
  test('is not drawn of one year alone', () => {
    expect(eventsOf(town('甲', [moved, fact('area', {})]))).toEqual([]);
  });
});

describe('the line of distances', () => {
  const near = town('近', [], { distanceKm: 10, precisionKm: 1 });
  const far = town('远', [], { distanceKm: 40, precisionKm: 1 });
  const lost = town('无', []);
  delete lost.data.distanceKm;
  const clusters = catalog.clusters.map((one) => ({ ...one, data: { ...one.data, radiusKm: 20, clauses: ['2-1-2'] } }));

  test('has every place with a position, the farthest, and the ring of the guidance', () => {
    const line = distanceOf(distancesOf([far, near, lost], clusters), near);
    expect(line).toEqual({
      here: { name: '近', km: 10, error: 1 },
      all: [
        { name: '近', km: 10 },
        { name: '远', km: 40 },
      ],
      farthest: { name: '远', km: 40 },
      ring: { km: 20, clause: '2-1-2' },
    });
    // 316 units for 40 km: 10 km is 79, the ring 158, from 2 on.
    const svg = distanceFigure(line as DistanceLine);
    expect(svg).toContain('d="M81 24V56"');
    expect(svg).toContain('class="ring" x="2" y="32" width="158"');
    expect(svg).toContain('M81 40v16M318 40v16');
    expect(svg).toContain('近 约10公里');
    expect(svg).toContain(
      'aria-label="近离市中心直线约10公里，误差约1公里；2个地方里有0个更近；文件写的半径是约20公里"',
    );
  });
  test('of all places marks none', () => {
    const svg = distanceFigure(distancesOf([far, near, lost], clusters) as DistanceLine);
    expect(svg).not.toContain('class="line"');
    expect(svg).toContain('2个地方离市中心的直线距离，最远的远约40公里；文件写的半径是约20公里，以内有1个');
  });
  test('is not drawn where the position is not known', () => {
    expect(distanceOf(distancesOf([far, near, lost], clusters), lost)).toBeUndefined();
  });
});

describe('a line of the picture', () => {
  const places = ['一', '二', '三', '四', '五', '六', '七'].map((id) => town(id, []));
  const strips = [
    {
      id: 'line',
      label: '北线',
      role: 'cluster-north' as const,
      stations: places.map((place) => ({ place, transfers: [] })),
    },
  ];
  test('shows five stations, with where it goes on', () => {
    const [part] = linesOf({ strips }, { id: '四' });
    expect(part).toMatchObject({ at: 4, of: 7, before: true, after: true });
    expect(part?.stations.map(({ name }) => name)).toEqual(['二', '三', '四', '五', '六']);
    const [last] = linesOf({ strips }, { id: '七' });
    expect(last).toMatchObject({ at: 7, before: true, after: false });
    expect(last?.stations.map(({ name }) => name)).toEqual(['三', '四', '五', '六', '七']);
  });
  test('fills the circle of this place alone', () => {
    const svg = lineFigure(linesOf({ strips }, { id: '四' })[0] as never);
    expect(svg.match(/<circle/g)).toHaveLength(5);
    expect(svg.match(/<circle class="here"/g)).toHaveLength(1);
    expect(svg).toContain('aria-label="北线一共7个，四是第4个"');
  });
  test('is not drawn of a place that stands on none', () => {
    expect(linesOf({ strips }, { id: '八' })).toEqual([]);
  });
});

describe('residents', () => {
  const counted = (of: string, value: number, kind: 'county' | 'zone' = 'county', asOf = '2020-11') =>
    fact(`n${value}`, { value, unit: '人', asOf, census: { of, kind } });
  const places = [
    town('县', [counted('甲县', 200)]),
    town('镇', [counted('甲县', 200)]),
    town('市', [counted('乙市', 400)]),
    town('区', [counted('丙区', 999, 'zone')]),
    town('旧', [counted('丁县', 300, 'county', '2010-11')]),
  ];
  test('stand among units of the same kind and census, each once', () => {
    expect(censusOf({ places }, places[1] as Place)?.bars).toEqual([
      { of: '乙市', people: 400, source: 'paper', here: false },
      { of: '甲县', people: 200, source: 'paper', here: true },
    ]);
  });
  test('are drawn to one scale', () => {
    const svg = censusFigure(censusOf({ places }, places[1] as Place) as never);
    expect(svg).toMatch(/class="open"[^>]*width="320"[^>]*>.*class="goal"[^>]*width="160"/);
    expect(svg).toContain('甲县 200人');
  });
  test('are not drawn where nobody counted', () => {
    expect(censusOf({ places }, town('乡', [fact('area', {})]))).toBeUndefined();
  });
});

test('months that a fact names are filled, the others are not', () => {
  const [snow] = monthsOf(town('雪', [fact('snow', { months: [12, 1] }), fact('area', {})]));
  expect(snow).toEqual({ fact: 'snow', label: 'snow', months: [12, 1] });
  const svg = monthsFigure('雪季', [12, 1]);
  expect(svg.match(/class="goal"/g)).toHaveLength(2);
  expect(svg.match(/class="open"/g)).toHaveLength(10);
  expect(svg).toMatch(/^<svg[^>]*aria-label="雪季：12月、1月"[^>]*><rect class="goal" x="1"/);
});

test('what one would want to know is known by a fact that answers it, the distance by the position too', () => {
  const known = topicsOf(town('镇', [fact('people', { answers: ['population'] })]));
  expect(known.find(({ topic }) => topic === 'population')?.fact).toBe('people');
  expect(known.find(({ topic }) => topic === 'distance')?.fact).toBe('distance');
  expect(known.find(({ topic }) => topic === 'hospital')?.fact).toBeUndefined();
});
