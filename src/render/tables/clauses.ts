import { parentClause } from '#domain/model/clauses.ts';
import { type Table, type TableContext, column, joined, required } from './table.ts';

export function clausesTable({ catalog, urls, absolute }: TableContext): Table {
  return {
    id: 'clauses',
    title: '条款要点',
    key: 'id',
    columns: [
      column('id', '编号', '2-4-5 就是二(四)5，0 是前言', required),
      column('label', '条款', '文件里的编号', required),
      column('parent', '上一级', '上一级条款的编号；最上一级的为空'),
      column('heading', '条目', '这一条叫什么', required),
      column('gist', '要点', '本站转述，不是原文', required),
      column('terms', '文中用语', '文件里的名称和数字，多个用分号隔开'),
      column('url', '网址', '本站页面', required),
    ],
    rows: catalog.clauses.map(({ id, label, heading, gist, terms }) => [
      id,
      label,
      parentClause(id) ?? null,
      heading,
      gist,
      joined(terms) || null,
      absolute(urls.clause(id)),
    ]),
  };
}
