import { toRfc3339 } from '#domain/site/updates.ts';
import { type Table, type TableContext, list, measured, required, tableOf } from './table.ts';

export function placesTable({ catalog, urls, absolute }: TableContext): Table {
  const { clause, city, words } = catalog;
  return tableOf({ id: 'places', title: '文件点到的地方', key: 'id' }, catalog.places, [
    ['id', '编号', '网址最后一段', ({ id }) => id, required],
    ['name', '名称', '文件里的写法', ({ data }) => data.title, required],
    ['official_name', '全称', '区划名称', ({ data }) => data.officialName, required],
    ['pinyin', '拼音', '全称的汉语拼音', ({ data }) => data.pinyin, required],
    ['level', '层级', words.levels, ({ data }) => catalog.level(data.level).label, required],
    [
      'county',
      '所在县（市、区）',
      '不是行政区划的为空',
      ({ data }) => data.county && catalog.county(data.county).label,
    ],
    ['code', '区划代码', `${city.divisionsOf}年统计用区划代码`, ({ data }) => data.code],
    [
      'roles',
      '角色',
      '在文件里是什么，多个用分号隔开',
      ({ data }) => data.roles.map(({ role }) => catalog.role(role).label),
      { ...list, ...required },
    ],
    [
      'clauses',
      '条款',
      '哪几条说的，与角色一一对应',
      ({ data }) => data.roles.map((held) => clause(held.clause).label),
      { ...list, ...required },
    ],
    ['latitude', '纬度', 'WGS84，没有查到的为空', ({ data }) => data.latitude, measured('度')],
    ['longitude', '经度', 'WGS84，没有查到的为空', ({ data }) => data.longitude, measured('度')],
    ['precision_km', '坐标误差', '点位可能偏差多少', ({ data }) => data.precisionKm, measured('公里')],
    ['position_source', '坐标出处', '出处编号，见 /sources/', ({ data }) => data.positionSource, { isSource: true }],
    ['distance_km', '离市中心', '按坐标算的直线距离', ({ data }) => data.distanceKm, measured('公里')],
    ['updated', '更新时间', '北京时间', ({ data }) => toRfc3339(data.updated), { ...required, type: 'datetime' }],
    ['url', '网址', '本站页面', ({ id }) => absolute(urls.place(id)), required],
  ]);
}
