import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The first is Chromium without its windows, which opens a page in a quarter of the time. */
const systemPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Path of a Chromium on this machine: CHROMIUM, the system's, or the one Playwright manages. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM'], ...systemPaths, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** Installs a Chromium and Chinese fonts where there is none: Debian's packages, elsewhere Playwright's own. */
export function ensureChromium(): boolean {
  if (findChromium()) return true;
  const run = (command: string, args: string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq']);
    const install = (browser: string) => run('apt-get', ['install', '-y', '-qq', browser, 'fonts-noto-cjk']);
    if (!install('chromium-headless-shell')) install('chromium');
  } else run('npx', ['playwright', 'install', 'chromium']);
  return findChromium() !== undefined;
}

/** Quiet, sandbox-free start for test machines without network. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Letters are as wide as the font says, whichever Chromium draws them.
  '--font-render-hinting=none',
];

if (import.meta.main && !ensureChromium()) {
  console.error('没有浏览器，装不上 Chromium');
  process.exit(1);
}
