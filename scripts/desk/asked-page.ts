import { readFileSync } from 'node:fs';
import { escaped } from '#render/escaped.ts';
import { type Asked, askedOf, queriesIn } from './asked-log.ts';
import { bodyOf, limits } from './guard.ts';
import { page } from './html.ts';
import type { Desk, Route } from './server.ts';

/** 大家问什么: queries of the web server's log, with what search answers; one click makes an entry of the everyday words. */
export const asked: Route = async (desk, request) => {
  if (request.method === 'POST') {
    const bytes = await bodyOf(request, 'application/octet-stream', limits.file);
    const list = await askedOf(queriesIn(bytes), desk.entries.content().content);
    return { type: 'application/json; charset=utf-8', body: JSON.stringify({ html: table(desk, list) }) };
  }
  return {
    body: page(
      desk.base,
      '大家问什么',
      `<p>选网站服务器的访问日志（nginx 的 access.log，压缩的 .gz 也行）。只看搜了什么词、几次；谁搜的、从哪里来，不看也不留。日志不存到这里。</p>
<div class="drop notice"><p><label for="log-file">访问日志，拖到这里，或者选一个：</label></p><p><input type="file" id="log-file" data-upload="asked" /></p></div>
<p id="said" role="status"></p><div id="result"></div>`,
    ),
  };
};

function table({ base }: Desk, list: readonly Asked[]): string {
  if (list.length === 0) return '<p>里面没有搜索的记录。</p>';
  const row = ({ query, times, first }: Asked) => {
    const link = `${base}new/asks?${new URLSearchParams({ asks: query }).toString()}`;
    return `<tr><td>${escaped(query)}</td><td>${times}</td><td>${first ? `${escaped(first.title)}（${escaped(first.address)}）` : '没有答案'}</td><td><a href="${escaped(link)}">加一条问法</a></td></tr>`;
  };
  const none = list.filter(({ first }) => !first);
  const some = list.filter(({ first }) => first);
  const head =
    '<thead><tr><th scope="col">搜的词</th><th scope="col">次数</th><th scope="col">排在最前的答案</th><th scope="col">问法</th></tr></thead>';
  const part = (title: string, rows: readonly Asked[]) =>
    rows.length === 0
      ? ''
      : `<h2>${title}（${rows.length}）</h2><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table>${head}<tbody>${rows.slice(0, 500).map(row).join('')}</tbody></table></div>`;
  return part('没有答案的', none) + part('有答案的', some);
}

/** Queries of a log file. */
export const queriesOf = (file: string) => queriesIn(readFileSync(file));
