import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  lstatSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { writeAside } from '#build/write-whole.ts';

/** Something the desk will not do, in words for the writer. */
export class Refusal extends Error {
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

export const digestOf = (what: string | Uint8Array) => createHash('sha256').update(what).digest('hex').slice(0, 16);

/**
 * A file below one of the folders, by its path; whatever leads out of them, or through a link, is refused. A folder itself
 * may be a link: whoever set up the machine chose it.
 */
export function confined(file: string, folders: readonly string[]): string {
  const folder = folders.find((one) => {
    const path = relative(one, file);
    return path !== '' && !path.startsWith('..') && !path.includes('\0') && join(one, path) === file;
  });
  if (folder === undefined) throw new Refusal('只能改内容目录里的文件', 403);
  let at = realpathSync(folder);
  for (const part of relative(folder, file).split(sep)) {
    at = join(at, part);
    const found = lstatSync(at, { throwIfNoEntry: false });
    if (found?.isSymbolicLink()) throw new Refusal(`${part} 是链接，不是真正的文件，不能改`, 403);
    if (!found) break;
  }
  return file;
}

/** The bytes of a file; undefined where there is none. */
export function bytesOf(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}

/**
 * Writes a file whole or not at all: aside first, onto the disk, then in its place in one step. `isNew`: what has come
 * there in the meantime is not overwritten.
 */
export function writeWhole(file: string, bytes: Uint8Array, { isNew = false } = {}): void {
  let aside: string | undefined;
  try {
    aside = writeAside(file, bytes);
    if (isNew) placeNew(aside, file);
    else renameSync(aside, file);
  } catch (error) {
    throw explained(error);
  } finally {
    if (aside !== undefined) rmSync(aside, { force: true });
  }
}

function placeNew(aside: string, file: string): void {
  try {
    linkSync(aside, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw error;
    // Folders shared over a network may know no hard links.
    if (existsSync(file)) throw new Refusal('这个编号已经有文件了，换一个编号', 409);
    renameSync(aside, file);
  }
}

function explained(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Refusal('磁盘满了，没有保存；原来的文件没有动。腾出地方再保存，不要关这一页', 507);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Refusal('没有写这个文件夹的权限，没有保存', 403);
  if (code === 'EEXIST') return new Refusal('这个编号已经有文件了，换一个编号', 409);
  return error;
}

/** What a desk left half written when it was ended, a minute ago or more: another one may be writing now. */
export function removeParts(folders: readonly string[]): void {
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/^\..+\.\d+\.part$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      if (Date.now() - statSync(file).mtimeMs > 60_000) rmSync(file, { force: true });
    }
  }
}

/** One save, so that it can be taken back. */
export interface Save {
  /** Sortable: when, to the millisecond. */
  name: string;
  path: string;
  at: string;
  note: string;
  /** Digest of the file after it. */
  after: string;
}

/** The desk's own folder (.desk): drafts, earlier states, who is writing what. Nothing of it is ever published. */
export class Workroom {
  readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }

  draft(key: string): unknown {
    return parsed(bytesOf(this.#file('drafts', key)));
  }
  keepDraft(key: string, draft: unknown): void {
    writeWhole(this.#file('drafts', key), Buffer.from(JSON.stringify(draft)));
  }
  dropDraft(key: string): void {
    rmSync(this.#file('drafts', key), { force: true });
  }
  drafts(): { key: string; draft: unknown }[] {
    return this.#names('drafts').map((name) => {
      const key = name.slice(0, -'.json'.length);
      return { key, draft: this.draft(key) };
    });
  }

  /** Keeps the state before a save: nothing (undefined) before a file was made. */
  keepBefore(save: Save, before: Uint8Array | undefined): void {
    writeWhole(
      this.#file('saves', save.name),
      Buffer.from(JSON.stringify({ ...save, before: before && Buffer.from(before).toString('base64') })),
    );
  }
  saves(): Save[] {
    return this.#names('saves')
      .toSorted()
      .flatMap((name) => {
        const save = parsed(bytesOf(join(this.folder, 'saves', name))) as (Save & { before?: string }) | undefined;
        return save ? [{ name: save.name, path: save.path, at: save.at, note: save.note, after: save.after }] : [];
      });
  }
  before(name: string): { save: Save; before: Buffer | undefined } | undefined {
    const kept = parsed(bytesOf(this.#file('saves', name))) as (Save & { before?: string }) | undefined;
    if (!kept) return undefined;
    const { before, ...save } = kept;
    return { save, before: before === undefined ? undefined : Buffer.from(before, 'base64') };
  }
  dropSave(name: string): void {
    rmSync(this.#file('saves', name), { force: true });
  }

  /** Says that somebody has a file open; returns who else has had it open in the last `seconds`. */
  present(
    key: string,
    me: { id: string; where: string; since: string },
    now: number,
    seconds = 40,
  ): { where: string; since: string }[] {
    const file = this.#file('open', key);
    const all = (parsed(bytesOf(file)) ?? {}) as Record<string, { where: string; since: string; seen: number }>;
    const others = Object.entries(all).filter(([id, { seen }]) => id !== me.id && now - seen < seconds * 1000);
    writeWhole(
      file,
      Buffer.from(
        JSON.stringify({ ...Object.fromEntries(others), [me.id]: { where: me.where, since: me.since, seen: now } }),
      ),
    );
    return others.map(([, { where, since }]) => ({ where, since }));
  }

  #file(kind: string, key: string): string {
    if (!/^[\w.-]+$/.test(key)) throw new Refusal('名字不合规矩');
    return join(this.folder, kind, `${key}.json`);
  }
  #names(kind: string): string[] {
    const folder = join(this.folder, kind);
    return existsSync(folder) ? readdirSync(folder).filter((name) => /^[^.].*\.json$/.test(name)) : [];
  }
}

function parsed(bytes: Buffer | undefined): unknown {
  try {
    return bytes && JSON.parse(bytes.toString('utf-8'));
  } catch {
    return undefined;
  }
}
