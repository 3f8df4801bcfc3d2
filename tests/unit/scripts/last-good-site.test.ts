import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeSite, realPath, recoverSite, sweep } from '../../../scripts/out-folder.ts';
import { differences, fingerprints } from '../../content/working-copy.ts';
import { runUntil } from '../../fixtures/kills.ts';

const asTheyAre = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true };
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'last-good-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
/** As much of a site as a build and a release ask for; `text` tells one version from another. */
function putSite(folder: string, text: string, address = 'https://www.example.gov.cn'): Map<string, string> {
  put(`${folder}/robots.txt`, `User-agent: *\nAllow: /\nSitemap: ${address}/sitemap-index.xml\n`);
  put(`${folder}/index.html`, `<h1>${text}</h1>`);
  put(`${folder}/places/a/index.html`, text.repeat(1000));
  put(`${folder}/manifest.webmanifest`, '{ "scope": "/" }');
  put(`${folder}/data/datapackage.json`, '{ "resources": [{ "name": "clauses" }, { "name": "sources" }] }');
  return fingerprints(join(root, folder));
}
/** Kills a run at its first step, then at its second, and so on, until one is not reached; `begin` lays the same start each time. */
function everyKill(
  begin: () => void,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  look: (step: number) => void,
): number {
  for (let step = 1; ; step++) {
    begin();
    const { signal, status, stderr } = runUntil(step, args, env);
    if (signal === null) {
      expect(status, stderr).toBe(0);
      return step - 1;
    }
    look(step);
  }
}

test('a build killed at any step of the swap leaves the old site or the new one, which the next start finds', () => {
  const code = `import { placeSite } from './scripts/out-folder.ts'; placeSite(process.env.MADE, process.env.FOLDER);`;
  const folder = join(root, 'www');
  const whole: Map<string, string>[] = [];
  const kills = everyKill(
    () => {
      rmSync(root, { recursive: true, force: true });
      whole.splice(0, 2, putSite('www', '旧'), putSite('made', '新'));
    },
    ['--input-type=module', '--eval', code],
    { MADE: join(root, 'made'), FOLDER: folder },
    (step) => {
      recoverSite(folder);
      sweep(folder);
      const found = fingerprints(folder);
      expect(
        whole.some((one) => differences(one, found).length === 0),
        `step ${step}`,
      ).toBe(true);
      expect(readdirSync(root).filter((name) => name !== 'made')).toEqual(['www']);
    },
  );
  // Into place, old one aside, new one in, old one given up, removed.
  expect(kills).toBe(5);
});

test('a release killed at any step serves the old site or the new one, whole, and the next leaves nothing over', () => {
  const www = join(root, 'www');
  const env = { OUT_DIR: join(root, 'site') };
  const release = (OUT_DIR = env.OUT_DIR) =>
    spawnSync(process.execPath, ['scripts/release.ts', www], { encoding: 'utf-8', env: { ...process.env, OUT_DIR } });
  const served = () => fingerprints(join(www, readlinkSync(join(www, 'current'))));
  const versions = new Map<string, Map<string, string>>();
  // Three before it: the fourth takes the place of the oldest.
  const kept = ['一', '二', '三'].map((text) => {
    putSite('site', text);
    expect(release().status).toBe(0);
    versions.set(text, served());
    return readlinkSync(join(www, 'current'));
  });
  putSite('oldest', '一');
  const before = join(root, 'before');
  cpSync(www, before, asTheyAre);
  putSite('site', '新');
  expect(release().status).toBe(0);
  versions.set('新', served());
  const whole = [...versions.values()];
  const isWhole = (found: Map<string, string>) => whole.some((one) => differences(one, found).length === 0);
  const kills = everyKill(
    () => {
      rmSync(www, { recursive: true, force: true });
      cpSync(before, www, asTheyAre);
    },
    ['scripts/release.ts', www],
    env,
    (step) => {
      expect(isWhole(served()), `step ${step}: what is served`).toBe(true);
      // The same again, or the one that was about to be removed.
      const next = step % 2 === 0 ? '新' : '一';
      expect(release(next === '新' ? env.OUT_DIR : join(root, 'oldest')).status).toBe(0);
      expect(differences(versions.get(next) ?? new Map(), served()), `step ${step}: what is published next`).toEqual(
        [],
      );
      expect(readdirSync(www).sort()).toEqual(['.lock', 'current', 'releases']);
      const left = readdirSync(join(www, 'releases'));
      expect(left).toHaveLength(kept.length);
      expect(left.filter((name) => !isWhole(fingerprints(join(www, 'releases', name))))).toEqual([]);
    },
  );
  expect(kills).toBeGreaterThan(5);
});

test('a folder where a site was stopped half-way is swept', () => {
  putSite('www', '好');
  for (const left of ['.staging-www', '.staging-www-removed', '.www-replaced', '.staging-4711']) putSite(left, '半个');
  put('.staging-other/index.html', '别人的');
  sweep(join(root, 'www'));
  expect(readdirSync(root).sort()).toEqual(['.staging-other', 'www']);
});

test('an empty place is not filled with something else that stands aside', () => {
  put('.www-replaced/kept.txt', '别的东西');
  expect(recoverSite(join(root, 'www'))).toBe(false);
});

test('a new site made elsewhere comes whole into a folder that has never been', () => {
  const made = putSite('made', '新');
  placeSite(join(root, 'made'), join(root, 'www'));
  expect(differences(made, fingerprints(join(root, 'www')))).toEqual([]);
});

describe('a release refuses', () => {
  const said = (target: string, env: NodeJS.ProcessEnv = {}) => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/release.ts', target], {
      encoding: 'utf-8',
      env: { ...process.env, OUT_DIR: join(root, 'site'), ...env },
    });
    expect(status).toBe(1);
    expect(stderr).not.toMatch(/^\s+at /m);
    return stderr;
  };
  test.each([
    ['where no site was built', () => said(join(root, 'www')), /还没有生成网站 — 先运行 npm run build/],
    [
      'a site whose pages name this machine, and makes nothing',
      () => {
        putSite('site', '一', 'http://127.0.0.1:4321');
        const words = said(join(root, 'www'));
        expect(existsSync(join(root, 'www/current'))).toBe(false);
        return words;
      },
      /^SITE_URL: 生成网站时没有写正式的网址.* — 写上重新生成，例如 .*\n没有发布；/,
    ],
    [
      'a site of which the half is missing',
      () => (putSite('site', '一'), rmSync(join(root, 'site/robots.txt')), said(join(root, 'www'))),
      /还没有生成网站/,
    ],
    [
      'a site with a pipe in it, and does not wait for it',
      () => {
        putSite('site', '一');
        expect(spawnSync('mkfifo', [join(root, 'site/pipe')]).status).toBe(0);
        return said(join(root, 'www'));
      },
      /网站里的 .*pipe 不是文件/,
    ],
    [
      'a site with a link in it',
      () => (putSite('site', '一'), symlinkSync('/etc', join(root, 'site/etc')), said(join(root, 'www'))),
      /网站里的 .*etc 不是文件/,
    ],
    [
      'a site whose manifest is broken',
      () => (putSite('site', '一'), put('site/manifest.webmanifest', '{"scope":'), said(join(root, 'www'))),
      /manifest\.webmanifest 读不懂，网站可能不完整 — 重新运行 npm run build/,
    ],
    [
      'a lock that is a folder',
      () => (putSite('site', '一'), put('www/.lock/x', ''), said(join(root, 'www'))),
      /\.lock 不是文件，要放一把锁在那里/,
    ],
    [
      'a link to be that is a folder',
      () => (putSite('site', '一'), put('www/current.next/x', ''), said(join(root, 'www'))),
      /^那里是一个目录：.*current\.next/,
    ],
    ['what is no folder', () => said('--help') + said('~/www'), /写明发布到哪一个目录[^]*写明发布到哪一个目录/],
    [
      'the root and the checkout',
      () => said('/') + said('.'),
      /不能直接发布到 \/ [^]*不能直接发布到 .* — 换成一个自己的目录/,
    ],
    ['a folder in the site', () => said(join(root, 'site/www')), /不能发布到 .*site 里面/],
    ['a folder that cannot be', () => (putSite('site', '一'), said('/proc/www')), /^(?!\s*at).*\n没有发布/],
    [
      'where a folder stands in the place of the link',
      () => (put('www/current/index.html', ''), said(join(root, 'www'))),
      /current 是别的东西/,
    ],
  ])('%s', (_, run, words) => {
    expect(run()).toMatch(words);
  });
});

test('a release that somebody has damaged is published whole, beside it, and what was served goes on until then', () => {
  putSite('site', '一');
  const env = { ...process.env, OUT_DIR: join(root, 'site') };
  const publish = () => spawnSync(process.execPath, ['scripts/release.ts', join(root, 'www')], { env }).status;
  const current = () => readlinkSync(join(root, 'www/current'));
  expect(publish()).toBe(0);
  const damaged = current();
  rmSync(join(root, 'www', damaged, 'places/a/index.html'));
  expect(publish()).toBe(0);
  expect(current()).not.toBe(damaged);
  expect(existsSync(join(root, 'www/current/places/a/index.html'))).toBe(true);
  const whole = current();
  expect(publish()).toBe(0);
  expect(current()).toBe(whole);
});

test('folders under releases/ that are no releases are left alone', () => {
  putSite('site', '一');
  for (const name of ['1', '2', '3', '4']) put(`www/releases/app-${name}/kept.txt`, '');
  const env = { ...process.env, OUT_DIR: join(root, 'site') };
  expect(spawnSync(process.execPath, ['scripts/release.ts', join(root, 'www')], { env }).status).toBe(0);
  expect(readdirSync(join(root, 'www/releases')).filter((name) => name.startsWith('app-'))).toHaveLength(4);
});

test('a link as OUT_DIR stays a link, and the site goes where it leads', () => {
  putSite('elsewhere', '旧');
  putSite('made', '新');
  symlinkSync('elsewhere', join(root, 'www'));
  symlinkSync('nowhere-yet', join(root, 'new'));
  placeSite(join(root, 'made'), realPath(join(root, 'www')));
  expect(readlinkSync(join(root, 'www'))).toBe('elsewhere');
  expect(readFileSync(join(root, 'www/index.html'), 'utf-8')).toContain('新');
  expect(realPath(join(root, 'new/site'))).toBe(join(realPath(root), 'nowhere-yet/site'));
});

test('of two that ask for a lock, the second says so and waits until the first has ended, however that ends', async () => {
  const code = `import { holdLock } from './scripts/lock.ts'; holdLock(process.env.LOCK, '另一次还在进行');
    console.log('has it'); setInterval(() => undefined, 1000);`;
  const ask = (): [ChildProcess, { said: string }] => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      env: { ...process.env, LOCK: join(root, 'site.lock') },
    });
    const heard = { said: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (heard.said += data.toString()));
    return [child, heard];
  };
  const until = (what: () => boolean) => expect.poll(what, { timeout: 20_000 }).toBe(true);
  const [first, one] = ask();
  await until(() => one.said.includes('has it'));
  const [second, two] = ask();
  await until(() => two.said.includes('另一次还在进行，等它做完'));
  expect(two.said).not.toContain('has it');
  first.kill('SIGKILL');
  await until(() => two.said.includes('has it'));
  second.kill('SIGKILL');
  expect(existsSync(join(root, 'site.lock-journal'))).toBe(false);
});

test('npm start on a port that is taken says so before it builds', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const start = (asked: string) =>
    spawn(process.execPath, ['scripts/serve.ts'], { env: { ...process.env, PORT: asked } });
  for (const [asked, words] of [
    [String(port), `端口 ${port} 已经有程序在用`],
    ['八千', 'PORT（八千）不是端口'],
    ['70000', 'PORT（70000）不是端口'],
  ] as const) {
    const child = start(asked);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect(said).toContain(words);
    expect(said).not.toContain('正在生成');
  }
  server.close();
});
