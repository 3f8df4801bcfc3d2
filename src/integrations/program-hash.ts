import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All files below a folder, in the order of their paths; none where there is no folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
}

/** Changes with the text of these files, with Node, the installed packages and whatever else is named. */
export function programHash(files: readonly string[], ...also: unknown[]): string {
  const sum = createHash('sha1').update(JSON.stringify([process.version, ...also]));
  for (const file of [...files, 'package-lock.json']) sum.update(`\0${file}\0`).update(readFileSync(file));
  return sum.digest('hex');
}
