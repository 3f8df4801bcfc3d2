import { rmSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** The other side of build.ts: removes a folder. */
rmSync(workerData as string, { recursive: true, force: true });
