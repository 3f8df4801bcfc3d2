import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { hostname } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { formatFault } from '#domain/model/faults.ts';
import { escaped } from '#render/escaped.ts';
import { beijingNow } from '../../src/build/clock.ts';
import { type Collection, collectionsOf } from './collections.ts';
import { difference } from './difference.ts';
import { type Candidate, Entries, type Sent, idOf, nameOf } from './entries.ts';
import { toForm } from './form-html.ts';
import { shown } from './form-values.ts';
import { admitted, bodyOf, headers, limits } from './guard.ts';
import { page } from './html.ts';
import { mergeForms } from './merge.ts';
import { type KeptDraft, editPage, homePage, listPage, listed } from './pages.ts';
import { Preview } from './preview.ts';
import { choicesOf } from './references.ts';
import { Refusal, Workroom, bytesOf, confined, digestOf, removeParts, writeWhole } from './store.ts';

export interface DeskOptions {
  contentDir: string;
  dataDir: string;
  /** The desk's own folder. */
  workroom: string;
  port: number;
  token?: string;
  /** false: no preview is started (tests that need none). */
  preview?: boolean;
}

export interface Answer {
  status?: number;
  type?: string;
  body: string | Uint8Array;
  /** Name under which a browser saves it. */
  download?: string;
}
/** What pages beside the editor (publishing, intake, what people asked) get of the desk. */
export interface Desk {
  base: string;
  entries: Entries;
  workroom: Workroom;
  collections: readonly Collection[];
  contentDir: string;
  dataDir: string;
  note: (save: { path: string; note: string; before: Uint8Array | undefined }) => void;
}
export type Route = (
  desk: Desk,
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
) => Promise<Answer | undefined> | Answer | undefined;

const files = import.meta.dirname;
const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});
const html = (body: string, status = 200): Answer => ({ status, body });

type Draft = KeptDraft & { was?: { form: KeptDraft['form']; body: string } };

/** Opens the desk; returns its address. `routes` answer for the pages beside the editor, by their first step. */
export async function openDesk(
  options: DeskOptions,
  routes: Readonly<Record<string, Route>> = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  const contentDir = resolve(options.contentDir);
  const dataDir = resolve(options.dataDir);
  const token = options.token ?? randomBytes(18).toString('base64url');
  const base = `/${token}/`;
  // Several desks may stand on one folder: each has its own preview.
  const here = `${hostname()}-${options.port}`.replaceAll(/[^\w-]/g, '-');
  const me = { id: here, where: hostname(), since: beijingNow().slice(11) };
  removeParts([contentDir, dataDir, options.workroom]);
  const workroom = new Workroom(resolve(options.workroom));
  const entries = new Entries(contentDir, dataDir);
  const collections = collectionsOf(contentDir, dataDir);
  const preview = new Preview(join(workroom.folder, `preview-${here}`), contentDir, dataDir, options.port + 1);
  const note: Desk['note'] = ({ path, note: told, before }) => {
    const at = new Date().toISOString().replaceAll(/[:.]/g, '-');
    const after = digestOf(bytesOf(resolve(path)) ?? '');
    workroom.keepBefore(
      { name: `${at}-${randomBytes(2).toString('hex')}`, path, at: beijingNow(), note: told, after },
      before,
    );
  };
  const desk: Desk = { base, entries, workroom, collections, contentDir, dataDir, note };

  const collectionOf = (key: string): Collection => {
    const found = collections.find((one) => one.key === key);
    if (!found) throw new Refusal('没有这一类内容', 404);
    return found;
  };
  const draftKeyOf = (collection: string, id: string) =>
    `${collection}--${/^[\w-]+$/.test(id) ? id : `x${digestOf(id)}`}`;
  const nameOfReference = () => {
    const choices = choicesOf(entries.content().content);
    const names = new Map(
      Object.entries(choices).map(([kind, list]) => [kind, new Map(list.map(([id, name]) => [id, name]))]),
    );
    return (kind: string, id: string) => names.get(kind)?.get(id);
  };

  const previewAddress = (collection: Collection, id: string) =>
    !preview.isReady || collection.address === undefined || id === '' ? '' : preview.origin + collection.address(id);

  function write(key: string, id: string, url: URL): Answer {
    const collection = collectionOf(key);
    const isNew = id === '';
    const asked = url.searchParams.get('draft') ?? '';
    const draftKey = isNew
      ? asked === ''
        ? draftKeyOf(key, `new-${randomBytes(4).toString('hex')}`)
        : asked
      : draftKeyOf(key, id);
    const draft = workroom.draft(draftKey) as Draft | undefined;
    const opened = isNew ? undefined : entries.open(collection, id);
    if (!isNew && !opened) throw new Refusal('没有这一篇；可能刚被删去或改了名字', 404);
    if (options.preview !== false && collection.kind === 'page') preview.start();
    const begin = Object.fromEntries(
      [...url.searchParams].flatMap(([name, text]) =>
        name === 'draft' || name === 'said' ? [] : [[name, text.split('\n')]],
      ),
    );
    return html(
      editPage(base, entries, nameOfReference(), {
        collection,
        id,
        opened,
        draft,
        draftKey,
        saves: opened ? workroom.saves().filter(({ path }) => path === opened.path) : [],
        said: url.searchParams.get('said') ?? '',
        begin,
      }),
    );
  }

  type Posted = Sent & { collection: string; existing: string; draftKey: string };
  async function candidate(sent: Posted, noted: boolean): Promise<Candidate> {
    const collection = collectionOf(sent.collection);
    const id = sent.existing === '' ? undefined : sent.existing;
    if (id === undefined && collection.kind !== 'row' && sent.id === '') throw new Refusal('先写编号');
    const made = entries.make(collection, id, sent, noted);
    return entries.check(collection, id, made, preview.copyOf(made.file));
  }

  function keepDraft(sent: Posted, isChanged: boolean): void {
    const kept = workroom.draft(sent.draftKey) as Draft | undefined;
    if (!isChanged) {
      if (kept) workroom.dropDraft(sent.draftKey);
      return;
    }
    const collection = collectionOf(sent.collection);
    const opened = sent.existing === '' ? undefined : entries.open(collection, sent.existing);
    const was =
      opened?.digest === sent.base
        ? { form: toForm(entries.fields(collection), opened.value), body: opened.prose }
        : kept?.was;
    const { collection: key, existing, id, form, body, base: digest } = sent;
    workroom.keepDraft(sent.draftKey, {
      collection: key,
      existing,
      id,
      form,
      body,
      base: digest,
      at: beijingNow(),
      ...(was && { was }),
    });
  }

  async function check(sent: Posted): Promise<Answer> {
    const collection = collectionOf(sent.collection);
    let isChanged = true;
    try {
      const made = entries.make(collection, sent.existing === '' ? undefined : sent.existing, sent, false);
      isChanged = bytesOf(made.file)?.toString('utf-8') !== made.text;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    keepDraft(sent, isChanged);
    const { faults, elsewhere } = await candidate(sent, false);
    const id = sent.existing === '' ? sent.id : sent.existing;
    return json({
      faults,
      elsewhere: elsewhere.map(formatFault),
      changed: isChanged,
      preview: previewAddress(collection, id),
    });
  }

  async function save(sent: Posted): Promise<Answer> {
    const collection = collectionOf(sent.collection);
    const made = await candidate(sent, true);
    const { faults, elsewhere, file, path, text } = made;
    if (faults.some(({ severity }) => severity === 'error') || elsewhere.length > 0) {
      return json({
        faults,
        elsewhere: elsewhere.map(formatFault),
        changed: true,
        preview: '',
        error: '还有差错，没有保存',
      });
    }
    const id = sent.existing === '' ? (collection.kind === 'row' ? lastRow(collection) : sent.id) : sent.existing;
    const now = sent.existing === '' ? undefined : entries.open(collection, sent.existing);
    if (sent.existing !== '' && now?.digest !== sent.base) {
      return json({ conflict: difference(bytesOf(file)?.toString('utf-8') ?? '', text) });
    }
    const before = bytesOf(file);
    if (before?.toString('utf-8') === text) return json({ error: '和文件里的一样，不用保存' });
    writeWhole(file, Buffer.from(text), { isNew: made.isNew });
    note({ path, note: sent.note || (sent.existing === '' ? '新写' : '没有另写说明'), before });
    workroom.dropDraft(sent.draftKey);
    preview.refresh(file);
    const saved = collection.kind === 'row' && sent.existing === '' ? shown(sent.form['id']) : id;
    return json({
      location: `${base}edit/${collection.key}/${encodeURIComponent(saved)}?said=${encodeURIComponent('保存好了')}`,
    });
  }
  const lastRow = (collection: Collection) => listed(entries, collection).at(-1)?.id ?? '';

  async function undo({ name }: { name: string }): Promise<Answer> {
    const kept = workroom.before(name);
    if (!kept) throw new Refusal('没有这一次保存', 404);
    const { save: last, before } = kept;
    const file = resolve(last.path);
    const collection = collections.find(({ path, kind }) =>
      kind === 'row' || kind === 'single' ? path === file : !relative(path, file).startsWith('..'),
    );
    if (!collection) throw new Refusal('这个文件不在内容目录里', 403);
    confined(file, [contentDir, dataDir]);
    if (digestOf(bytesOf(file) ?? '') !== last.after) {
      throw new Refusal('这次保存以后文件又改过，不能直接退回；先退回后面的几次', 409);
    }
    const id = collection.kind === 'row' ? '' : idOf(file);
    if (before === undefined) {
      // The first save made the file: it becomes a draft again, where nothing else needs it.
      const opened = entries.open(collection, id);
      if (!opened) throw new Refusal('文件已经没有了', 404);
      const broken = await entries.brokenWithout(file);
      if (broken.length > 0) throw new Refusal(`别处用着它，不能退回：${broken.map(formatFault).join('；')}`, 409);
      const form = toForm(entries.fields(collection), opened.value);
      const draftKey = draftKeyOf(collection.key, `new-${id}`);
      workroom.keepDraft(draftKey, {
        collection: collection.key,
        existing: '',
        id,
        form,
        body: opened.prose,
        base: '',
        at: beijingNow(),
      });
      rmSync(file);
    } else writeWhole(file, before);
    workroom.dropSave(name);
    preview.refresh(file);
    const said = encodeURIComponent('已经退回');
    if (before === undefined) return json({ location: base });
    return json({
      location: id === '' ? `${base}list/${collection.key}` : `${base}edit/${collection.key}/${id}?said=${said}`,
    });
  }

  function discard({ key }: { key: string }): Answer {
    const draft = workroom.draft(key) as Draft | undefined;
    workroom.dropDraft(key);
    if (draft && draft.existing !== '') {
      const collection = collectionOf(draft.collection);
      preview.refresh(entries.fileOf(collection, draft.existing));
      return json({ location: `${base}edit/${draft.collection}/${encodeURIComponent(draft.existing)}` });
    }
    return json({ location: base });
  }

  /** The draft over the file as it is now. */
  function rebase({ key }: { key: string }): Answer {
    const draft = workroom.draft(key) as Draft | undefined;
    if (!draft?.was) throw new Refusal('没有草稿', 404);
    const collection = collectionOf(draft.collection);
    const opened = entries.open(collection, draft.existing);
    if (!opened) throw new Refusal('文件已经没有了', 404);
    const fields = entries.fields(collection);
    const theirs = { form: toForm(fields, opened.value), body: opened.prose };
    const { form, both } = mergeForms(draft.was.form, theirs.form, draft.form);
    const isMyBody = draft.body !== draft.was.body;
    if (isMyBody && theirs.body !== draft.was.body && theirs.body !== draft.body) both.push('正文');
    const names = both.map((name) => fields.find((field) => field.key === name)?.label ?? name);
    workroom.keepDraft(key, {
      ...draft,
      form,
      body: isMyBody ? draft.body : theirs.body,
      base: opened.digest,
      was: theirs,
    });
    const said =
      names.length === 0
        ? '两边改的合在一起了，看过再保存'
        : `合在一起了。两边都改过的：${names.join('、')}；这里留的是你写的，对着文件看一看再保存`;
    return json({
      location: `${base}edit/${draft.collection}/${encodeURIComponent(draft.existing)}?said=${encodeURIComponent(said)}`,
    });
  }

  function state({ collection: key, id }: { collection: string; id: string }): Answer {
    const opened = id === '' ? undefined : entries.open(collectionOf(key), id);
    const others = id === '' ? [] : workroom.present(draftKeyOf(key, id), me, Date.now());
    return json({
      digest: opened?.digest ?? '',
      others,
      preview: previewAddress(collectionOf(key), id),
      isBroken: preview.isBroken,
    });
  }

  const posts: Record<string, (what: never) => Answer | Promise<Answer>> = {
    check,
    save,
    undo,
    discard,
    rebase,
    state,
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<Answer | undefined> {
    const url = admitted(request, token, options.port);
    const [, first = '', second = '', third = ''] = url.pathname.split('/').map(decodeURIComponent);
    const own = routes[first];
    if (own) return own(desk, request, url, response);
    if (request.method === 'POST') {
      const post = posts[first];
      if (!post) throw new Refusal('没有这件事', 404);
      return post(JSON.parse((await bodyOf(request, 'application/json', limits.form)).toString('utf-8')) as never);
    }
    if (/^[a-z-]+\.(?:ts|css)$/.test(first) && second === '') return asset(first);
    switch (first) {
      case '':
        return html(homePage(base, collections, draftsNow(), await entries.allFaults()));
      case 'list':
        return html(listPage(base, collectionOf(second), listed(entries, collectionOf(second))));
      case 'edit':
        return write(second, third, url);
      case 'new':
        return write(second, '', url);
      case 'choices.json':
        return json(choicesOf(entries.content().content));
      default:
        throw new Refusal('没有这一页', 404);
    }
  }

  function draftsNow() {
    return workroom.drafts().flatMap(({ key, draft }) => {
      const kept = draft as Draft | undefined;
      if (!kept) return [];
      const collection = collections.find((one) => one.key === kept.collection);
      return [{ key, draft: kept, name: `${collection?.label ?? ''}：${nameOf(kept.form, kept.id || '还没有名字')}` }];
    });
  }

  const fixed = headers(preview.origin);
  const server = createServer((request, response) => {
    answer(request, response)
      .catch((error: unknown): Answer => failed(error, request))
      .then((made) => {
        if (!made) return;
        const type = made.type ?? 'text/html; charset=utf-8';
        const saveAs = made.download && {
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(made.download)}`,
        };
        response.writeHead(made.status ?? 200, { ...fixed, 'content-type': type, ...saveAs }).end(made.body);
      })
      .catch(() => response.destroy());
  });

  function failed(error: unknown, request: IncomingMessage): Answer {
    const known = error instanceof Refusal;
    if (!known) console.error(error);
    const status = known ? error.status : 500;
    const said = known ? error.message : `办公桌出了错：${error instanceof Error ? error.message : String(error)}`;
    if (request.method === 'POST') return json({ error: said }, status);
    // Who has no token learns nothing of the desk.
    if (status === 403 || status === 421) return { status, type: 'text/plain; charset=utf-8', body: said };
    return html(page(base, '没有办成', `<p class="notice bad">${escaped(said)}</p>`), status);
  }

  await new Promise<void>((done, fail) => {
    server.on('error', fail);
    server.listen(options.port, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${options.port}${base}`,
    close: () => {
      preview.stop();
      server.closeAllConnections();
      return new Promise((done) => {
        server.close(() => {
          done();
        });
      });
    },
  };
}

/** A script or style of the desk, or the site's colours. */
function asset(name: string): Answer {
  if (name.endsWith('.css')) {
    const file = name === 'tokens.css' ? 'src/styles/tokens.css' : join(files, name);
    if (!existsSync(file)) throw new Refusal('没有这个文件', 404);
    return { type: 'text/css; charset=utf-8', body: readFileSync(file) };
  }
  const file = join(files, 'client', name);
  if (dirname(file) !== join(files, 'client') || !existsSync(file)) throw new Refusal('没有这个文件', 404);
  return { type: 'text/javascript; charset=utf-8', body: stripTypeScriptTypes(readFileSync(file, 'utf-8')) };
}
