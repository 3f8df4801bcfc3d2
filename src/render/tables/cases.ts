import type { CaseData } from '#schemas/entries.ts';
import { quotedTitle } from '#domain/model/facts.ts';
import type { Case, Source } from '#domain/model/types.ts';
import { type Table, type TableContext, list, partialDate, required, tableOf } from './table.ts';

interface CaseResult {
  item: Case;
  /** A case without figures has one row without them. */
  result?: CaseData['results'][number];
  source?: Source;
}

/** Results of cases, a row each; of all cases, or of those a filter leaves. */
export function casesTable({ catalog, urls, absolute }: TableContext, cases: readonly Case[] = catalog.cases): Table {
  const items = cases.flatMap((item): CaseResult[] => {
    const { results } = item.data;
    if (results.length === 0) return [{ item }];
    return results.map((result) => ({ item, result, source: catalog.source(result.source) }));
  });
  const { place, policy } = catalog;
  return tableOf({ id: 'cases', title: '典型案例的结果' }, items, [
    ['case_id', '案例编号', '网址最后一段；一个案例有几个数字就有几行', ({ item }) => item.id, required],
    ['case', '案例', '标题', ({ item }) => item.data.title, required],
    ['places', '地方', '多个用分号隔开', ({ item }) => item.data.places.map((id) => place(id).data.title), list],
    [
      'themes',
      '主题',
      '导读名称，多个用分号隔开',
      ({ item }) => item.data.themes.map((id) => policy(id).data.short),
      { ...list, ...required },
    ],
    ['reported', '最早报道', '日期；没有查到的为空', ({ item }) => item.data.date, partialDate],
    ['indicator', '指标', '数字说的是什么；没有数字的案例为空', ({ result }) => result?.label],
    ['value', '数值', '出处里的写法', ({ result }) => result?.value, { type: 'any' }],
    ['unit', '单位', '出处里的写法', ({ result }) => result?.unit],
    ['as_of', '时点', '数字对应的时间', ({ result }) => result?.asOf, partialDate],
    ['source_id', '出处编号', '见 /sources/', ({ result }) => result?.source, { isSource: true }],
    ['source', '出处', '媒体和题名', ({ source }) => source && `${source.outlet}${quotedTitle(source)}`],
    ['url', '网址', '本站页面', ({ item }) => absolute(urls.case(item.id)), required],
  ]);
}
