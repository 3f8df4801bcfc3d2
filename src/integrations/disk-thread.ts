import { mkdirSync, writeFileSync } from 'node:fs';
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
  const folder = dirname(message.path);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(message.path, message.bytes);
});
