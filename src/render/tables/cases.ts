import { quotedTitle } from '#domain/model/facts.ts';
import type { Case } from '#domain/model/types.ts';
import type { Cell } from '#render/csv.ts';
import { type Table, type TableContext, column, joined, partialDate, required } from './table.ts';

/** Results of cases, a row each; of all cases, or of those a filter leaves. */
export function casesTable({ catalog, urls, absolute }: TableContext, cases: readonly Case[] = catalog.cases): Table {
  return {
    id: 'cases',
    title: '典型案例的结果',
    columns: [
      column('case_id', '案例编号', '网址最后一段；一个案例有几个数字就有几行', required),
      column('case', '案例', '标题', required),
      column('places', '地方', '多个用分号隔开'),
      column('themes', '主题', '导读名称，多个用分号隔开', required),
      column('reported', '最早报道', '日期；没有查到的为空', partialDate),
      column('indicator', '指标', '数字说的是什么；没有数字的案例为空'),
      column('value', '数值', '出处里的写法', { type: 'any' }),
      column('unit', '单位', '出处里的写法'),
      column('as_of', '时点', '数字对应的时间', partialDate),
      column('source_id', '出处编号', '见 /sources/'),
      column('source', '出处', '媒体和题名'),
      column('url', '网址', '本站页面', required),
    ],
    rows: cases.flatMap(({ id, data }) => {
      const head: Cell[] = [
        id,
        data.title,
        joined(data.places.map((place) => catalog.place(place).data.title)),
        joined(data.themes.map((theme) => catalog.policy(theme).data.short)),
        data.date ?? null,
      ];
      const results = data.results.map(({ label, value, unit, asOf, source }): Cell[] => {
        const from = catalog.source(source);
        return [label, value, unit ?? null, asOf ?? null, source, `${from.outlet}${quotedTitle(from)}`];
      });
      return (results.length > 0 ? results : [[null, null, null, null, null, null]]).map((row) => [
        ...head,
        ...row,
        absolute(urls.case(id)),
      ]);
    }),
  };
}
