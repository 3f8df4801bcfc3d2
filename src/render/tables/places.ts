import { type Level, counties, levels, roles } from '#schemas/vocabulary.ts';
import { type Table, type TableContext, column, joined, measured, required } from './table.ts';

export function placesTable({ catalog, urls, absolute }: TableContext): Table {
  return {
    id: 'places',
    title: '文件点到的地方',
    key: 'id',
    columns: [
      column('id', '编号', '网址最后一段', required),
      column('name', '名称', '文件里的写法', required),
      column('official_name', '全称', '区划名称', required),
      column('pinyin', '拼音', '全称的汉语拼音', required),
      column('level', '层级', '县、县级市、镇、乡、街道、村或示范区', required),
      column('county', '所在县（市、区）', '不是行政区划的为空'),
      column('code', '区划代码', '2023年统计用区划代码'),
      column('roles', '角色', '在文件里是什么，多个用分号隔开', required),
      column('clauses', '条款', '哪几条说的，与角色一一对应', required),
      column('latitude', '纬度', 'WGS84，没有查到的为空', measured('度')),
      column('longitude', '经度', 'WGS84，没有查到的为空', measured('度')),
      column('precision_km', '坐标误差', '点位可能偏差多少', measured('公里')),
      column('position_source', '坐标出处', '出处编号，见 /sources/'),
      column('distance_km', '离市中心', '按坐标算的直线距离', measured('公里')),
      column('updated', '更新时间', '北京时间', { ...required, type: 'datetime' }),
      column('url', '网址', '本站页面', required),
    ],
    rows: catalog.places.map(({ id, data }) => [
      id,
      data.title,
      data.officialName,
      data.pinyin,
      levels[data.level satisfies Level].label,
      data.county ? counties[data.county].label : null,
      data.code ?? null,
      joined(data.roles.map(({ role }) => roles[role].label)),
      joined(data.roles.map((role) => catalog.clause(role.clause).label)),
      data.latitude ?? null,
      data.longitude ?? null,
      data.precisionKm ?? null,
      data.positionSource ?? null,
      data.distanceKm ?? null,
      data.updated,
      absolute(urls.place(id)),
    ]),
  };
}
