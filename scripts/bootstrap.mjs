// Plain JavaScript on purpose: it runs before anything is installed, on Node 20 or newer.
// Installs what the lock file asks for, then runs a task of this project under its own Node 24.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const task = process.argv[2];
const windows = process.platform === 'win32';
const run = (command, args) => spawnSync(command, args, { stdio: 'inherit', shell: windows }).status ?? 1;

const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const stamp = 'node_modules/.installed-lock';
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('正在安装需要的软件包（只在第一次或版本变化时做）……');
  // No package runs anything of its own but those that package.json names: Node 24 comes as one.
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  const quiet = ['--no-audit', '--no-fund', '--foreground-scripts'];
  const status =
    run('npm', ['ci', ...quiet, '--ignore-scripts']) ||
    run('npm', ['rebuild', ...quiet, '--ignore-scripts=false', ...allowed]);
  if (status !== 0) process.exit(status);
  writeFileSync(stamp, lock);
}
process.exit(run('npm', ['run', '--silent', task]));
