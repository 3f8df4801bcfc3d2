import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findChromium } from '../scripts/browser.ts';
import { filesBelow } from '#build/files-below.ts';
import { readContent } from '#content-io/read.ts';
import { pageEntries } from '#domain/model/content.ts';
import { findShell, middleRun, samplePages, serveCompressed } from './lighthouse.ts';
import { type Measured, measure } from './measure.ts';
import { makeProvince } from '../tests/fixtures/province/province.ts';
import { measureServing } from './serving.ts';
import { weigh } from './weight.ts';

/**
 * npm run bench: how long our build takes (60: today's site; 1,000 and 10,000 made-up pages), beside plain Astro + MDX + Pagefind on the
 * same content in the same run; then today's site: page weight, whether two builds are the same bytes, hostile input,
 * serving, search, Lighthouse. Writes bench/RESULTS.md; what was not measured is not there.
 * SIZES=60,1000 takes fewer sizes. ONLY=Serving,Lighthouse measures these sections anew and leaves the others, each with
 * the day it was measured.
 */
const order = [
  'Building',
  'Page weight',
  'The same bytes',
  'Hostile input',
  'Serving',
  'Search',
  'Lighthouse',
] as const;
type Section = (typeof order)[number];
const only = process.env['ONLY']?.split(',');
for (const name of only ?? []) {
  if (!(order as readonly string[]).includes(name)) throw new Error(`ONLY=${name}? One of ${order.join(', ')}`);
}
const wanted = (name: Section) => !only || only.includes(name);
const sizes = wanted('Building') ? (process.env['SIZES'] ?? '60,1000,10000').split(',').map(Number) : [];
const folder = resolve('.cache/bench');
const measured = new Map<Section, string[]>();
let lines: string[] = [];
const say = (line: string) => {
  console.log(line);
  lines.push(line);
};
/** Begins a section; whatever is said next belongs to it. */
const begin = (name: Section) => {
  lines = [];
  measured.set(name, lines);
  say(`## ${name}`);
  say('');
  say(
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}, ` +
      `${Math.round(totalmem() / 1e9)} GB, ${process.platform}, Node ${process.version}, Astro ${versionOf('astro')}, ` +
      `Pagefind ${versionOf('pagefind')}; load at the start ${loadNow()}.`,
  );
  say('');
};
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) => {
  say(`| ${head.join(' | ')} |`);
  say(`|${head.map((_, n) => (n === 0 ? ' --- ' : ' ---: ')).join('|')}|`);
  for (const row of rows) say(`| ${row.join(' | ')} |`);
  say('');
};
const seconds = (n: number) => n.toFixed(1);
const gigabytes = (n: number | undefined) => (n === undefined ? '' : (n / 1e9).toFixed(2));

const versionOf = (name: string) =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf-8')) as { version: string }).version;
/** As `npm run build` calls it. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf-8')) as { scripts: { build: string } };
const buildCommand = scripts.build.split(' ').slice(1);

interface Row {
  name: string;
  /** Entries of the content that have a page. */
  pages: number;
  ours: Measured;
  plain: Measured;
  /** HTML pages written. */
  written: { ours: number; plain: number };
  site: string;
}
const rows: Row[] = [];
for (const size of sizes) {
  // 60: today's site, as it is written.
  const isToday = size === 60;
  const content = isToday ? undefined : makeProvince(join(folder, String(size)), size);
  const site = join(folder, `site-${size}`);
  const plainSite = join(folder, `plain-${size}`);
  const env = {
    ...(content && { CONTENT_DIR: content.contentDir, DATA_DIR: content.dataDir }),
    OUT_DIR: site,
    NODE_ENV: 'production',
  };
  for (const old of [site, plainSite, 'bench/plain/.astro', 'bench/plain/node_modules', 'node_modules/.astro']) {
    rmSync(old, { recursive: true, force: true });
  }
  const run = async (what: string, command: string, args: readonly string[]) => {
    await settled();
    const result = await measure(command, args, env);
    console.error(`${size}: ${what} ${JSON.stringify(result)}`);
    return result;
  };
  const ours = await run('ours', process.execPath, buildCommand);
  const build = `astro build --root bench/plain --outDir "${plainSite}" && pagefind --site "${plainSite}" --force-language zh-cn`;
  const plain = await run('plain', 'sh', ['-c', build]);
  const htmlIn = (built: string) => filesBelow(built).filter((file) => file.endsWith('.html')).length;
  rows.push({
    name: isToday ? 'today’s site' : `made-up province, ${size} pages`,
    pages: content?.pages ?? entriesToday(),
    ours,
    plain,
    written: { ours: htmlIn(site), plain: htmlIn(plainSite) },
    site,
  });
}

if (sizes.length > 0) sayBuilding();

function entriesToday(): number {
  return pageEntries(readContent('src/content', 'src/data').content).length;
}

function sayBuilding(): void {
  begin('Building');
  say(
    'A page is an entry of the content (place, case, explainer, cluster). Ours also makes the checker, embeds, posters, Markdown, data tables, feeds, ' +
      'both search indexes and the list of offline files, and checks everything; plain is Astro + MDX + Pagefind with one page an entry and no front ' +
      'page but a list. One run each, without caches of earlier builds; share pictures of today’s site were made before.',
  );
  say('');
  table(
    [
      '',
      'pages',
      'ours s',
      'ours GB',
      'HTML pages',
      'plain s',
      'plain GB',
      'HTML pages',
      'ours ÷ plain',
      'the same, an HTML page',
    ],
    rows.map(({ name, pages, ours, plain, written }) => [
      name,
      pages,
      seconds(ours.seconds),
      gigabytes(ours.peakBytes),
      written.ours,
      seconds(plain.seconds),
      gigabytes(plain.peakBytes),
      written.plain,
      (ours.seconds / plain.seconds).toFixed(2),
      (ours.seconds / written.ours / (plain.seconds / written.plain)).toFixed(2),
    ]),
  );
  for (const [n, row] of rows.entries()) {
    const before = rows[n - 1];
    if (!before) continue;
    const growth = row.ours.seconds / row.written.ours / (before.ours.seconds / before.written.ours);
    say(`From ${before.name} to ${row.name}: time an HTML page ×${growth.toFixed(2)}.`);
    say('');
  }
}

const today = join(folder, 'site-today');
const todayEnv = { NODE_ENV: 'production', SITE_URL: 'https://www.example.gov.cn' };
if (order.some((name) => name !== 'Building' && wanted(name))) {
  await measure(process.execPath, buildCommand, { ...todayEnv, OUT_DIR: today });
}

if (wanted('Page weight')) {
  begin('Page weight');
  say(
    'Bytes of HTML as sent (brotli 11), its CSS included; the budget is 14,600. All pages of today’s site; of the others up to 400 a kind and a few more.',
  );
  say('');
  sayWeight('Today’s site', today, Infinity);
  for (const { pages, site } of rows) sayWeight(`${pages} pages`, site);
}

if (wanted('The same bytes')) {
  begin('The same bytes');
  const twin = join(folder, 'site-twin');
  rmSync(twin, { recursive: true, force: true });
  await measure(process.execPath, buildCommand, { ...todayEnv, OUT_DIR: twin, TZ: 'America/St_Johns' });
  const { stdout: unlike, status } = spawnSync('diff', ['-rq', today, twin], { encoding: 'utf-8' });
  say(
    status === 0
      ? '`diff -r` of two builds of today’s site: empty.'
      : `\`diff -r\` of two builds differs:\n\n${unlike}`,
  );
  say('');
}

if (wanted('Hostile input')) {
  begin('Hostile input');
  const fuzz = spawnSync(process.execPath, ['bench/fuzz.ts'], { encoding: 'utf-8' });
  say(
    fuzz.status === 0
      ? `\`npm run fuzz\`, 60 s: ${fuzz.stdout.trim()}。`
      : `\`npm run fuzz\` failed:\n\n${fuzz.stderr.trim()}`,
  );
  say('');
}

if (wanted('Serving')) {
  const serving = await measureServing(today, samplePages(today));
  if (serving) {
    begin('Serving');
    say(
      'Debian’s nginx with `deploy/nginx.conf` and wrk, 32 connections, both on this machine; one page of each kind in turn, brotli. ' +
        'In the second run a new version is compressed and swapped in meanwhile.',
    );
    say('');
    table(
      ['', 'requests', 'errors', 'requests/s', '99 % within, ms'],
      Object.entries({ steady: serving.steady, 'while a version is swapped in': serving.swapping }).map(
        ([name, run]) => [name, run.requests, run.errors, run.perSecond.toFixed(0), run.p99.toFixed(1)],
      ),
    );
  }
}

if (wanted('Search')) {
  begin('Search');
  say('```');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bench/search.ts', today], { encoding: 'utf-8' });
  if (status !== 0) throw new Error(stderr);
  for (const line of stdout.trimEnd().split('\n')) say(line);
  say('```');
  say('');
}

if (wanted('Lighthouse')) {
  const { url, close } = await serveCompressed(today);
  const whole = findChromium();
  const shell = findShell();
  const browser = shell ?? whole;
  const scores = [];
  for (const page of samplePages(today)) {
    const middle = browser && (await middleRun(browser, url, page, 3));
    if (middle) scores.push({ ...middle, once: shell && whole && (await middleRun(whole, url, page, 1))?.lowest });
  }
  close();
  if (scores.length > 0) {
    begin('Lighthouse');
    say(
      'Mobile, simulated slow 4G, today’s site served compressed; out of 100. Of three runs of each page, or five where three differ, the one in the ' +
        'middle by performance, and the lowest performance of all: on a shared machine a run varies by some points, as all work is timed four times over. ' +
        'Lighthouse’s own measure of this machine (benchmark index): ' +
        `${Math.min(...scores.map(({ machine }) => machine))} to ${Math.max(...scores.map(({ machine }) => machine))}. ` +
        (shell
          ? 'Run in Chromium’s headless shell, which is the engine without the desktop browser around it: the whole browser draws its own window ' +
            'and pictures of every step on the two processors the page is timed on. What it gives in a single run stands beside (performance).'
          : 'Run in the whole Chromium; its headless shell, which disturbs the measure less, is not on this machine.'),
    );
    say('');
    table(
      [
        'page',
        'performance',
        'lowest',
        'whole browser',
        'accessibility',
        'best practices',
        'SEO',
        'blocked, ms',
        'LCP, ms',
        'bytes',
      ],
      scores.map(({ page, scores: [performance = 0, ...others], lowest, once, blocked, lcp, bytes }) => [
        page,
        performance,
        lowest,
        once ?? '–',
        ...others,
        blocked,
        lcp,
        bytes,
      ]),
    );
  }
}

const results = 'bench/RESULTS.md';
const before = readFileSync(results, 'utf-8').split(/^(?=## )/m);
const sections = order.flatMap((name) => {
  const now = measured.get(name)?.join('\n');
  return now ?? before.find((section) => section.startsWith(`## ${name}\n`)) ?? [];
});
writeFileSync(
  results,
  `${['# Benchmark\n\nWritten by `npm run bench`.', ...sections].map((section) => section.trim()).join('\n\n')}\n`,
);

function sayWeight(what: string, site: string, atMost?: number): void {
  const weights = weigh(site, atMost);
  const over = weights.reduce((sum, kind) => sum + kind.over, 0);
  say(`${what}: ${over === 0 ? 'none' : over} over the budget.`);
  say('');
  table(
    ['kind', 'pages', 'packed', 'mean', 'worst', 'worst page'],
    weights.map((w) => [w.kind, w.pages, w.packed, w.mean, w.worst, w.worstPage]),
  );
}

/** What earlier builds wrote is on the disk, so that no build pays for another's files. */
async function settled(): Promise<void> {
  spawnSync('sync');
  await setTimeout(10_000);
}

function loadNow(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}
