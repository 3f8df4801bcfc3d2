import { parentPort, workerData } from 'node:worker_threads';
import { finderOf } from '#outputs/search-index.ts';

/** The other side of build.ts: input of the finder → the finder. */
parentPort?.postMessage(finderOf(workerData as string));
