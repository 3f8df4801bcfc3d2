import type { Fault } from '#domain/model/types.ts';
import { isUtf8 } from 'node:buffer';
import { type Dirent, existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';

/** Photographs stand beside the files that show them. */
const pictures = new Set(['.jpg', '.jpeg', '.png', '.webp']);

/** No page needs more; a larger file is a mistake (a picture, a log) and would stall the build. */
const maxBytes = 1_000_000;

export interface TextFile {
  id: string;
  path: string;
  text: string;
}

/** A path as messages show it: from the folder the command runs in, with forward slashes. */
export function shownPath(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/') || path;
}

/** UTF-8 text with line ends and byte order mark removed; a fault where the bytes are not UTF-8. */
export function readText(file: string): string | Fault {
  const fail = (problem: string, remedy: string): Fault => ({
    severity: 'error',
    path: shownPath(file),
    line: 1,
    field: '文件',
    problem,
    remedy,
  });
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return fail('没有这个文件', '补上这个文件，或核对文件夹');
  if (!found.isFile()) return fail('不是文件', '换成真正的文件');
  if (found.size > maxBytes) return fail('文件超过 1 MB', '正文只放文字，大文件另放');
  const bytes = readFileSync(file);
  if (!isUtf8(bytes))
    return fail(`不是 UTF-8 编码（可能是 ${isUtf16(bytes) ? 'UTF-16' : 'GBK'}）`, '用编辑器另存为 UTF-8');
  const text = bytes.toString('utf-8').replace(/^\uFEFF/, '');
  const stray = unseen.exec(text);
  if (!stray) return text.replaceAll(/\r\n?/g, '\n');
  const line = text.slice(0, stray.index).split(/\r\n?|\n/).length;
  const code = stray[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { ...fail(`有看不见的控制字符（U+${code}）`, '删去它，或重新打一遍这一行'), line };
}

const isUtf16 = (bytes: Buffer) => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** NUL and other control characters, marks that turn the direction of writing, characters that stand for lost ones. */
const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD-\uFFFF]/;

/**
 * All files of one kind below a folder, in the order of their paths. Ids come from file names. Files of another kind are
 * faults, or passed over where the folder is not the writers' alone.
 */
export function readFolder(
  folder: string,
  extension: '.mdx' | '.yaml',
  { others = 'faults' }: { others?: 'faults' | 'passed over' } = {},
): { files: TextFile[]; faults: Fault[] } {
  const files: TextFile[] = [];
  const faults: Fault[] = [];
  if (!existsSync(folder)) {
    const [problem, remedy] = ['没有这个文件夹', '补上这个文件夹，或核对 CONTENT_DIR'];
    return {
      files,
      faults: [{ severity: 'error', path: shownPath(folder), line: 1, field: '文件夹', problem, remedy }],
    };
  }
  const root = realpathSync(folder);
  const byId = new Map<string, TextFile>();
  for (const [name, entry] of filesBelow(folder)) {
    const file = join(folder, name);
    const path = shownPath(file);
    const fault = (problem: string, remedy: string) =>
      faults.push({ severity: 'error', path, line: 1, field: '文件名', problem, remedy });
    if (entry.isSymbolicLink()) {
      if (!existsSync(file)) {
        fault('是断了的链接', '换成真正的文件，或删去');
        continue;
      }
      if (relative(root, realpathSync(file)).startsWith('..')) {
        fault('是指到内容目录外面的链接', '换成真正的文件');
        continue;
      }
      if (!statSync(file).isFile()) {
        fault('是指到别的文件夹的链接', '换成真正的文件夹');
        continue;
      }
    }
    if (pictures.has(extname(name).toLowerCase())) continue;
    if (extname(name) !== extension) {
      if (others === 'passed over') continue;
      fault(`这里只放 ${extension} 文件`, '改后缀，或移到别处');
      continue;
    }
    const id = basename(name, extension);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      fault(`编号「${id}」不合规矩`, '文件名只用小写字母、数字和连字符，例如 xincun-zhen');
      continue;
    }
    const twin = byId.get(id);
    if (twin) {
      fault(`编号「${id}」和 ${twin.path} 重复`, '删掉一个，或换一个文件名');
      continue;
    }
    const text = readText(file);
    if (typeof text === 'string') {
      files.push({ id, path, text });
      byId.set(id, { id, path, text });
    } else faults.push(text);
  }
  return { files, faults };
}

/** Whatever is not a folder, by its path from `folder`, in the order of the paths; hidden ones left out, links to folders not followed. */
function filesBelow(folder: string): [name: string, entry: Dirent][] {
  const found: [string, Dirent][] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else found.push([name, entry]);
    }
  };
  walk('');
  return found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
