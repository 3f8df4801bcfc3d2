import { closeSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reasonOf } from './disk-faults.ts';
import { holdLock } from './lock.ts';
import { makeFolder } from './out-folder.ts';

/**
 * One process at a time builds in this checkout, or reads what was built: Astro keeps what it knows of the content in one
 * place for all builds, and a site is not to be replaced while it is copied.
 */
export function checkoutLock(): void {
  const lock = resolve('.cache/site.lock');
  try {
    makeFolder(dirname(lock));
    closeSync(openSync(lock, 'a'));
  } catch (error) {
    throw new Error(`这个目录写不进去，生成不了：${reasonOf(error)} — 给写的权限，或者把整个文件夹拷到能写的地方`);
  }
  holdLock(lock, '这里的另一次生成或发布还在进行');
}
