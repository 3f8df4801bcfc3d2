import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { escaped } from '#render/escaped.ts';
import { outDir } from '../paths.ts';
import { beijingNow } from '../../src/build/clock.ts';
import { bodyOf, limits } from './guard.ts';
import { page } from './html.ts';
import { type Office, officeOf } from './office.ts';
import type { Desk, Route } from './server.ts';
import { Refusal, type Save, bytesOf, writeWhole } from './store.ts';

/** When the desk last published, by the name of the save that came before. */
const markOf = (desk: Desk) => join(desk.workroom.folder, 'published.json');

/** Saves since the last publish. */
export function waiting(desk: Desk): Save[] {
  const mark = JSON.parse(bytesOf(markOf(desk))?.toString('utf-8') ?? '{}') as { upTo?: string };
  return desk.workroom.saves().filter(({ name }) => name > (mark.upTo ?? ''));
}

/** The message of a commit: one line a file, with what was changed. */
export function messageOf(saves: readonly Save[], at: string): string {
  const byPath = Map.groupBy(saves, ({ path }) => path);
  const lines = [...byPath].map(([path, list]) => `${path}：${[...new Set(list.map(({ note }) => note))].join('；')}`);
  return [`发布 ${at}`, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
}

/** The address of the site: this machine's setting, or the one the desk was opened with. */
const addressOf = (office: Office) => office.siteUrl || (process.env['SITE_URL'] ?? '');

/** What publishing needs and nobody has written, as 设置 calls it. */
function unset(office: Office): string[] {
  return [...(addressOf(office) === '' ? ['网站的地址'] : []), ...(office.folder === '' ? ['发布到哪个文件夹'] : [])];
}

export const publish: Route = (desk) => {
  const office = officeOf(desk.workroom);
  const saves = waiting(desk);
  const missing = unset(office);
  const folder =
    missing.length > 0
      ? `<p class="notice">「${missing.join('」「')}」还没有写，在<a href="${desk.base}settings">设置</a>里写。现在只能检查和生成。</p>`
      : `<p>发布到 ${escaped(office.folder)}，网站的地址：${escaped(addressOf(office))}。</p>`;
  const list = saves.map(({ at, path, note }) => `<li>${escaped(at)} ${escaped(path)}：${escaped(note)}</li>`).join('');
  return {
    body: page(
      desk.base,
      '检查和发布',
      `${folder}
<h2>上次发布以后改的</h2>
${saves.length === 0 ? '<p>没有（在办公桌外面改的不在这里）。</p>' : `<ul>${list}</ul>`}
<p class="tools"><button type="button" data-task="build">检查并生成</button><button type="button" class="main" data-task="publish"${missing.length > 0 ? ' disabled' : ''}>发布</button></p>
<p>发布做这几样：检查、生成、放到文件夹、留一份内容。前一样没有成，后面的不做，原来的网站不动。</p>
<p id="said" role="status"></p>
<pre id="log" hidden tabindex="0" aria-label="经过"></pre>`,
    ),
  };
};

let isBusy = false;

/** Runs a task and says how it goes, line by line; the last line is the result. */
export const task: Route = async (desk, request, _url, response) => {
  const sent = JSON.parse((await bodyOf(request, 'application/json', limits.form)).toString('utf-8')) as {
    task?: string;
  };
  if (sent.task !== 'build' && sent.task !== 'publish') throw new Refusal('没有这件事', 404);
  if (isBusy) throw new Refusal('上一次还没有做完，等一等', 409);
  isBusy = true;
  const say = (text: string) => response.write(text.endsWith('\n') ? text : `${text}\n`);
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  try {
    const office = officeOf(desk.workroom);
    // Before minutes of building.
    const missing = sent.task === 'publish' ? unset(office) : [];
    if (missing.length > 0) throw new Refusal(`「${missing.join('」「')}」还没有写，在「设置」里写好再发布`);
    const saves = waiting(desk);
    // A site of another folder than the default is not held to the ledger of addresses.
    const env = {
      ...(office.siteUrl !== '' && { SITE_URL: office.siteUrl }),
      ...(office.basePath !== '' && { BASE_PATH: office.basePath }),
      ...(sent.task === 'publish' && { ADDRESSES: 'write' }),
    };
    const steps: [name: string, script: string, ...args: string[]][] = [
      ['检查内容', 'scripts/check.ts'],
      ['生成网站', 'scripts/build.ts'],
    ];
    if (sent.task === 'publish') steps.push(['放到文件夹', 'scripts/release.ts', office.folder]);
    for (const [name, script, ...args] of steps) {
      say(`—— ${name} ——`);
      if (!(await run(script, args, env, say)))
        throw new Refusal(`${name}没有成；原来的网站没有动，照上面说的改好再来`);
    }
    if (sent.task === 'publish') {
      say('—— 留一份内容 ——');
      say(keepContent(desk, saves));
      const upTo = desk.workroom.saves().at(-1)?.name;
      writeWhole(markOf(desk), Buffer.from(JSON.stringify({ at: beijingNow(), ...(upTo !== undefined && { upTo }) })));
      say('发布好了。');
    } else say(`检查过，生成好了，在 ${relative(process.cwd(), outDir) || outDir} 里；还没有发布。`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  } finally {
    isBusy = false;
    response.end();
  }
  return undefined;
};

function run(script: string, args: string[], env: NodeJS.ProcessEnv, say: (text: string) => void): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf-8').on('data', say);
    }
    child.on('error', (error) => {
      say(error.message);
      done(false);
    });
    child.on('close', (status) => {
      done(status === 0);
    });
  });
}

/** One commit of the content where the folder is a git checkout, a dated zip otherwise. Returns what was done. */
export function keepContent(
  { contentDir, dataDir, workroom }: Pick<Desk, 'contentDir' | 'dataDir' | 'workroom'>,
  saves: readonly Save[],
): string {
  const at = beijingNow();
  const git = (...args: string[]) => spawnSync('git', args, { cwd: contentDir, encoding: 'utf-8' });
  const { status, stdout } = git('rev-parse', '--show-toplevel');
  if (status === 0) {
    const folders = [contentDir, dataDir].filter((folder) => !relative(stdout.trim(), folder).startsWith('..'));
    git('add', '--all', '--', ...folders);
    if (git('diff', '--cached', '--quiet', '--', ...folders).status === 0) return '内容和上次一样，没有新的记录。';
    const name =
      git('config', 'user.email').stdout.trim() === ''
        ? ['-c', 'user.name=desk', '-c', 'user.email=desk@localhost']
        : [];
    // Only the content: what else stands ready to be committed is somebody's own.
    const made = git(...name, 'commit', '--quiet', '--message', messageOf(saves, at), '--', ...folders);
    return made.status === 0
      ? `记成一次提交：${git('rev-parse', '--short', 'HEAD').stdout.trim()}`
      : `没有记下来：${made.stderr.trim()}`;
  }
  const files: Record<string, Uint8Array> = {};
  for (const [name, folder] of [['content', contentDir] as const, ['data', dataDir] as const]) {
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      files[`${name}/${relative(folder, file).replaceAll('\\', '/')}`] = readFileSync(file);
    }
  }
  files['发布说明.txt'] = Buffer.from(`${messageOf(saves, at)}\n`);
  const folder = join(workroom.folder, 'published');
  mkdirSync(folder, { recursive: true });
  const zip = join(folder, `内容-${at.replace(' ', '-').replaceAll(':', '')}.zip`);
  writeWhole(zip, zipSync(files, { level: 6 }));
  return `内容留了一份：${relative(process.cwd(), zip)}`;
}
