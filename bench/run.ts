import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findChromium } from '../scripts/browser.ts';
import { filesBelow } from '#build/files-below.ts';
import { findShell, middleRun, samplePages, serveCompressed } from './lighthouse.ts';
import { type Measured, measure, middleBy } from './measure.ts';
import { makeProvince } from '../tests/fixtures/province/province.ts';
import { measureServing } from './serving.ts';
import { weigh } from './weight.ts';

/**
 * npm run bench: how long our build takes at 60, 1,000 and 10,000 pages, beside plain Astro + MDX + Pagefind on the
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
const perPage = ({ seconds: s }: Measured, pages: number) => ((s * 1000) / pages).toFixed(2);

const versionOf = (name: string) =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf-8')) as { version: string }).version;
/** As `npm run build` calls it. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf-8')) as { scripts: { build: string } };
const buildCommand = scripts.build.split(' ').slice(1);

interface Row {
  pages: number;
  sources: number;
  ours: Measured;
  again: Measured;
  plain: Measured;
  /** All of which these are the middle. */
  runs: Record<'ours' | 'again' | 'plain', readonly Measured[]>;
  files: number;
  site: string;
}
const rows: Row[] = [];
/** From so many on, everything is run three times in turn: on a shared machine the same build takes a third longer at one time than at another. */
const manyPages = 10_000;
const middle = (runs: readonly Measured[]) => {
  const found = middleBy(runs, ({ seconds: s }) => s);
  if (!found) throw new Error('nothing was measured');
  return found;
};
for (const size of sizes) {
  const { contentDir, dataDir, pages, sources } = makeProvince(join(folder, String(size)), size);
  const site = join(folder, `site-${size}`);
  const plainSite = join(folder, `plain-${size}`);
  const env = { CONTENT_DIR: contentDir, DATA_DIR: dataDir, OUT_DIR: site, NODE_ENV: 'production' };
  const run = async (what: string, command: string, args: readonly string[]) => {
    await settled();
    const result = await measure(command, args, env);
    console.error(`${pages}: ${what} ${JSON.stringify(result)}`);
    return result;
  };
  const runs: Record<'ours' | 'again' | 'plain', Measured[]> = { ours: [], again: [], plain: [] };
  for (let n = 0; n < (size < manyPages ? 1 : 3); n++) {
    for (const old of [
      site,
      plainSite,
      'bench/plain/.astro',
      'bench/plain/node_modules',
      '.cache/pages',
      '.cache/content',
    ]) {
      rmSync(old, { recursive: true, force: true });
    }
    runs.ours.push(await run('ours', process.execPath, buildCommand));
    changeOne(join(contentDir, 'places'));
    runs.again.push(await run('one file changed', process.execPath, buildCommand));
    const build = `astro build --root bench/plain --outDir "${plainSite}" && pagefind --site "${plainSite}" --force-language zh-cn`;
    runs.plain.push(await run('plain', 'sh', ['-c', build]));
  }
  const files = filesBelow(site).length;
  const [ours, again, plain] = [middle(runs.ours), middle(runs.again), middle(runs.plain)];
  rows.push({ pages, sources, ours, again, plain, runs, files, site });
}

if (sizes.length > 0) sayBuilding();

function sayBuilding(): void {
  begin('Building');
  say(
    'A page is an entry of the content (place, case, explainer, cluster). Ours also makes the checker, embeds, posters, Markdown twins, ' +
      'data tables, feeds and both search indexes, and checks everything; plain is Astro + MDX + Pagefind with one page an entry and no front page but a list. ' +
      'Nine counties, because the vocabulary is closed. Above 400 places and cases, share pictures are one a kind.',
  );
  say('');
  table(
    [
      'pages',
      'sources',
      'files',
      's',
      'CPU s',
      'ms a page',
      'pages/s',
      'GB',
      'one file changed, s',
      '÷ first',
      'plain, s',
      'plain CPU s',
      'plain GB',
      'ours ÷ plain',
    ],
    rows.map(({ pages, sources, files, ours, again, plain }) => [
      pages,
      sources,
      files,
      seconds(ours.seconds),
      ours.cpuSeconds === undefined ? '' : seconds(ours.cpuSeconds),
      perPage(ours, pages),
      (pages / ours.seconds).toFixed(0),
      gigabytes(ours.peakBytes),
      seconds(again.seconds),
      (again.seconds / ours.seconds).toFixed(2),
      seconds(plain.seconds),
      plain.cpuSeconds === undefined ? '' : seconds(plain.cpuSeconds),
      gigabytes(plain.peakBytes),
      (ours.seconds / plain.seconds).toFixed(2),
    ]),
  );
  for (const [n, row] of rows.entries()) {
    const before = rows[n - 1];
    if (!before) continue;
    const more = (row.ours.seconds - before.ours.seconds) / (row.pages - before.pages);
    say(
      `From ${before.pages} to ${row.pages} pages: time a page ×${(row.ours.seconds / row.pages / (before.ours.seconds / before.pages)).toFixed(2)}, ` +
        `each further page ${(more * 1000).toFixed(2)} ms.`,
    );
    say('');
  }

  for (const { pages, runs } of rows.filter((row) => row.runs.ours.length > 1)) {
    const all = (list: readonly Measured[]) => list.map(({ seconds: s }) => s.toFixed(1)).join(', ');
    say(
      `${pages} pages were built ${runs.ours.length} times, ours and plain in turn, as other work on the machine slows it at times; ` +
        `the table has the middle. Ours: ${all(runs.ours)} s; one file changed: ${all(runs.again)} s; plain: ${all(runs.plain)} s.`,
    );
    say('');
  }

  if (rows.some(({ ours, plain }) => ours.seconds > 0.6 * plain.seconds)) {
    say(
      'Where ours takes more than 0.6 of plain, it is the number of files: an entry has a page, a Markdown twin, an embed and a poster, ' +
        'and each passes through Astro’s renderer on one thread. Tried and kept: files written by a second thread; Pagefind writing one part of the ' +
        'index while the next is made, and a second one the last, told a hundred pages at a time and of lower priority; the policy of a page made ' +
        'from the page instead of by Astro; pages kept and looked at as bytes instead of streams and text; marks of clauses and sources written ' +
        'as text instead of trees; the searchIndex made in a thread while Astro bundles; repeated parts, marks and attributes left out of the ' +
        'index; a larger young generation, a heap that may grow threefold, and V8 counting memory outside its heap with the rest (fewer ' +
        'collections of all memory). Tried and dropped: the policy and the talk with Pagefind in a thread, and parsing content from both ' +
        'ends in two threads (no faster: two busy threads slow each other on this machine); handing Pagefind files instead of messages ' +
        '(no faster); fewer threads of V8, collecting memory on one thread, and a still larger young generation (slower).',
    );
    say('');
  }

  if (rows.some(({ ours, again }) => again.seconds > 0.4 * ours.seconds)) {
    say(
      'Where a build with one file changed takes more than 0.4 of the first, it is what every build does: reading and checking all content, ' +
        'bundling, the index of the searchIndex, data files and lists, and a link for each kept file. Tried and kept: content parsed before is known by ' +
        'the hash of its text, one catalogue for checks and pages, links made by a second thread, the replaced site removed while the next build reads.',
    );
    say('');
  }
}

const today = join(folder, 'site-today');
if (order.some((name) => name !== 'Building' && wanted(name))) {
  await measure(process.execPath, buildCommand, { OUT_DIR: today, NODE_ENV: 'production' });
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
  await measure(process.execPath, buildCommand, { OUT_DIR: twin, NODE_ENV: 'production', TZ: 'America/St_Johns' });
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
  const { stdout } = spawnSync(process.execPath, ['bench/search.ts', today], { encoding: 'utf-8' });
  for (const line of stdout.trimEnd().split('\n')) say(line);
  say('```');
  say('');
}

if (wanted('Lighthouse')) {
  const { url, close } = await serveCompressed(today);
  const whole = findChromium();
  const shell = findShell();
  const scores = [];
  for (const page of samplePages(today)) {
    const browser = shell ?? whole;
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

/** A sentence more on a page in the middle of the list. */
function changeOne(places: string): void {
  const names = readdirSync(places).toSorted();
  const file = join(places, names[Math.floor(names.length / 2)] ?? '');
  writeFileSync(file, `${readFileSync(file, 'utf-8').trimEnd()}\n\n这里另加了一句话，别的都没有动。\n`);
}

/** What earlier builds wrote is on the disk, so that no build pays for another's files. */
async function settled(): Promise<void> {
  spawnSync('sync');
  await setTimeout(10_000);
}

function loadNow(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}
