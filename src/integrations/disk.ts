import { Worker } from 'node:worker_threads';

/** A file to write, or one of the last site to take over. */
export type DiskOrder = { to: string; bytes: Uint8Array } | { to: string; from: string };
/** What the thread is told: orders, or that these were all. */
export type DiskMessage = readonly DiskOrder[] | 'that was all';

/** So many orders are told at once: telling one costs as much as carrying it out. */
const inOneMessage = 50;

/** Writes and takes over files in a thread of its own: making pages does not wait for the disk. */
export class Disk {
  readonly #thread = new Worker(new URL('disk-thread.ts', import.meta.url));
  readonly #done: Promise<void>;
  #orders: DiskOrder[] = [];

  constructor() {
    this.#done = new Promise((resolve, reject) => {
      this.#thread.once('message', resolve).once('error', reject);
    });
    // Told by done(), which waits for it; a build that fails elsewhere does not.
    this.#done.catch(() => undefined);
    this.#thread.unref();
  }

  /** The bytes are the thread's from now on; those that share their room with others are copied. */
  write(to: string, made: Uint8Array<ArrayBuffer>): void {
    this.#order({ to, bytes: made.byteLength === made.buffer.byteLength ? made : new Uint8Array(made) });
  }

  /** The same file in a second place. */
  take(from: string, to: string): void {
    this.#order({ to, from });
  }

  /** When everything stands on the disk. */
  async done(): Promise<void> {
    this.#thread.ref();
    this.#tell();
    this.#thread.postMessage('that was all' satisfies DiskMessage);
    await this.#done;
    await this.#thread.terminate();
  }

  #order(order: DiskOrder): void {
    this.#orders.push(order);
    if (this.#orders.length >= inOneMessage) this.#tell();
  }

  #tell(): void {
    const transferred = this.#orders.flatMap((order) => ('bytes' in order ? [order.bytes.buffer as ArrayBuffer] : []));
    this.#thread.postMessage(this.#orders satisfies DiskMessage, transferred);
    this.#orders = [];
  }
}
