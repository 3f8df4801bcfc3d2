import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { formatFault } from '#domain/model/faults.ts';
import { loadSite } from '#content-io/load.ts';
import { contentDir, dataDir } from '../../scripts/paths.ts';
import { beijingNow } from '../../src/build/clock.ts';

export interface Checked {
  /** As the command ends. */
  status: number | null;
  /** What is printed; of a command the last lines, without warnings. */
  output: string;
  /** Faults printed, `path:line field: problem — remedy`, with paths from the content folder. */
  faults: PrintedFault[];
}
export interface Run extends Checked {
  seconds: number;
}
export interface PrintedFault {
  path: string;
  line: number;
  field: string;
  warning: boolean;
  problem: string;
  remedy: string;
}

/** Content and the tables that belong to it. */
interface Written {
  content: string;
  data: string;
}
/** The made-up site: what writers change on the real one changes nothing here. */
export const madeUpSite: Written = {
  content: resolve('tests/fixtures/content'),
  data: resolve('tests/fixtures/data'),
};

/** A copy of content that a test may spoil, with a place to build to; of the real content where no other is named. */
export class WorkingCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'content-'));
  readonly content = join(this.root, 'content');
  readonly site = join(this.root, 'site');

  readonly #data: string;

  constructor(from: Written = { content: contentDir, data: dataDir }) {
    this.#data = from.data;
    cpSync(from.content, this.content, { recursive: true });
  }

  bytes(file: string): Buffer {
    return readFileSync(join(this.content, file));
  }

  text(file: string): string {
    return this.bytes(file).toString('utf-8');
  }

  write(file: string, what: string | Uint8Array): void {
    mkdirSync(dirname(join(this.content, file)), { recursive: true });
    writeFileSync(join(this.content, file), what);
  }

  /** Replaces the first match; a mutation that changes nothing is an error of the test. */
  edit(file: string, from: string | RegExp, to: string): void {
    const text = this.text(file);
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`${file} does not hold ${String(from)}`);
    this.write(file, changed);
  }

  append(file: string, paragraph: string): void {
    this.write(file, `${this.text(file).trimEnd()}\n\n${paragraph}\n`);
  }

  rename(from: string, to: string): void {
    renameSync(join(this.content, from), join(this.content, to));
  }

  /** What the check finds, without a process of its own, which would take most of the time. */
  async check(): Promise<Checked> {
    const { errors, warnings } = await loadSite(this.content, this.#data, { now: beijingNow() });
    const output = [...warnings, ...errors].map(formatFault).join('\n');
    return { status: errors.length > 0 ? 1 : 0, output, faults: this.#faultsIn(output) };
  }

  /** `npm run check` as somebody types it. */
  checkCommand(env: NodeJS.ProcessEnv = {}): Run {
    return this.#run('scripts/check.ts', env);
  }

  build(env: NodeJS.ProcessEnv = {}): Run {
    return this.#run('scripts/build.ts', env);
  }

  /** A file of the site built from this copy. */
  built(file: string): string {
    return readFileSync(join(this.site, file), 'utf-8');
  }

  /** What stands beside the site, but for the lock of builds, which stays. */
  folders(): string[] {
    return readdirSync(this.root)
      .filter((name) => name !== '.site.lock')
      .sort();
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #run(script: string, env: NodeJS.ProcessEnv): Run {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
      encoding: 'utf-8',
      env: {
        ...process.env,
        // Settings of the operator do not reach the tests.
        GUIDANCE_TEXT: undefined,
        BASE_PATH: undefined,
        SITE_URL: undefined,
        PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
        NODE_ENV: 'production',
        CONTENT_DIR: this.content,
        DATA_DIR: this.#data,
        OUT_DIR: this.site,
        ...env,
      },
    });
    const output = `${stdout}${stderr}`;
    const told = output.split('\n').filter((line) => !line.includes('（提醒）'));
    const seconds = (performance.now() - started) / 1000;
    return { status, output: told.slice(-20).join('\n'), faults: this.#faultsIn(output), seconds };
  }

  #faultsIn(output: string): PrintedFault[] {
    return [...output.matchAll(/^(\S+?):(\d+) (\S+): (（提醒）)?(.+) — (.+)$/gm)].map(
      ([, path = '', line, field = '', warning, problem = '', remedy = '']) => ({
        path: path.slice(path.indexOf(`${this.#name}/content/`) + this.#name.length + '/content/'.length),
        line: Number(line),
        field,
        warning: warning !== undefined,
        problem,
        remedy,
      }),
    );
  }

  get #name(): string {
    return this.root.replaceAll('\\', '/').split('/').at(-1) ?? '';
  }
}

/** Every file of a folder with the hash of its bytes. */
export function fingerprints(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

/** Names of files that differ between two folders or stand in one only. */
export function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name)).sort();
}
