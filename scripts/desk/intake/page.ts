import { escaped } from '#render/escaped.ts';
import { caseFormDocx, caseFormXlsx, caseFormTitle } from '#render/case-form.ts';
import { bodyOf, limits } from '../guard.ts';
import { page } from '../html.ts';
import type { Route } from '../server.ts';
import { Refusal } from '../store.ts';
import { type Taken, takeIn } from './intake.ts';

export const documentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The last document that was taken in, until the next one or until the desk is closed. */
let last: { name: string; taken: Taken } | undefined;

/** 收申报表: forms to hand out, and a place to put them when they come back. */
export const intake: Route = async (desk, request, url) => {
  const { base } = desk;
  const what = url.pathname.split('/')[2] ?? '';
  if (request.method === 'POST') {
    const bytes = await bodyOf(request, 'application/octet-stream', limits.file);
    const name = (url.searchParams.get('name') ?? '申报表').replaceAll(/[/\\\0]/g, '');
    const taken = await takeIn(bytes, desk);
    last = { name, taken };
    return { type: 'application/json; charset=utf-8', body: JSON.stringify({ html: result(base, taken) }) };
  }
  if (what === 'form.docx')
    return { type: documentTypes.docx, body: caseFormDocx(), download: `${caseFormTitle}.docx` };
  if (what === 'form.xlsx')
    return { type: documentTypes.xlsx, body: caseFormXlsx(), download: `${caseFormTitle}.xlsx` };
  if (what === 'returned') {
    if (!last) throw new Refusal('还没有收过', 404);
    const { kind, returned } = last.taken;
    return { type: documentTypes[kind], body: returned, download: last.name.replace(/(\.\w+)?$/, `（批注）.${kind}`) };
  }
  return {
    body: page(
      base,
      '收申报表',
      `<h2>发出去</h2>
<p>空白的${caseFormTitle}：<a href="${base}intake/form.docx">Word 文档</a>、<a href="${base}intake/form.xlsx">Excel 表格</a>。WPS 也能填。</p>
<h2>收回来</h2>
<div class="drop notice"><p><label for="document">填好的申报表（.docx、.xlsx），也可以是普通的 Word 稿子。拖到这里，或者选一个：</label></p>
<p><input type="file" id="document" data-upload="intake" accept=".docx,.xlsx" /></p></div>
<p>收进来的只是草稿，看过、改好、保存以后才在网站的内容里。个人的电话、身份证号和认得出的姓名会删去，请再看一遍。</p>
<p id="said" role="status"></p><div id="result"></div>`,
    ),
  };
};

function result(base: string, { drafts, faults, photos, kind }: Taken): string {
  const links = drafts.map(
    ({ key, collection, name }) =>
      `<li><a href="${base}new/${collection}?draft=${encodeURIComponent(key)}">${collection === 'sources' ? '出处' : '案例'}：${escaped(name)}</a></li>`,
  );
  const list = faults.map(
    ({ cell, text, shown }) =>
      `<li>${kind === 'xlsx' ? escaped(cell) : ''}${shown === '' ? '' : `「${escaped(shown)}」`}：${escaped(text)}</li>`,
  );
  const pictures =
    photos.length === 0
      ? ''
      : `<p>照片 ${photos.length} 张，已经转正、缩小、去掉拍摄信息：${photos.map((one) => escaped(one)).join('、')}</p>`;
  return `<h2>草稿</h2><p>先把出处存好，再存案例。</p><ol>${links.join('')}</ol>${pictures}
<h2>要改、要看的 ${faults.length} 处</h2>${faults.length === 0 ? '<p>没有。</p>' : `<ul>${list.join('')}</ul><p><a class="button" href="${base}intake/returned">下载带批注的原件，退给填表的单位</a></p>`}`;
}
