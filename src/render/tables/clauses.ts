import { parentClause } from '#domain/model/clauses.ts';
import type { Clause } from '#schemas/entries.ts';
import { type ColumnOf, type Table, type TableContext, list, required, tableOf } from './table.ts';

export function clausesTable({ catalog, urls, absolute }: TableContext): Table {
  const id = catalog.document.clauses.example ?? catalog.clauses.find((clause) => clause.id.includes('-'))?.id;
  const parts = [
    ...(id === undefined ? [] : [`${id} 就是${catalog.clause(id).label}`]),
    ...(catalog.clauses.some((clause) => clause.id === '0') ? ['0 是前言'] : []),
  ];
  const example = parts.join('，') || '条款的编号';
  const leads: ColumnOf<Clause> = [
    'leads',
    '牵头单位',
    '文件写的，多个用分号隔开',
    (row) => row.leads.map((lead) => catalog.unit(lead).name),
    list,
  ];
  const deadline: ColumnOf<Clause> = ['deadline', '期限', '文件写的', (row) => row.deadline];
  return tableOf({ id: 'clauses', title: '条款要点', key: 'label' }, catalog.clauses, [
    // A spreadsheet takes 2-4-1 for a day: there a clause goes by its name.
    ['id', '编号', example, ({ id }) => id, { ...required, only: 'json' }],
    ['label', '条款', '文件里的编号', ({ label }) => label, required],
    ['parent', '上一级编号', '上一级条款的编号；最上一级的为空', ({ id }) => parentClause(id), { only: 'json' }],
    [
      'parent_label',
      '上一级',
      '上一级条款；最上一级的为空',
      ({ id }) => {
        const parent = parentClause(id);
        return parent === undefined ? undefined : catalog.clause(parent).label;
      },
      { only: 'sheet' },
    ],
    ['heading', '条目', '这一条叫什么', ({ heading }) => heading, required],
    ['gist', '要点', '本站转述，不是原文', ({ gist }) => gist, required],
    ['terms', '文中用语', '文件里的名称和数字，多个用分号隔开', ({ terms }) => terms, list],
    // A guidance that names no unit and no day has no columns of them.
    ...(catalog.clauses.some(({ leads }) => leads.length > 0) ? [leads] : []),
    ...(catalog.clauses.some(({ deadline }) => deadline !== undefined) ? [deadline] : []),
    ['url', '网址', '本站页面', ({ id }) => absolute(urls.clause(id)), required],
  ]);
}
