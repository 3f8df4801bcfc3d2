import { existsSync, readFileSync, readdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';

/** Every site of ours says in its data what it is (src/pages/data/_tables.ts); its other files could be anyone's. */
const sign = 'data/datapackage.json';
/** Tables that the data of every site of ours has, whatever the city. */
const signature = ['clauses', 'sources'];

/**
 * Why a build must not put its site there, in words for the operator; undefined where it may. The folder is replaced as a
 * whole and then removed: it may be missing, empty or an earlier site, and nothing that is needed stands in it.
 */
export function outFolderFault(folder: string, needed: readonly string[]): string | undefined {
  const lost = needed.find((one) => isWithin(folder, one));
  if (lost !== undefined) return `OUT_DIR（${folder}）就是放着 ${lost} 的目录，生成会把它换掉 — 换成一个新的目录`;
  if (!existsSync(folder) || isOurs(folder)) return undefined;
  if (statSync(folder).isDirectory() && readdirSync(folder).length === 0) return undefined;
  return `OUT_DIR（${folder}）里是别的东西，生成会把它换掉 — 换成一个新的或空的目录`;
}

function isWithin(folder: string, file: string): boolean {
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
