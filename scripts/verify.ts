import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { findChromium } from './browser.ts';
import { type Counts, countsOf, lastLine, sum } from './test-counts.ts';

/**
 * npm test: every check of the project; the last line counts them. Two lanes run side by side, one a core: what needs no
 * site, and the sites with what is tested on them. With --all (npm run test:all), the sweep before a release follows by
 * itself: what takes long or needs programs that are not asked of everybody.
 */
const reports = '.cache/reports';
const counts: Counts[] = [];
const started = performance.now();

interface Step {
  name: string;
  command: string;
  args: readonly string[];
  /** Where its runner writes what it counted; without one the step itself is the test. */
  report?: string;
  /** Settings besides those of the whole run. */
  env?: NodeJS.ProcessEnv;
}

const node = (name: string, ...args: string[]): Step => ({ name, command: process.execPath, args });
const vitest = (name: string, project: string): Step => {
  const report = `${reports}/${project}.json`;
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, command: 'vitest', args, report };
};
const playwright = (name: string, project: string): Step => {
  // playwright.config.ts writes the report below this name.
  const report = `${reports}/playwright-${project}.json`;
  return { name, command: 'playwright', args: ['test', '--project', project], report };
};
/** The made-up city of tests/fixtures/cities.ts, on which those tests run that hold for any city. */
const inSecondCity = { OUT_DIR: '.cache/second-city', CITY_DIR: 'tests/fixtures/second-city' };
const secondCity = (): Step => ({
  name: '浏览器测试：另一座城市',
  command: 'playwright',
  args: ['test', 'every-part', '--project', 'browser', '--output', '.cache/test-results'],
  report: `${reports}/playwright-second-city.json`,
  env: inSecondCity,
});

/** What Node reads of our programs is kept for the next of some hundred starts. */
const compiled = resolve('.cache/node');

/** Runs one step and counts it. What it said is shown whole where something is wrong. */
function run({ name, command, args, report, env }: Step): Promise<boolean> {
  const began = performance.now();
  return new Promise((done) => {
    const child = spawn(command, args, {
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { NODE_COMPILE_CACHE: compiled, ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => said.push(data));
    child.stderr.on('data', (data: Buffer) => said.push(data));
    const end = (status: number | null) => {
      const result = countsOf(status, report === undefined ? undefined : { text: read(report) });
      counts.push(result);
      const ok = result.failed === 0;
      if (!ok) process.stdout.write(Buffer.concat([Buffer.from('\n'), ...said, Buffer.from('\n')]));
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      const count = report === undefined ? '' : `，${lastLine(result)}`;
      console.log(`${ok ? '通过' : '没有通过'}：${name}${count}（${seconds} 秒）`);
      done(ok);
    };
    child.on('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`));
      end(1);
    });
    child.on('close', end);
  });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf-8');
  } catch {
    return undefined;
  }
}

/** One step after the other; a step that fails does not keep the next from being tried. */
async function each(...steps: Step[]): Promise<void> {
  for (const step of steps) await run(step);
}

async function chromium(): Promise<boolean> {
  if (findChromium()) return true;
  console.log('没有浏览器，现在安装 Chromium 和中文字体……');
  return run(node('安装 Chromium', 'scripts/browser.ts'));
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
console.log('两组检查同时进行；每一步做完说一声。');

const browser = chromium();
const built = run(node('生成网站', 'scripts/build.ts'));

async function withoutSite(): Promise<void> {
  await each(
    { name: '样式规矩', command: 'stylelint', args: ['src/**/*.css'] },
    node('内容', 'scripts/check.ts'),
    { name: '格式', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
    // Early: the browser's tests of both lanes use them.
    node('生成另外两座城市的网站', 'tests/fixtures/cities.ts'),
    { name: '程序规矩', command: 'eslint', args: ['--max-warnings', '0', '.'] },
    vitest('单元测试', 'unit'),
    vitest('内容测试', 'content'),
  );
  // Astro writes the same cache for a build and for its types.
  await built;
  await run({ name: '类型', command: 'astro', args: ['check', '--minimumSeverity', 'warning'] });
  await run(vitest('成品测试：另一座城市', 'second-city'));
  if (await browser) await run(secondCity());
}

async function onSites(): Promise<void> {
  if (!(await built)) {
    console.log('没有网站，成品测试和浏览器测试不做。');
    return;
  }
  await run(node('生成专题里的网站', 'tests/fixtures/portal.ts'));
  await run(vitest('成品测试', 'site'));
  if (await browser) await run(playwright('浏览器测试', 'browser'));
}

await Promise.all([withoutSite(), onSites()]);

if (process.argv.includes('--all') && (await built)) {
  // Load is measured: nothing runs beside it.
  await run(vitest('发布前：成品和服务器', 'sweep'));
  if (await browser) await run(playwright('发布前：每一页、每一种样子、每一份 PDF', 'sweep'));
  await run(node('发布前：改坏内容', 'bench/fuzz.ts'));
}

const total = sum(counts);
console.log(`\n用了 ${((performance.now() - started) / 1000).toFixed(0)} 秒\n${lastLine(total)}`);
process.exit(total.failed > 0 ? 1 : 0);
