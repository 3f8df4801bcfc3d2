import { copyFileSync, linkSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { DiskMessage } from './disk.ts';

/** The other side of disk.ts. */
const folders = new Set<string>();
parentPort?.on('message', (message: DiskMessage) => {
  if (message === 'that was all') {
    parentPort?.postMessage('done');
    return;
  }
  for (const order of message) {
    const folder = dirname(order.to);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if ('bytes' in order) writeFileSync(order.to, order.bytes);
    else take(order.from, order.to);
  }
});

/** The same file in a second place, without copying it where the disk can do that. */
function take(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}
