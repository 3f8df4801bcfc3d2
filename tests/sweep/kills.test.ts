import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  globSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences, fingerprints, madeUpSite } from '../content/working-copy.ts';
import { copyOfProgram } from '../fixtures/portal.ts';

/** KILLS moves it. A fifth are of builds, the others of releases, which are shorter. */
const kills = Number(process.env['KILLS'] || 500);
const builds = Math.ceil(kills / 5);
/** After so many kills a run is let go to its end. */
const untilWhole = 25;

/** Two versions of a small site, and what they are made from. */
const versions = ['一', '二'] as const;
type Version = (typeof versions)[number];
let tree: string;
const content = (version: Version) => join(tree, `content-${version}`);
const built = {} as Record<Version, Map<string, string>>;
const released = {} as Record<Version, Map<string, string>>;
const dist = () => join(tree, 'dist');
const www = () => join(tree, 'www');

interface Run {
  signal: NodeJS.Signals | null;
  status: number | null;
  said: string;
  /** Milliseconds. */
  took: number;
}
/** Runs a script on the copy of the program, and kills it after so many milliseconds. */
async function run(args: readonly string[], env: NodeJS.ProcessEnv, after?: number): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd: tree, env: { ...process.env, NODE_ENV: 'production', ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString('utf-8')));
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  return { signal, status, said, took: performance.now() - began };
}
const build = (version: Version, after?: number) =>
  run(
    ['scripts/build.ts'],
    {
      CONTENT_DIR: content(version),
      DATA_DIR: join(tree, 'data'),
      OUT_DIR: dist(),
      SITE_URL: 'https://www.example.gov.cn',
    },
    after,
  );
const release = (version: Version, after?: number) =>
  run(['scripts/release.ts', www()], { OUT_DIR: join(tree, `site-${version}`) }, after);
const served = () => fingerprints(join(www(), readlinkSync(join(www(), 'current'))));

/** The nth of numbers that are spread evenly between 0 and 1, however many there are. */
const spread = (n: number) => (n * 0.618_033_988_749_895) % 1;
const isOneOf = (found: Map<string, string>, known: Record<Version, Map<string, string>>) =>
  versions.some((version) => differences(known[version], found).length === 0);

beforeAll(async () => {
  tree = realpathSync(copyOfProgram());
  cpSync(madeUpSite.data, join(tree, 'data'), { recursive: true });
  for (const version of versions) {
    cpSync(madeUpSite.content, content(version), { recursive: true });
    const place = join(content(version), 'places/qingshi.mdx');
    const text = readFileSync(place, 'utf-8');
    writeFileSync(place, text.replace(/^summary: /m, `summary: 第${version}版，`));
    const made = await build(version);
    expect(made.status, made.said).toBe(0);
    built[version] = fingerprints(dist());
    cpSync(dist(), join(tree, `site-${version}`), { recursive: true });
    const published = await release(version);
    expect(published.status, published.said).toBe(0);
    released[version] = served();
  }
  expect(differences(built.一, built.二)).toContain('places/qingshi/index.html');
}, 600_000);
afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

/** What may stand in the copy of the program, besides the program. */
const leftovers = () =>
  globSync(['.staging*', '.*-replaced', '.cache/worker', '.cache/**/.*.part', 'www/*.next', 'www/**/*.part'], {
    cwd: tree,
  });

test(
  `${builds} kills of a build: the site is there whole, and the next build finds it so`,
  { timeout: 7_200_000 },
  async () => {
    let { took } = await build('一');
    let killed = 0;
    for (let n = 1; killed < builds; n++) {
      const version = versions[n % 2] as Version;
      const { signal } = await build(version, spread(n) * took);
      if (signal === null) continue;
      killed += 1;
      // Between the two renames the old one stands aside, and the next start puts it back.
      const found = existsSync(dist()) ? dist() : join(tree, '.dist-replaced');
      expect(isOneOf(fingerprints(found), built), `kill ${killed}`).toBe(true);
      if (killed % untilWhole !== 0 && killed < builds) continue;
      const whole = await build(version);
      expect(whole.status, whole.said).toBe(0);
      expect(differences(built[version], fingerprints(dist()))).toEqual([]);
      expect(leftovers()).toEqual([]);
      ({ took } = whole);
      console.log(`生成：结束了 ${killed} 次，每次网站都是完整的`);
    }
  },
);

test(`${kills - builds} kills of a release: what is served is whole`, { timeout: 7_200_000 }, async () => {
  // A release that is there already is not made anew: the whole way is gone each time.
  const again = (version: Version, after?: number) => {
    const other = released[version === '一' ? '二' : '一'];
    for (const name of readdirSync(join(www(), 'releases'))) {
      const folder = join(www(), 'releases', name);
      if (
        readlinkSync(join(www(), 'current')) !== join('releases', name) &&
        differences(other, fingerprints(folder)).length > 0
      )
        rmSync(folder, { recursive: true });
    }
    return release(version, after);
  };
  let { took } = await again('一');
  let killed = 0;
  for (let n = 1; killed < kills - builds; n++) {
    const version = versions[n % 2] as Version;
    const { signal } = await again(version, spread(n) * took);
    if (signal !== null) {
      killed += 1;
      expect(isOneOf(served(), released), `kill ${killed}`).toBe(true);
    }
    if (signal !== null && killed % untilWhole !== 0 && killed < kills - builds) continue;
    const whole = await again(version);
    expect(whole.status, whole.said).toBe(0);
    expect(differences(released[version], served())).toEqual([]);
    expect(leftovers()).toEqual([]);
    if (signal === null) continue;
    ({ took } = whole);
    console.log(`发布：结束了 ${killed} 次，读者看到的每次都是完整的`);
  }
});

test('nothing that a killed run had started is still running', () => {
  const { stdout } = spawnSync('sh', ['-c', 'ls -l /proc/[0-9]*/cwd 2>/dev/null'], { encoding: 'utf-8' });
  expect(stdout.split('\n').filter((line) => line.includes(tree))).toEqual([]);
});

test('of two builds at once the second waits, and both end well', { timeout: 600_000 }, async () => {
  const [first, second] = await Promise.all([build('一'), build('二')]);
  expect([first.status, second.status], first.said + second.said).toEqual([0, 0]);
  expect((first.said + second.said).match(/另一次生成或发布还在进行，等它做完/g)).toHaveLength(1);
  expect(isOneOf(fingerprints(dist()), built)).toBe(true);
  expect(leftovers()).toEqual([]);
});
