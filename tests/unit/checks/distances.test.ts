import { expect, test } from 'vitest';
import { checkAfter } from '../../fixtures/fixture.ts';

// 青石 stands at 43.9, 126.5. From a centre at 43.79, 126.5 it is 0.11 degrees of 111.195 km: 12.23 km.
const centre = {
  file: 'data/city/city.yaml',
  from: 'divisionsOf',
  to: 'centre: { latitude: 43.79, longitude: 126.5 }\ndivisionsOf',
};
const place = 'content/places/qingshi.mdx';
const after = (km: string) => checkAfter([{ file: place, from: 'distanceKm: 12.4', to: `distanceKm: ${km}` }, centre]);

test.each(['12.4', '11.3', '13.2'])('a distance of %s km agrees with the coordinates', (km) => {
  expect(after(km).lines).toEqual([]);
});

test.each(['13.3', '21.4', '124', '0'])('a distance of %s km is a fault that names both', (km) => {
  const { lines, line } = after(km);
  expect(lines).toEqual([
    `${place}:${line} distanceKm: 写的是 ${km} 公里，按坐标到市中心直线是 12.2 公里 — 核对坐标和这个数；路程不写在这里，写成一条事实`,
  ]);
});

test('coordinates that were mistyped show by the distance', () => {
  const { lines } = checkAfter([{ file: place, from: 'latitude: 43.9', to: 'latitude: 44.9' }, centre]);
  expect(lines).toEqual([expect.stringContaining('写的是 12.4 公里，按坐标到市中心直线是 123.4 公里')]);
});

test('a city that does not say where its centre is compares nothing; a centre outside its bounds is a fault', () => {
  expect(checkAfter([{ file: place, from: 'distanceKm: 12.4', to: 'distanceKm: 124' }]).lines).toEqual([]);
  const { lines } = checkAfter([{ ...centre, to: centre.to.replace('43.79', '23.79') }]);
  expect(lines).toEqual([expect.stringMatching(/city\.yaml:\d+ centre\.?\S*: .*bounds/)]);
});

test('a centre that agrees with few of the places is the one to blame', () => {
  const moved = { ...centre, to: centre.to.replace('43.79', '44.79') };
  const point = 'latitude: 43.9\nlongitude: 126.5\npositionSource: stats\nprecisionKm: 1\ndistanceKm: 12.2\n';
  const others = ['baishui', 'daliu'].map((id) => ({
    file: `content/places/${id}.mdx`,
    from: 'summary:',
    to: `${point}summary:`,
  }));
  expect(checkAfter([...others, centre]).lines).toEqual([]);
  const { lines } = checkAfter([...others, moved]);
  expect(lines).toEqual([
    expect.stringMatching(
      /^data\/city\/city\.yaml:\d+ centre: 3个地方里，3个的 distanceKm 和到这里的直线对不上 — 先核对市中心的经纬度$/,
    ),
  ]);
});
