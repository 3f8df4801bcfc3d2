import { citation } from '#domain/citing/citations.ts';
import { sourceCopies, sourceKinds } from '#schemas/vocabulary.ts';
import { type Table, type TableContext, list, partialDate, required, tableOf } from './table.ts';

export function sourcesTable({ catalog, urls, absolute }: TableContext): Table {
  const usedBy = (id: string) => catalog.usingSource(id).map((page) => absolute(urls.entry(page.kind, page.id)));
  return tableOf({ id: 'sources', title: '出处', key: 'id' }, catalog.sources, [
    ['id', '编号', '出处编号', ({ id }) => id, required],
    ['title', '题名', '文章、法规或数据的名称', ({ title }) => title, required],
    ['outlet', '媒体或单位', '登在哪里、谁发布', ({ outlet }) => outlet, required],
    ['date', '日期', '没有查到的为空', ({ date }) => date, partialDate],
    ['kind', '种类', '政策文件、报刊等', ({ kind }) => sourceKinds[kind].label, required],
    ['author', '作者', '没有署名的为空', ({ author }) => author],
    [
      'title_unverified',
      '题名未核',
      '题名是本站拟的说明的，写「题名未核」；别的为空',
      ({ titleUnverified }) => titleUnverified && '题名未核',
    ],
    ['url', '网址', '原页或者转载页；没有的看「怎么找到」', ({ url }) => url],
    ['find', '怎么找到', '没有网址的，写明怎么查', ({ find }) => find],
    [
      'copy',
      '看的是哪一份',
      '原页、转载，还是只看到一部分；不清楚的为空',
      ({ copy }) => copy && sourceCopies[copy].label,
    ],
    ['note', '说明', '转载、日期来源等', ({ note }) => note],
    ['citation', '著录', '按 GB/T 7714—2025', (source) => citation(source), required],
    ['used_by', '用在哪里', '本站页面，多个用分号隔开', ({ id }) => usedBy(id), list],
  ]);
}
