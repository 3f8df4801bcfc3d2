import type { Content } from '#domain/model/types.ts';
import { straightLine } from '#domain/places/straight-line.ts';
import type { Report } from './report.ts';

/** Share of the straight line, and kilometres, by which a distance may be off: centre and points are rounded. */
const tolerance = { share: 0.05, km: 1 };

/** A distance to the centre (distanceKm) is what the coordinates say: a road is longer, a slip of typing is anything. */
export function checkDistances(content: Content, report: Report): void {
  const { city } = content.settings;
  const centre = city?.data.centre;
  if (!centre) return;
  const compared = content.places.flatMap((place) => {
    const { latitude, longitude, distanceKm } = place.data;
    if (latitude === undefined || longitude === undefined || distanceKm === undefined) return [];
    const straight = straightLine(centre, { latitude, longitude });
    return [{ place, distanceKm, straight, off: Math.abs(straight - distanceKm) }];
  });
  const wrong = compared.filter(({ straight, off }) => off > tolerance.km && off > tolerance.share * straight);
  if (wrong.length > 2 && wrong.length > compared.length / 2) {
    const problem = `${compared.length}个地方里，${wrong.length}个的 distanceKm 和到这里的直线对不上`;
    report.error(city, ['centre'], problem, '先核对市中心的经纬度');
    return;
  }
  for (const { place, distanceKm, straight } of wrong)
    report.error(
      place,
      ['distanceKm'],
      `写的是 ${distanceKm} 公里，按坐标到市中心直线是 ${straight.toFixed(1)} 公里`,
      '核对坐标和这个数；路程不写在这里，写成一条事实',
    );
}
