import { type Table, type TableContext, column, joined, partialDate, required } from './table.ts';

export function targetsTable({ catalog }: TableContext): Table {
  return {
    id: 'targets',
    title: '文件的目标和查到的结果',
    key: 'id',
    columns: [
      column('id', '编号', '目标的编号', required),
      column('target', '目标', '文件要做到什么', required),
      column('value', '目标数', '没有数字的为空', { type: 'number' }),
      column('unit', '单位', '目标数的单位'),
      column('clause', '条款', '哪一条说的', required),
      column('scope', '范围', '目标管到哪里', required),
      column('deadline', '期限', '文件自己定的；没写的为空'),
      column('outcome_status', '结果情况', 'known 有同口径数字，partial 有但不能直接比，unknown 未查到公开结果', {
        ...required,
        pattern: '^(known|partial|unknown)$',
      }),
      column('outcome', '查到的结果', '没有查到的照实写', required),
      column('outcome_as_of', '结果时点', '没有结果的为空', partialDate),
      column('sources', '出处编号', '多个用分号隔开'),
      column('caution', '注意', '口径上的提醒'),
    ],
    rows: catalog.targets.map((target) => [
      target.id,
      target.title,
      target.value,
      target.unit,
      catalog.clause(target.clause).label,
      target.scope,
      target.deadline,
      target.outcomeStatus,
      target.outcome,
      target.outcomeAsOf,
      joined(target.sources) || null,
      target.caution ?? null,
    ]),
  };
}
