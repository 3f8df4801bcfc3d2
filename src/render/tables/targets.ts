import { type Table, type TableContext, list, partialDate, required, tableOf } from './table.ts';

export function targetsTable({ catalog }: TableContext): Table {
  return tableOf({ id: 'targets', title: '文件的目标和查到的结果', key: 'id' }, catalog.targets, [
    ['id', '编号', '目标的编号', ({ id }) => id, required],
    ['target', '目标', '文件要做到什么', ({ title }) => title, required],
    ['value', '目标数', '没有数字的为空', ({ value }) => value, { type: 'number' }],
    ['unit', '单位', '目标数的单位', ({ unit }) => unit],
    ['clause', '条款', '哪一条说的', ({ clause }) => catalog.clause(clause).label, required],
    ['scope', '范围', '目标管到哪里', ({ scope }) => scope, required],
    ['deadline', '期限', '文件自己定的；条款没有单写的，写明总目标的年份', ({ deadline }) => deadline],
    [
      'outcome_status',
      '结果情况',
      'known 有同口径数字，partial 有但不能直接比，unknown 未查到公开结果',
      ({ outcomeStatus }) => outcomeStatus,
      { ...required, values: ['known', 'partial', 'unknown'] },
    ],
    ['outcome', '查到的结果', '没有查到的照实写', ({ outcome }) => outcome, required],
    ['outcome_as_of', '结果时点', '没有结果的为空', ({ outcomeAsOf }) => outcomeAsOf, partialDate],
    ['sources', '出处编号', '多个用分号隔开', ({ sources }) => sources, { ...list, isSource: true }],
    ['caution', '注意', '口径上的提醒', ({ caution }) => caution],
  ]);
}
