import { closeSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reasonOf } from './disk-faults.ts';
import { holdLock } from './lock.ts';
import { besides, makeFolder } from './out-folder.ts';

const waiting = '另一次生成或发布还在进行';

/** One process at a time builds in this checkout: Astro keeps what it knows of the content in one place for all builds. */
export function checkoutLock(): void {
  const lock = resolve('.cache/build.lock');
  try {
    makeFolder(dirname(lock));
    closeSync(openSync(lock, 'a'));
  } catch (error) {
    throw new Error(`这个目录写不进去，生成不了：${reasonOf(error)} — 给写的权限，或者把整个文件夹拷到能写的地方`, {
      cause: error,
    });
  }
  holdLock(lock, waiting);
}

/** One process at a time replaces the site of a folder, or reads all of it. */
export function siteLock(folder: string): void {
  const { lock } = besides(folder);
  try {
    closeSync(openSync(lock, 'a'));
  } catch {
    // Where this cannot be written, nobody replaces the site.
    return;
  }
  holdLock(lock, waiting);
}
