import { spawnSync } from 'node:child_process';

const isThere = () => spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

/** A spreadsheet program that opens our tables as a reader's would: the one there is, else Debian's package. */
export function ensureOffice(): boolean {
  if (isThere()) return true;
  if (process.getuid?.() === 0) {
    const run = (args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    run(['update', '-qq']);
    run(['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-calc-nogui']);
  }
  return isThere();
}
