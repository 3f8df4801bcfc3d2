import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { escaped } from '#render/escaped.ts';
import { beijingNow } from '../../src/build/clock.ts';
import { type Collection, collectionsOf } from './collections.ts';
import { Entries, nameOf } from './entries.ts';
import { admitted, bodyOf, headers, limits } from './guard.ts';
import { page } from './html.ts';
import { editPage, homePage, listPage, listed } from './pages.ts';
import { Preview } from './preview.ts';
import { choicesOf } from './references.ts';
import { Refusal, Workroom, removeParts } from './store.ts';
import { type Draft, collectionIn, draftKeyOf, json, writingPosts } from './writing.ts';

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
}
export type Route = (
  desk: Desk,
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
) => Promise<Answer | undefined> | Answer | undefined;

const files = import.meta.dirname;
const html = (body: string, status = 200): Answer => ({ status, body });

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
  const desk: Desk = { base, entries, workroom, collections, contentDir, dataDir };

  const collectionOf = (key: string) => collectionIn(collections, key);
  const nameOfReference = () => {
    const choices = choicesOf(entries.content().content);
    const names = new Map(
      Object.entries(choices).map(([kind, list]) => [kind, new Map(list.map(([id, name]) => [id, name]))]),
    );
    return (kind: string, id: string) => names.get(kind)?.get(id);
  };

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

  const posts = writingPosts(desk, preview, me);

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
