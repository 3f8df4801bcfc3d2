import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settings } from '../../../scripts/desk/office.ts';
import { publish, task } from '../../../scripts/desk/publish.ts';
import { openDesk } from '../../../scripts/desk/server.ts';
import { fingerprints } from '../../content/working-copy.ts';

const port = 4630;
const token = 'token-of-the-test';
const root = mkdtempSync(join(tmpdir(), 'desk-'));
const content = join(root, 'content');
const data = join(root, 'data');
const workroom = join(root, 'workroom');
let close: () => Promise<void>;

beforeAll(async () => {
  cpSync('tests/fixtures/content', content, { recursive: true });
  cpSync('tests/fixtures/data', data, { recursive: true });
  ({ close } = await openDesk(
    { contentDir: content, dataDir: data, workroom, port, token, preview: false },
    { settings, publish, task },
  ));
});
afterAll(async () => {
  await close();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  for (const [from, to] of [['content', content] as const, ['data', data] as const]) {
    rmSync(to, { recursive: true, force: true });
    cpSync(`tests/fixtures/${from}`, to, { recursive: true });
  }
  rmSync(join(workroom, 'drafts'), { recursive: true, force: true });
});

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}
function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<Answered> {
  return new Promise((done, fail) => {
    const sent = request(
      { host: '127.0.0.1', port, path, headers, method: body === undefined ? 'GET' : 'POST' },
      (got) => {
        const parts: Buffer[] = [];
        got.on('data', (part: Buffer) => parts.push(part));
        got.on('end', () => {
          done({ status: got.statusCode ?? 0, headers: got.headers, text: Buffer.concat(parts).toString('utf-8') });
        });
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}
const own = { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' };
type Said = Record<string, unknown> & { status: number; error?: string };
const post = async (what: string, body: object, headers = own): Promise<Said> => {
  const { status, text } = await ask(`/${token}/${what}`, headers, JSON.stringify(body));
  return { status, ...(JSON.parse(text) as object) };
};

interface Page {
  id: string;
  digest: string;
  draftKey: string;
}
async function open(path: string): Promise<Page> {
  const { text } = await ask(`/${token}/${path}`);
  return JSON.parse(/id="data">(.*?)<\/script>/.exec(text)?.[1] ?? '{}') as Page;
}
const item = 'qingshi-stone';
const file = join(content, 'cases', `${item}.mdx`);
const read = () => readFileSync(file, 'utf-8');
async function sending(form: object, more: object = {}) {
  const { digest, draftKey } = await open(`edit/cases/${item}`);
  const body = read().split('---\n').slice(2).join('---\n');
  return {
    collection: 'cases',
    existing: item,
    id: item,
    form,
    body,
    base: digest,
    draftKey,
    note: '改了标题',
    ...more,
  };
}

describe('who gets in', () => {
  const untouched = async (run: () => Promise<unknown>) => {
    const before = fingerprints(content);
    await run();
    expect([...fingerprints(content)]).toEqual([...before]);
  };
  test('nobody without the token, and no reason is given away', async () => {
    for (const path of ['/', '/edit/cases/x', `/${token}x/`, '/token-of-the-tesu/']) {
      const { status, text } = await ask(path);
      expect([path, status]).toEqual([path, 403]);
      expect(text).not.toContain('<html');
    }
  });
  test('no name of another site that leads to this machine', async () => {
    const { status } = await ask(`/${token}/`, { host: `evil.example:${port}` });
    expect(status).toBe(421);
  });
  test('no form and no script of another site, even with the token', async () => {
    await untouched(async () => {
      const sent = await sending({ title: '坏' });
      const from = async (headers: Record<string, string>) =>
        (await ask(`/${token}/save`, headers, JSON.stringify(sent))).status;
      expect(await from({ ...own, origin: 'http://evil.example' })).toBe(403);
      expect(await from({ ...own, origin: 'null' })).toBe(403);
      expect(await from({ host: own.host, 'content-type': 'application/json' })).toBe(403);
      expect(await from({ ...own, 'sec-fetch-site': 'cross-site' })).toBe(403);
      expect(await from({ ...own, 'content-type': 'text/plain' })).toBe(415);
    });
  });
  test('a form that is too large is refused', async () => {
    expect((await post('save', await sending({ title: '甲'.repeat(2_000_000) }))).status).toBe(413);
  });
  test('every page forbids what is not its own', async () => {
    const { headers } = await ask(`/${token}/edit/cases/${item}`);
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });
});

describe('only files of the content', () => {
  test('no way out by the name of an entry', async () => {
    for (const id of ['../../secret', '..%2f..%2fsecret', '/etc/passwd', 'a/b', 'a\\b', 'A', '']) {
      const { status, error } = await post('save', { ...(await sending({})), existing: '', id });
      expect([id, status, typeof error]).toEqual([id, 400, 'string']);
      if (id === '') continue;
      const answer = await ask(`/${token}/edit/cases/${encodeURIComponent(id)}`);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    expect((await ask(`/${token}/../../package.json`)).status).not.toBe(200);
    expect((await ask(`/${token}/..%2f..%2fpackage.json`)).status).not.toBe(200);
    expect((await ask(`/${token}/server.ts`)).text).not.toContain('createServer');
  });
  test('a link is neither read nor written', async () => {
    const outside = join(root, 'outside.mdx');
    writeFileSync(outside, read());
    symlinkSync(outside, join(content, 'cases', 'linked.mdx'));
    expect((await ask(`/${token}/edit/cases/linked`)).text).toContain('是链接');
    const answer = await post('save', { ...(await sending({ title: '坏' })), existing: 'linked', id: 'linked' });
    expect(answer.error).toContain('是链接');
    expect(readFileSync(outside, 'utf-8')).toBe(read());
    rmSync(outside);
  });
});

describe('saving', () => {
  test('changes the line of the field, says what was changed, and can be taken back', async () => {
    const before = read();
    const answer = await post('save', await sending({ title: '青石镇的石头' }));
    expect(answer['location']).toContain(`edit/cases/${item}`);
    const lines = read()
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('title: 青石镇的石头');
    expect(lines[2]).toContain('note: 改了标题 }');
    const { text } = await ask(`/${token}/edit/cases/${item}`);
    const [, name = ''] = /data-post="undo" data-name="([^"]+)"/.exec(text) ?? [];
    expect((await post('undo', { name })).error).toBeUndefined();
    expect(read()).toBe(before);
  });
  test('what is wrong is told at its field, and nothing is written', async () => {
    const before = read();
    const form = {
      title: '',
      date: '2016-02-30',
      themes: ['nosuch'],
      results: [{ label: '数', value: '30', source: 'nosuch' }],
    };
    const answer = await post('save', await sending(form));
    const faults = answer['faults'] as { at: unknown[]; problem: string }[];
    expect(answer['location']).toBeUndefined();
    expect(faults.map(({ at }) => at.join('.'))).toEqual(expect.arrayContaining(['title', 'date']));
    expect(read()).toBe(before);
    const later = await post('check', await sending({ themes: ['nosuch'], results: form.results }));
    const second = later['faults'] as { at: unknown[]; problem: string }[];
    expect(second).toContainEqual(
      expect.objectContaining({ at: ['themes', 0], problem: '主题（导读）「nosuch」不存在' }),
    );
    expect(second).toContainEqual(expect.objectContaining({ at: ['results', 0, 'source'] }));
  });
  type Wrong = [what: string, form: object, at: string, says: RegExp];
  test.each<Wrong>([
    ['a date in another shape', { date: '2024年5月' }, 'date', /写成 2023、2023-09 或 2023-09-13/],
    [
      'a word this site does not use',
      { summary: '据江边日报报道，这里是全国一流的石材镇。' },
      'summary',
      /用了「全国一流」.*删去评价/,
    ],
    ['nothing done', { actions: '' }, 'actions', /缺少这一项/],
    ['a place that is not there', { places: ['nosuch'] }, 'places.0', /地方「nosuch」不存在/],
    ['a result without its source', { results: [{ label: '面积', value: '3' }] }, 'results.0.source', /缺少这一项/],
    [
      'a fact whose id is Chinese',
      { facts: [{ id: '面积', label: '面积', value: '3', source: 'paper' }] },
      'facts.0.id',
      /只用小写字母/,
    ],
    [
      'a fact that stands on nothing',
      { facts: [{ id: 'a', label: '面积', value: '3' }] },
      'facts.0.source',
      /要有出处/,
    ],
    ['a person without an office', { people: [{ name: '张三', source: 'paper' }] }, 'people.0.role', /缺少这一项/],
  ])('%s is told at the field, and not saved', async (_what, form, at, says) => {
    const before = read();
    const { faults, location } = (await post('save', await sending(form))) as unknown as {
      faults: { at: unknown[]; problem: string; remedy: string }[];
      location?: string;
    };
    const found = faults.find((fault) => fault.at.join('.') === at);
    expect(`${found?.problem ?? ''} ${found?.remedy ?? ''}`).toMatch(says);
    expect(location).toBeUndefined();
    expect(read()).toBe(before);
  });
  test('a fault of the prose has its line in the box', async () => {
    const sent = await sending({});
    const body = `${sent.body.trimEnd()}\n\n<script>1</script>\n`;
    const { faults } = (await post('check', { ...sent, body })) as unknown as {
      faults: { proseLine: number; problem: string }[];
    };
    const [fault] = faults;
    expect(body.split('\n')[(fault?.proseLine ?? 0) - 1]).toBe('<script>1</script>');
  });
  test('what is written elsewhere and would break is told as well', async () => {
    writeFileSync(file, read().replace('机器旧了。', '机器旧了，<Fact id="qingshi/output" />。'));
    const { digest, draftKey } = await open('edit/places/qingshi');
    const place = readFileSync(join(content, 'places/qingshi.mdx'), 'utf-8');
    const sent = {
      collection: 'places',
      existing: 'qingshi',
      id: 'qingshi',
      form: { facts: [] },
      base: digest,
      draftKey,
    };
    const body = place
      .split('---\n')
      .slice(2)
      .join('---\n')
      .replaceAll(/<Fact [^>]*\/>/g, '');
    const answer = await post('save', { ...sent, body, note: '删去事实' });
    expect(readFileSync(join(content, 'places/qingshi.mdx'), 'utf-8')).toBe(place);
    expect(answer.error).toBe('还有差错，没有保存');
  });
  test('a new page has its dates and first note', async () => {
    const form = Object.fromEntries(
      Object.entries({
        title: '白水的苗圃',
        summary: '据报道，白水有一片苗圃。',
        firstReported: 'paper',
        places: ['baishui'],
        themes: ['towns'],
        actions: '育苗',
        sources: ['paper'],
      }),
    );
    const body =
      '## 遇到什么问题\n\n缺苗。\n\n## 做了什么\n\n<Background>\n\n据报道，育了苗。<Source id="paper" />\n\n</Background>\n\n## 别人能学什么\n\n先看土。\n\n## 还不知道什么\n\n- 花了多少钱，没有查到。\n';
    const sent = {
      collection: 'cases',
      existing: '',
      id: 'baishui-nursery',
      form,
      body,
      base: '',
      draftKey: 'cases--new',
      note: '',
    };
    const answer = await post('save', sent);
    expect(answer).toMatchObject({ location: expect.stringContaining('edit/cases/baishui-nursery') as string });
    const text = readFileSync(join(content, 'cases/baishui-nursery.mdx'), 'utf-8');
    expect(text).toMatch(/^---\ntitle: 白水的苗圃\n/);
    expect(text).toMatch(
      /published: \d{4}-\d\d-\d\d \d\d:\d\d\nupdated: .*\nchanges:\n {2}- date: .*\n {4}note: 首次发布\n---\n\n## 遇到什么问题\n/,
    );
    expect((await post('save', sent)).error).toMatch(/已经有文件|差错/);
    // Taken back, it is a draft again.
    const undoOf = async (page: string) =>
      /data-post="undo" data-name="([^"]+)"/.exec((await ask(`/${token}/${page}`)).text)?.[1] ?? '';
    await post('undo', { name: await undoOf('edit/cases/baishui-nursery') });
    expect(existsSync(join(content, 'cases/baishui-nursery.mdx'))).toBe(false);
    expect((await ask(`/${token}/`)).text).toContain('白水的苗圃');
  });
});

test('a source that is used by now cannot be taken back', async () => {
  const form = { title: '新出处', outlet: '江边日报', kind: 'newspaper', find: '按题名找' };
  const sent = {
    collection: 'sources',
    existing: '',
    id: 'fresh',
    form,
    body: '',
    base: '',
    draftKey: 'sources--new',
    note: '',
  };
  expect((await post('save', sent))['location']).toBeDefined();
  writeFileSync(file, read().replace('sources: [paper]', 'sources: [paper, fresh]'));
  const { text } = await ask(`/${token}/edit/sources/fresh`);
  const [, name = ''] = /data-post="undo" data-name="([^"]+)"/.exec(text) ?? [];
  expect((await post('undo', { name })).error).toMatch(/别处用着它.*「fresh」不存在/);
  expect(existsSync(join(content, 'sources/fresh.yaml'))).toBe(true);
});

describe('two people', () => {
  test('a file that was changed in the meantime is not overwritten; both changes can be joined', async () => {
    const sent = await sending({ title: '我的标题' });
    await post('check', sent);
    const theirs = read().replace(/^summary: .*$/m, 'summary: 据报道，青石镇办了采石场，别人改的。');
    writeFileSync(file, theirs);
    const answer = await post('save', sent);
    expect(answer['conflict']).toContain('+ title: 我的标题');
    expect(read()).toBe(theirs);
    expect((await post('rebase', { key: sent.draftKey })).error).toBeUndefined();
    const { text } = await ask(`/${token}/edit/cases/${item}`);
    expect(text).toContain('别人改的');
    expect(text).toContain('我的标题');
  });
  test('the second sees that the file is no longer what was opened', async () => {
    const { digest } = await open(`edit/cases/${item}`);
    writeFileSync(file, `${read()}\n`);
    expect((await post('state', { collection: 'cases', id: item }))['digest']).not.toBe(digest);
  });
});

test('what was not saved is kept as a draft and is in the form again', async () => {
  await post('check', await sending({ title: '没有保存的标题' }));
  expect((await ask(`/${token}/edit/cases/${item}`)).text).toContain('没有保存的标题');
  expect((await ask(`/${token}/`)).text).toContain('没有保存的标题');
  expect(read()).not.toContain('没有保存的标题');
});

test('a row of a table is written alone', async () => {
  const name = join(data, 'glossary.yaml');
  const before = readFileSync(name, 'utf-8');
  const [, id = ''] = /^- id: (.*)$/m.exec(before) ?? [];
  const { digest, draftKey } = await open(`edit/glossary/${id}`);
  const sent = {
    collection: 'glossary',
    existing: id,
    id,
    form: { plain: '换一句平常话。' },
    body: '',
    base: digest,
    draftKey,
    note: '',
  };
  expect((await post('save', sent))['location']).toBeDefined();
  const after = readFileSync(name, 'utf-8').split('\n');
  expect(after.filter((line) => !before.split('\n').includes(line))).toEqual(['  plain: 换一句平常话。']);
  expect(existsSync(join(data, '.glossary.yaml'))).toBe(false);
  expect(readdirSync(data).filter((one) => one.startsWith('.'))).toEqual([]);
});

test('without an address or a folder nothing is built to be published, and the page says where to write them', async () => {
  const published = async (fields: object) => {
    expect((await post('settings', { fields })).error).toBeUndefined();
    const { text } = await ask(`/${token}/task`, own, JSON.stringify({ task: 'publish' }));
    return [(await ask(`/${token}/publish`)).text, text] as const;
  };
  const address = 'https://www.example.gov.cn';
  for (const [fields, missing] of [
    [{}, '「网站的地址」「发布到哪个文件夹」还没有写'],
    [{ folder: join(root, 'www') }, '「网站的地址」还没有写'],
    [{ siteUrl: address }, '「发布到哪个文件夹」还没有写'],
  ] as const) {
    const [page, said] = await published(fields);
    expect(page).toContain(missing);
    expect(page).toContain('data-task="publish" disabled');
    expect(said.trim()).toBe(`${missing}，在「设置」里写好再发布`);
  }
  await post('settings', { fields: { siteUrl: address, folder: join(root, 'www') } });
  expect((await ask(`/${token}/publish`)).text).toMatch(/data-task="publish">/);
  for (const siteUrl of ['www.example.gov.cn', 'https://user:secret@example.gov.cn', `${address}/ztzl/`])
    expect((await post('settings', { fields: { siteUrl } })).error).toContain('网站的地址写成');
});
