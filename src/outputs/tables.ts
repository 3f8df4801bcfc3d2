import type { Catalog } from '#domain/catalog.ts';
import { formatValue } from '#domain/facts.ts';
import type { Urls } from '#domain/urls.ts';
import { type Level, counties, levels, roles } from '#schemas/vocabulary.ts';
import type { Cell } from './csv.ts';

export interface Column {
  name: string;
  title: string;
  meaning: string;
  unit?: string;
}

export interface Table {
  id: string;
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

const col = (name: string, title: string, meaning: string, unit?: string): Column =>
  unit === undefined ? { name, title, meaning } : { name, title, meaning, unit };

/** The published tables (数据表). Each is defined once: CSV, JSON, GeoJSON and the field list on /data/ derive from here. */
export function createTables(
  catalog: Catalog,
  urls: Urls,
  absolute: (path: string) => string,
): Record<'places' | 'cases' | 'targets', Table> {
  const clause = (id: string) => catalog.clause(id).label;
  return {
    places: {
      id: 'places',
      title: '文件点到的地方',
      columns: [
        col('id', '编号', '网址最后一段'),
        col('name', '名称', '文件里的写法'),
        col('official_name', '全称', '区划名称'),
        col('pinyin', '拼音', '全称的汉语拼音'),
        col('level', '层级', '县、县级市、镇、乡、街道、村或示范区'),
        col('county', '所在县（市、区）', '不是行政区划的为空'),
        col('code', '区划代码', '2023年统计用区划代码'),
        col('roles', '角色', '在文件里是什么，多个用分号隔开'),
        col('clauses', '条款', '哪几条说的，与角色一一对应'),
        col('latitude', '纬度', 'WGS84，没有查到的为空', '度'),
        col('longitude', '经度', 'WGS84，没有查到的为空', '度'),
        col('precision_km', '坐标误差', '点位可能偏差多少', '公里'),
        col('position_source', '坐标出处', '出处编号，见 /sources/'),
        col('distance_km', '离市中心', '按坐标算的直线距离', '公里'),
        col('updated', '更新时间', '北京时间'),
        col('url', '网址', '本站页面'),
      ],
      rows: catalog.places.map(({ id, data }) => [
        id,
        data.title,
        data.officialName,
        data.pinyin,
        levels[data.level satisfies Level].label,
        data.county ? counties[data.county].label : null,
        data.code ?? null,
        data.roles.map(({ role }) => roles[role].label).join('；'),
        data.roles.map((role) => clause(role.clause)).join('；'),
        data.latitude ?? null,
        data.longitude ?? null,
        data.precisionKm ?? null,
        data.positionSource ?? null,
        data.distanceKm ?? null,
        data.updated,
        absolute(urls.place(id)),
      ]),
    },
    cases: {
      id: 'cases',
      title: '典型案例的结果',
      columns: [
        col('case_id', '案例编号', '网址最后一段；一个案例有几个数字就有几行'),
        col('case', '案例', '标题'),
        col('places', '地方', '多个用分号隔开'),
        col('themes', '主题', '导读名称，多个用分号隔开'),
        col('reported', '最早报道', '日期'),
        col('indicator', '指标', '数字说的是什么'),
        col('value', '数值', '出处里的写法'),
        col('unit', '单位', ''),
        col('as_of', '时点', '数字对应的时间'),
        col('source_id', '出处编号', '见 /sources/'),
        col('source', '出处', '媒体和题名'),
        col('url', '网址', '本站页面'),
      ],
      rows: catalog.cases.flatMap(({ id, data }) => {
        const head: Cell[] = [
          id,
          data.title,
          data.places.map((place) => catalog.place(place).data.title).join('；'),
          data.themes.map((theme) => catalog.policy(theme).data.short).join('；'),
          data.date ?? null,
        ];
        const results = data.results.map(({ label, value, unit, asOf, source }): Cell[] => {
          const { outlet, title } = catalog.source(source);
          return [label, value, unit ?? null, asOf ?? null, source, `${outlet}《${title}》`];
        });
        return (results.length > 0 ? results : [[null, null, null, null, null, null]]).map((row) => [
          ...head,
          ...row,
          absolute(urls.case(id)),
        ]);
      }),
    },
    targets: {
      id: 'targets',
      title: '文件的目标和查到的结果',
      columns: [
        col('id', '编号', ''),
        col('target', '目标', '文件要做到什么'),
        col('value', '目标数', '没有数字的为空'),
        col('unit', '单位', ''),
        col('clause', '条款', ''),
        col('scope', '范围', ''),
        col('deadline', '期限', '文件自己定的；没写的为空'),
        col('outcome_status', '结果情况', 'known 有同口径数字，partial 有但不能直接比，unknown 未查到公开结果'),
        col('outcome', '查到的结果', ''),
        col('outcome_as_of', '结果时点', ''),
        col('sources', '出处编号', '多个用分号隔开'),
        col('caution', '注意', '口径上的提醒'),
      ],
      rows: catalog.targets.map((target) => [
        target.id,
        target.title,
        target.value,
        target.unit,
        clause(target.clause),
        target.scope,
        target.deadline,
        target.outcomeStatus,
        target.outcome,
        target.outcomeAsOf,
        target.sources.join('；'),
        target.caution ?? null,
      ]),
    },
  };
}

/** Rows as objects keyed by column name. */
export function toRecords({ columns, rows }: Table): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
}

/** RFC 7946. A place without a known point has a null geometry; precision and origin travel with the point. */
export function placesGeoJson(catalog: Catalog, table: Table): object {
  const records = toRecords(table);
  return {
    type: 'FeatureCollection',
    features: catalog.places.map(({ data }, index) => ({
      type: 'Feature',
      geometry:
        data.latitude === undefined || data.longitude === undefined
          ? null
          : { type: 'Point', coordinates: [data.longitude, data.latitude] },
      properties: records[index] ?? {},
    })),
  };
}

/** Explainers as data: what each says in a sentence and which clauses it explains. */
export function policyRecords(catalog: Catalog, urls: Urls, absolute: (path: string) => string): object[] {
  return catalog.policies.map(({ id, data }) => ({
    id,
    title: data.title,
    short: data.short,
    summary: data.summary,
    clauses: data.clauses,
    questions: data.questions,
    facts: data.facts.map((fact) => ({ ...fact, text: formatValue(fact) })),
    published: data.published,
    updated: data.updated,
    url: absolute(urls.policy(id)),
  }));
}
