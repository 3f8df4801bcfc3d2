import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import sirv from 'sirv';
import { middleBy } from './measure.ts';

export interface Score {
  page: string;
  /** Out of 100: performance, accessibility, best practices, search engines. */
  scores: number[];
  /** Milliseconds to the largest part of the page. */
  lcp: number;
  /** Milliseconds the page could not answer a touch (total blocking time). */
  blocked: number;
  bytes: number;
  /** How fast Lighthouse finds this machine. */
  machine: number;
}

/** The run in the middle by performance, which one slow moment of the machine changes by several points; and the lowest of them. */
export interface Middle extends Score {
  lowest: number;
}

const performance = ({ scores }: Score) => scores[0] ?? 0;

/** So many runs, and two more where they differ in performance; undefined where none gives an answer. */
export async function middleRun(browser: string, url: string, page: string, runs: number): Promise<Middle | undefined> {
  const scores: Score[] = [];
  const differ = () => new Set(scores.map(performance)).size > 1;
  for (let n = 0; n < (differ() ? runs + 2 : runs); n++) {
    const score = await lighthouse(browser, url, page);
    if (score) scores.push(score);
  }
  const middle = middleBy(scores, performance);
  return middle && { ...middle, lowest: Math.min(...scores.map(performance)) };
}

/**
 * Chromium's engine without the desktop browser around it, as Debian packs it (chromium-headless-shell) or HEADLESS_SHELL names
 * it. The whole browser draws its own window and screenshots on the processors the page is timed on.
 */
export function findShell(): string | undefined {
  return [process.env['HEADLESS_SHELL'], '/usr/bin/chromium-headless-shell'].find((path) => path && existsSync(path));
}

/** One page of each kind. */
export function samplePages(site: string): string[] {
  const first = (folder: string) => {
    const names = existsSync(join(site, folder)) ? readdirSync(join(site, folder), { withFileTypes: true }) : [];
    const name = names.filter(
      (entry) =>
        entry.isDirectory() && !['theme', 'county', 'type', 'year', 'review', 'with-figures'].includes(entry.name),
    )[0]?.name;
    return name === undefined ? [] : [`/${folder}/${name}/`];
  };
  // Addresses of results name every answer: the longest.
  const results = readdirSync(join(site, 'residence-permit/permit'))
    .filter((name) => /^h\d/.test(name))
    .toSorted((a, b) => b.length - a.length || a.localeCompare(b))
    .map((name) => `/residence-permit/permit/${name}/`);
  const columns = [
    'policies',
    'places',
    'cases',
    'document',
    'residence-permit',
    'search',
    'data',
    'sources',
    'glossary',
    'about',
    'sitemap',
  ];
  return [
    '/',
    ...columns.map((name) => `/${name}/`),
    ...[
      'policies',
      'places',
      'clusters',
      'cases',
      'cases/theme',
      'residence-permit',
      'radio',
      'posters/places',
    ].flatMap(first),
    ...results.slice(0, 1),
  ];
}

/** The site as nginx sends it: texts compressed beforehand. */
export async function serveCompressed(folder: string): Promise<{ url: string; close: () => void }> {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf-8' }).filter((name) =>
    /\.(?:html|css|js|json|svg|xml|webmanifest)$/.test(name),
  );
  for (const name of texts) {
    const file = join(folder, name);
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    );
  }
  const server = createServer(sirv(folder, { brotli: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** Lighthouse as a phone on slow 4G (simulated); undefined where it gives no answer. */
async function lighthouse(browser: string, url: string, page: string): Promise<Score | undefined> {
  mkdirSync('.cache/bench', { recursive: true });
  const report = '.cache/bench/lighthouse.json';
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage';
  try {
    await promisify(execFile)(
      process.execPath,
      [
        'node_modules/lighthouse/cli/index.js',
        new URL(page, url).href,
        '--quiet',
        '--output=json',
        `--output-path=${report}`,
        '--form-factor=mobile',
        '--throttling-method=simulate',
        `--chrome-flags=${flags}`,
        '--only-categories=performance,accessibility,best-practices,seo',
      ],
      { env: { ...process.env, CHROME_PATH: browser }, timeout: 180_000 },
    );
  } catch (error) {
    console.error(`Lighthouse ${page}: ${error instanceof Error ? error.message.slice(-400) : String(error)}`);
    return undefined;
  }
  const { categories, audits, environment } = JSON.parse(readFileSync(report, 'utf-8')) as Report;
  const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
  return {
    page,
    scores: ['performance', 'accessibility', 'best-practices', 'seo'].map(score),
    lcp: Math.round(audits['largest-contentful-paint']?.numericValue ?? 0),
    blocked: Math.round(audits['total-blocking-time']?.numericValue ?? 0),
    bytes: Math.round(audits['total-byte-weight']?.numericValue ?? 0),
    machine: Math.round(environment.benchmarkIndex),
  };
}

interface Report {
  environment: { benchmarkIndex: number };
  categories: Record<string, { score: number | null } | undefined>;
  audits: Record<string, { numericValue?: number } | undefined>;
}
