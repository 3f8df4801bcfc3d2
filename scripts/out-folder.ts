import {
  closeSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { diskFault, reasonOf } from './disk-faults.ts';

/** Every site of ours says in its data what it is (src/pages/data/_tables.ts); its other files could be anyone's. */
const sign = 'data/datapackage.json';
/** Tables that the data of every site of ours has, whatever the city. */
const signature = ['clauses', 'sources'];

/** Folders beside the one of a site while it is replaced. */
export function besides(folder: string) {
  const beside = (name: string) => join(dirname(folder), name);
  const name = basename(folder);
  return {
    /** The new site, on the file system of the old one. */
    staging: beside(`.staging-${name}`),
    /** The old site, whole; it is the last good one as long as none stands in the folder. */
    replaced: beside(`.${name}-replaced`),
    /** The old site while it is removed. */
    removed: beside(`.staging-${name}-removed`),
    /** Held by whoever replaces the site or reads all of it; it stays, and is empty. */
    lock: beside(`.${name}.lock`),
  };
}

/** Where a path leads, links followed though the last of them may lead to nothing yet. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const up = dirname(path);
    if (up === path || (error as NodeJS.ErrnoException).code === 'ELOOP') return path;
    return isLink(path) ? realPath(resolve(up, readlinkSync(path))) : join(realPath(up), basename(path));
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/**
 * Why a build must not put its site there, in words for the operator; undefined where it may. The folder is replaced as a
 * whole and then removed: it may be missing, empty or an earlier site, and nothing that is needed stands in it; nor does it
 * stand in a folder that a build reads.
 */
export function outFolderFault(
  folder: string,
  needed: readonly string[],
  read: readonly string[] = [],
): string | undefined {
  const lost = needed.find((one) => isWithin(folder, one));
  if (lost !== undefined) return `OUT_DIR（${folder}）就是放着 ${lost} 的目录，生成会把它换掉 — 换成一个新的目录`;
  const reading = read.find((one) => isWithin(one, folder));
  if (reading !== undefined) return `OUT_DIR（${folder}）在 ${reading} 里面，生成的网页会和它混在一起 — 换成外面的目录`;
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (!found || isOurs(folder)) return undefined;
    if (found.isDirectory() && readdirSync(folder).length === 0) return undefined;
  } catch (error) {
    return `OUT_DIR（${folder}）打不开：${reasonOf(error)} — 换成一个新的目录`;
  }
  return `OUT_DIR（${folder}）里是别的东西，生成会把它换掉 — 换成一个新的或空的目录`;
}

/** Why the site cannot be put there, found out before it is made; the folders above are made. */
export function unwritableFault(folder: string): string | undefined {
  if (isMountPoint(folder))
    return `OUT_DIR（${folder}）是挂载点，不能整个换 — 换成它里面的一个目录，例如 ${join(folder, 'site')}`;
  try {
    makeFolder(dirname(folder));
    closeSync(openSync(besides(folder).lock, 'a'));
    return undefined;
  } catch (error) {
    return `OUT_DIR（${folder}）的上一级写不进去：${diskFault(error) ?? '那里建不了目录'} — 给写的权限，或者换一个目录`;
  }
}

/** Makes a folder and those above it. Node's own never ends below /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Copies the files of a folder into a new one. Node's own says EIO where the disk is full. */
export function copyFolder(from: string, to: string): void {
  makeFolder(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, copy);
    else copyFileSync(source, copy);
  }
}

/** Linux alone lists its mounts, the folders of a container among them; elsewhere the swap itself fails and says so. */
function isMountPoint(folder: string): boolean {
  const list = '/proc/self/mountinfo';
  if (!existsSync(list)) return false;
  const mounts = readFileSync(list, 'utf-8').split('\n');
  // Blanks and the like stand there as \040.
  const written = folder.replaceAll(/[\s\\]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`);
  return mounts.some((line) => line.split(' ')[4] === written);
}

export function isWithin(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return !isAbsolute(path) && !/^\.\.(?:[/\\]|$)/.test(path);
}

function isOurs(folder: string): boolean {
  const file = join(folder, sign);
  if (!existsSync(file)) return false;
  try {
    const { resources } = JSON.parse(readFileSync(file, 'utf-8')) as { resources?: { name?: unknown }[] };
    return signature.every((name) => resources?.some((table) => table.name === name));
  } catch {
    return false;
  }
}

/** Removes the folders below one that hold no file. */
export function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const below = join(folder, entry.name);
    removeEmptyFolders(below);
    if (readdirSync(below).length === 0) rmdirSync(below);
  }
}

/**
 * Puts back the last good site where a build was stopped between moving it aside and moving the new one in. Says whether
 * it did.
 */
export function recoverSite(folder: string): boolean {
  const { replaced } = besides(folder);
  if (existsSync(folder) || !isOurs(replaced)) return false;
  renameSync(replaced, folder);
  return true;
}

/** Removes what builds that were stopped have left beside a folder. */
export function sweep(folder: string): void {
  const { staging, replaced, removed } = besides(folder);
  for (const left of [staging, removed, replaced]) rmSync(left, { recursive: true, force: true });
  // As builds named it once, by the number of their process.
  if (!existsSync(dirname(folder))) return;
  for (const name of readdirSync(dirname(folder)))
    if (/^\.staging-\d+$/.test(name)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
}

/** Removes files that were being written when a build was stopped (src/build/write-whole.ts). */
export function sweepParts(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (/^\..+\.part$/.test(name)) rmSync(join(folder, name), { force: true });
}

/** Puts a site that was made anywhere in the place of the last one, in steps each of which may be the last. */
export function placeSite(made: string, folder: string): void {
  const { staging, replaced, removed } = besides(folder);
  try {
    renameSync(made, staging);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFolder(made, staging);
    rmSync(made, { recursive: true, force: true });
  }
  replaceSite(staging, folder, replaced);
  if (!existsSync(replaced)) return;
  // What is half removed is never taken for the last good site.
  renameSync(replaced, removed);
  rmSync(removed, { recursive: true, force: true });
}

/** Puts the new site in the place of the last one, which moves to `aside`; where that fails, the last one is put back. */
export function replaceSite(made: string, folder: string, aside: string): void {
  const had = existsSync(folder);
  if (had) renameSync(folder, aside);
  try {
    renameSync(made, folder);
  } catch (error) {
    if (had) renameSync(aside, folder);
    throw error;
  }
}
