import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes bytes beside the file they are for, onto the disk, and returns where: whoever puts them in place does so in one step. */
export function writeAside(file: string, bytes: Uint8Array): string {
  mkdirSync(dirname(file), { recursive: true });
  const aside = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  const handle = openSync(aside, 'w');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return aside;
}

/** Writes a file whole or not at all: what is broken off leaves the one before it. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  renameSync(writeAside(file, bytes), file);
}
