import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The site itself as `astro dev` shows it, over a copy of the content that also holds what is being written. */
export class Preview {
  readonly content: string;
  readonly data: string;
  readonly #sources: { content: string; data: string };
  readonly port: number;
  #server: ChildProcess | undefined;
  #isReady = false;
  /** It ended before it answered: something in the content keeps the whole site from being shown. */
  isBroken = false;

  constructor(folder: string, contentDir: string, dataDir: string, port: number) {
    this.#sources = { content: contentDir, data: dataDir };
    this.content = join(folder, 'content');
    this.data = join(folder, 'data');
    this.port = port;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(contentDir, this.content, { recursive: true, dereference: false });
    cpSync(dataDir, this.data, { recursive: true, dereference: false });
  }

  /** Where the copy of a file of content stands. */
  copyOf(file: string): string {
    const { content, data } = this.#sources;
    const inContent = relative(content, file);
    return inContent.startsWith('..') ? join(this.data, relative(data, file)) : join(this.content, inContent);
  }

  /** The copy as the file is. */
  refresh(file: string): void {
    const copy = this.copyOf(file);
    mkdirSync(dirname(copy), { recursive: true });
    try {
      cpSync(file, copy);
    } catch {
      rmSync(copy, { force: true });
    }
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the server the first time it is asked for; it takes a few seconds until it answers. */
  start(): void {
    if (this.#server) return;
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      CONTENT_DIR: this.content,
      DATA_DIR: this.data,
      BASE_PATH: undefined,
    };
    const args = [
      'node_modules/astro/bin/astro.mjs',
      'dev',
      '--host',
      '127.0.0.1',
      '--port',
      String(this.port),
      '--silent',
      '--ignore-lock',
    ];
    this.#server = spawn(process.execPath, args, { env, stdio: 'ignore' });
    this.#server.on('exit', () => {
      this.#server = undefined;
      this.isBroken = !this.#isReady;
      this.#isReady = false;
    });
    void this.#wait();
  }

  /** Whether it answers by now. */
  get isReady(): boolean {
    return this.#isReady;
  }
  async #wait(): Promise<void> {
    while (this.#server && !this.#isReady) {
      await new Promise((done) => setTimeout(done, 400));
      this.#isReady = await fetch(`${this.origin}/about/`).then(
        ({ ok }) => ok,
        () => false,
      );
    }
  }

  stop(): void {
    this.#server?.kill();
  }
}
