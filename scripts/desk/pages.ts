import { existsSync } from 'node:fs';
import { pageKinds } from '#schemas/kinds.ts';
import { escaped } from '#render/escaped.ts';
import { formatFault } from '#domain/model/faults.ts';
import type { Fault } from '#domain/model/types.ts';
import { openFile } from './source-file.ts';
import { bytesOf, type Save } from './store.ts';
import type { Collection } from './collections.ts';
import { type Entries, type Opened, emptyProse, nameOf } from './entries.ts';
import { FormWriter, type NameOf, toForm } from './form-html.ts';
import type { FormGroup } from './form-values.ts';
import { page, searchable } from './html.ts';

/** What is kept of writing that was not saved. */
export interface KeptDraft {
  collection: string;
  existing: string;
  id: string;
  form: FormGroup;
  body: string;
  base: string;
  at: string;
}

const link = (href: string, text: string) => `<a href="${href}">${escaped(text)}</a>`;

export interface Listed {
  id: string;
  name: string;
  updated: string;
}

/** Entries of a collection as lists show them. */
export function listed(entries: Entries, collection: Collection): Listed[] {
  if (collection.kind === 'row') {
    const value = existsSync(collection.path) ? openFile(bytesOf(collection.path)?.toString('utf-8') ?? '')?.value : [];
    return (Array.isArray(value) ? (value as Record<string, unknown>[]) : []).map((row) => ({
      id: String(row['id']),
      name: nameOf(row, String(row['id'])),
      updated: '',
    }));
  }
  const { content } = entries.content();
  const items = content[collection.key as 'cases'].map(({ id, data }) => ({
    id,
    name: data.title,
    updated: 'updated' in data ? data.updated : ((data as { date?: string }).date ?? ''),
  }));
  const broken = content.unreadable.flatMap(({ kind, id }) =>
    kind === collection.key && id !== undefined ? [{ id, name: `${id}（读不出来，打开看差错）`, updated: '' }] : [],
  );
  return [...items, ...broken].toSorted((a, b) => (a.updated < b.updated ? 1 : -1));
}

export function homePage(
  base: string,
  collections: readonly Collection[],
  drafts: readonly { key: string; draft: KeptDraft; name: string }[],
  faults: readonly Fault[],
): string {
  const main = collections.filter(({ kind }) => kind === 'page' || kind === 'file');
  const tables = collections.filter(({ kind }) => kind === 'row');
  const errors = faults.filter(({ severity }) => severity === 'error');
  return page(
    base,
    '写内容',
    `${faultList(errors)}
${
  drafts.length === 0
    ? ''
    : `<h2>没有保存的草稿</h2><ul>${drafts
        .map(
          ({ draft, name, key }) =>
            `<li>${link(
              draft.existing === ''
                ? `${base}new/${draft.collection}?draft=${key}`
                : `${base}edit/${draft.collection}/${draft.existing}`,
              name,
            )}（${escaped(draft.at)}）<button type="button" data-post="discard" data-key="${key}">丢掉</button></li>`,
        )
        .join('')}</ul><p id="said" role="status"></p>`
}
<h2>写一篇新的，或者改原来的</h2>
<table><thead><tr><th scope="col">写什么</th><th scope="col">新写</th><th scope="col">改原来的</th></tr></thead><tbody>
${main.map(({ key, label, one }) => `<tr><th scope="row">${label}</th><td>${link(`${base}new/${key}`, `新写${one}`)}</td><td>${link(`${base}list/${key}`, `全部${label}`)}</td></tr>`).join('\n')}
</tbody></table>
<h2>表格里的内容</h2>
<ul>${tables.map(({ key, label }) => `<li>${link(`${base}list/${key}`, label)}</li>`).join('')}</ul>`,
  );
}

function faultList(errors: readonly Fault[]): string {
  if (errors.length === 0) return '<p class="notice">现在的内容没有差错。</p>';
  const lines = errors.slice(0, 20).map((fault) => `<li>${escaped(formatFault(fault))}</li>`);
  return `<div class="notice bad"><p>现在的内容有 ${errors.length} 处差错，改好才能发布：</p><ul>${lines.join('')}</ul></div>`;
}

export function listPage(base: string, collection: Collection, items: readonly Listed[]): string {
  const rows = items.map(({ id, name, updated }) => [
    link(`${base}edit/${collection.key}/${encodeURIComponent(id)}`, name),
    escaped(id),
    escaped(updated),
  ]);
  return page(
    base,
    collection.label,
    `<p><a class="button main" href="${base}new/${collection.key}">新写${collection.one}</a></p>
${searchable('找：', ['名称', '编号', collection.kind === 'page' ? '最后更新' : '日期'], rows)}`,
  );
}

export interface Writing {
  collection: Collection;
  /** Empty for a new entry. */
  id: string;
  opened: Opened | undefined;
  draft: KeptDraft | undefined;
  draftKey: string;
  saves: readonly Save[];
  said: string;
  /** Values a new entry begins with. */
  begin: Record<string, unknown>;
}

export function editPage(base: string, entries: Entries, nameOfRef: NameOf, writing: Writing): string {
  const { collection, id, opened, draft, draftKey, saves, said, begin } = writing;
  const fields = entries.fields(collection);
  const form = draft?.form ?? toForm(fields, opened?.value ?? begin);
  const prose = draft?.body ?? opened?.prose ?? emptyProse(collection);
  const title = opened ? nameOf(opened.value, id) : `新写${collection.one}`;
  const isPage = collection.kind === 'page';
  const canPreview = isPage;
  const changes = (opened?.value['changes'] ?? []) as { date: string; note: string }[];
  const last = changes.at(-1);
  const notices = [
    said === '' ? '' : `<p class="notice" role="status">${escaped(said)}</p>`,
    draft
      ? `<p class="notice">这是上次没有保存的草稿（${escaped(draft.at)}）。<button type="button" data-post="discard" data-key="${draftKey}">丢掉草稿，看文件里的</button></p>`
      : '',
    '<p class="notice bad" id="others" role="status" hidden></p>',
    `<div class="notice bad" id="conflict" tabindex="-1" hidden><p>这个文件在你打开以后被改过，没有保存，也没有盖掉别人写的。下面是不同的地方（- 是文件里现在的，+ 是你写的）。写的已经留成草稿。</p><pre></pre><p><button type="button" data-post="rebase" data-key="${draftKey}">看过了，在现在的文件上接着改</button></p></div>`,
    '<p class="fault" id="elsewhere" hidden></p>',
  ].join('\n');
  const idField =
    opened || collection.kind === 'row'
      ? ''
      : `<div class="field"><label for="id">编号 <span class="must">必填</span></label><p class="help" id="id-h">网址的最后一段：小写字母、数字和连字符，发布以后不再改。${collection.kind === 'page' ? `例如 panshi-toilets 的网址是 /${collection.key}/panshi-toilets/。` : ''}</p><input id="id" aria-describedby="id-h" autocomplete="off" spellcheck="false" value="${escaped(draft?.id ?? '')}" /></div>`;
  const photo = fields.some(({ key }) => key === 'photo')
    ? `<div class="field"><label for="photo">放一张照片</label><p class="help" id="photo-h">会转正、缩小，去掉拍摄地点等信息，再放到这一篇旁边；然后填好照片里有什么、谁拍的、哪天、许可。</p><input type="file" id="photo" aria-describedby="photo-h" accept="image/jpeg,image/png,image/webp" /></div>`
    : '';
  const headings = isPage ? Object.values<{ label: string }>(pageKinds[collection.key as 'cases'].headings) : [];
  const body = isPage
    ? `<div class="field" id="body-field"><label for="body">正文</label>
<p class="help" id="body-h">标题用 ##，段落之间空一行。按钮在光标的地方加上标记。</p>
<div class="tools" role="group" aria-label="加到正文里">
<button type="button" data-insert="Clause">条款</button><button type="button" data-insert="Source">出处</button><button type="button" data-insert="Fact">事实</button><button type="button" data-insert="Term">名词</button><button type="button" data-insert="Background">背景资料</button><button type="button" data-insert="Heading">标题</button>
</div>
<textarea id="body" rows="26" aria-describedby="body-h body-e" data-headings="${headings.map(({ label }) => label).join('|')}">\n${escaped(prose)}</textarea><p class="fault" id="body-e" hidden></p></div>`
    : '';
  const note =
    isPage && opened
      ? `<fieldset class="field"><legend>改了什么</legend><p class="help" id="note-h">一句话，读者在页面的更新说明里看到。改的是错处，用「更正：」开头，写明原来怎么写。</p><input id="note" aria-describedby="note-h" aria-label="改了什么" />
<p><label class="flag"><input type="checkbox" id="same" />和上一条说明（${escaped(last?.date ?? '')} ${escaped(last?.note.slice(0, 24) ?? '')}）是同一次改动，不另写</label></p>
<details><summary>更正：另写原来是什么</summary><div class="inner"><div class="field"><label for="was">原来写的</label><input id="was" /></div><div class="field"><label for="since">从哪天起那样写</label><input id="since" placeholder="2026-11-24" /></div></div></details></fieldset>
<details class="field"><summary>更新说明（${changes.length} 条）</summary><ul>${changes.map(({ date, note: told }) => `<li>${escaped(date)} ${escaped(told)}</li>`).join('')}</ul></details>`
      : '';
  const undo =
    saves.length === 0
      ? ''
      : `<details class="field"><summary>保存过的（${saves.length} 次）</summary><ul>${saves
          .toReversed()
          .slice(0, 20)
          .map(
            ({ name, at, note: told }) =>
              `<li>${escaped(at)} ${escaped(told)} <button type="button" data-post="undo" data-name="${name}">退回到这次保存以前</button></li>`,
          )
          .join('')}</ul></details>`;
  const preview = canPreview
    ? `<section id="preview" aria-label="网页的样子"><div class="tools"><button type="button" data-width="360" aria-pressed="true">手机（360）</button><button type="button" data-width="1280" aria-pressed="false">电脑（1280）</button><span class="help" id="preview-note" hidden>有差错时，这里是上一次没有差错的样子</span></div><p class="notice bad" id="preview-broken" role="status" hidden>网页的样子打不开；到「检查和发布」里做一次检查并生成，看是哪里的差错。</p><div class="frame"><iframe title="网页的样子" tabindex="-1"></iframe></div></section>`
    : '';
  const where = opened ? `<p class="help">${escaped(opened.path)}</p>` : '';
  return page(
    base,
    title,
    `${notices}
<div${canPreview ? ' id="write"' : ''}><div>
${where}
${idField}
<div id="form">
${new FormWriter(nameOfRef).fields(fields, form)}
</div>
<p class="fault" id="other-faults" hidden></p>
${photo}
${body}
${note}
<div id="state"><p id="said" role="status"></p><button type="button" class="main" id="save">保存（Ctrl+S）</button></div>
${undo}
</div>${preview}</div>`,
    {
      wide: canPreview,
      data: {
        collection: collection.key,
        id,
        digest: draft?.base ?? opened?.digest ?? '',
        draftKey,
        canPreview,
      },
    },
  );
}
