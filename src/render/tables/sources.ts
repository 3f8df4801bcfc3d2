import { citation } from '#domain/citing/citations.ts';
import { sourceCopies, sourceKinds } from '#schemas/vocabulary.ts';
import { type Table, type TableContext, column, joined, partialDate, required } from './table.ts';

export function sourcesTable({ catalog, urls, absolute }: TableContext): Table {
  return {
    id: 'sources',
    title: '出处',
    key: 'id',
    columns: [
      column('id', '编号', '出处编号', required),
      column('title', '题名', '文章、法规或数据的名称', required),
      column('outlet', '媒体或单位', '登在哪里、谁发布', required),
      column('date', '日期', '没有查到的为空', partialDate),
      column('kind', '种类', '政策文件、报刊等', required),
      column('author', '作者', '没有署名的为空'),
      column('title_unverified', '题名未核', '题名是本站拟的说明的，写「题名未核」；别的为空'),
      column('url', '网址', '原页或者转载页；没有的看「怎么找到」'),
      column('find', '怎么找到', '没有网址的，写明怎么查'),
      column('copy', '看的是哪一份', '原页、转载，还是只看到一部分；不清楚的为空'),
      column('note', '说明', '转载、日期来源等'),
      column('citation', '著录', '按 GB/T 7714—2025', required),
      column('used_by', '用在哪里', '本站页面，多个用分号隔开'),
    ],
    rows: catalog.sources.map((source) => [
      source.id,
      source.title,
      source.outlet,
      source.date ?? null,
      sourceKinds[source.kind].label,
      source.author ?? null,
      source.titleUnverified ? '题名未核' : null,
      source.url ?? null,
      source.find ?? null,
      source.copy ? sourceCopies[source.copy].label : null,
      source.note ?? null,
      citation(source),
      joined(catalog.usingSource(source.id).map(({ kind, id }) => absolute(urls.entry(kind, id)))) || null,
    ]),
  };
}
