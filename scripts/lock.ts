import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Longer than any build takes; milliseconds. */
const mostWait = 30 * 60_000;
/** Held until the process ends: a lock that nothing refers to would be let go. */
const held = new Map<string, DatabaseSync>();

/**
 * One process at a time works under the lock of a file, which stays empty. It is SQLite's: the operating system lets go of
 * it when its process ends, however that ends, so none is ever left over. Where another has it, says so and waits.
 */
export function holdLock(file: string, waiting: string): void {
  if (held.has(file) || taken(file, 0)) return;
  console.warn(`（提醒）${waiting}，等它做完……`);
  if (!taken(file, mostWait))
    throw new Error(`${waiting}，等了 ${mostWait / 60_000} 分钟还没有做完 — 看看它是不是停住了`);
}

function taken(file: string, wait: number): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new Error(`${file} 不是文件，要放一把锁在那里 — 把它移开`);
  const lock = new DatabaseSync(file, { timeout: wait });
  try {
    // No second file beside it.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    // SQLITE_BUSY
    if ((error as { errcode?: number }).errcode === 5) return false;
    throw error;
  }
  held.set(file, lock);
  return true;
}
