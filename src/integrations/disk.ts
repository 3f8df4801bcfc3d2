import { Worker } from 'node:worker_threads';

/** What the thread is told: a file to write, or that this was all. */
export type DiskMessage = { path: string; bytes: Uint8Array } | 'that was all';

/** Writes files in a thread of its own: making pages does not wait for the disk. */
export class Disk {
  readonly #thread = new Worker(new URL('disk-thread.ts', import.meta.url));
  readonly #encoder = new TextEncoder();
  readonly #done: Promise<void>;

  constructor() {
    this.#done = new Promise((resolve, reject) => {
      this.#thread.once('message', resolve).once('error', reject);
    });
    // Told by done(), which waits for it; a build that fails elsewhere does not.
    this.#done.catch(() => undefined);
    this.#thread.unref();
  }

  /** The bytes are the thread's from now on. */
  write(path: string, made: string | Uint8Array<ArrayBuffer>): void {
    const bytes = typeof made === 'string' ? this.#encoder.encode(made) : made;
    this.#tell({ path, bytes }, bytes.buffer);
  }

  /** When everything stands on the disk. */
  async done(): Promise<void> {
    this.#thread.ref();
    this.#tell('that was all');
    await this.#done;
    await this.#thread.terminate();
  }

  #tell(message: DiskMessage, ...transferred: ArrayBuffer[]): void {
    this.#thread.postMessage(message, transferred);
  }
}
