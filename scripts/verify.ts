import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './browser.ts';

/** Every check of the project, one after the other; the last line counts them. */
const reports = '.cache/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;

function step(name: string, command: string, args: string[], report?: string): void {
  console.log(`\n■ ${name}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const counts = report === undefined ? undefined : readReport(report);
  const ok = status === 0;
  passed += counts?.passed ?? (ok ? 1 : 0);
  // A runner that died without reporting a failed test has failed all the same.
  failed += counts && (counts.failed > 0 || ok) ? counts.failed : ok ? 0 : 1;
  console.log(`${ok ? '通过' : '没有通过'}：${name}（${((performance.now() - started) / 1000).toFixed(0)} 秒）`);
}

function readReport(file: string): { passed: number; failed: number } | undefined {
  try {
    const report = JSON.parse(readFileSync(file, 'utf-8')) as VitestReport | PlaywrightReport;
    if ('stats' in report)
      return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return undefined;
  }
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

const vitest = (name: string, project: string) => {
  const report = `${reports}/${project}.json`;
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  step(name, 'vitest', args, report);
};

step('格式', 'prettier', ['--check', '--log-level', 'warn', '.']);
step('类型', 'astro', ['check', '--minimumSeverity', 'warning']);
step('程序规矩', 'eslint', ['--max-warnings', '0', '.']);
step('样式规矩', 'stylelint', ['src/**/*.css']);
step('内容', process.execPath, ['scripts/check.ts']);
vitest('单元测试', 'unit');
vitest('内容测试', 'content');
step('生成', process.execPath, ['scripts/build.ts']);
vitest('成品测试', 'site');
if (ensureChromium()) step('浏览器测试', 'playwright', ['test'], `${reports}/browser.json`);
else {
  console.error('没有浏览器，装不上 Chromium');
  failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
