import { existsSync, lstatSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import type { Fault } from '#domain/faults.ts';

/** Photographs stand beside the files that show them; reader/pictures.ts looks at them. */
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
  if (!existsSync(file)) return fail('没有这个文件', '补上这个文件，或核对文件夹');
  const bytes = readFileSync(file);
  if (bytes.length > maxBytes) return fail('文件超过 1 MB', '正文只放文字，大文件另放');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    return fail('不是 UTF-8 编码（可能是 GBK）', '用编辑器另存为 UTF-8');
  }
}

/** All files of one kind below a folder, in the order of their paths. Ids come from file names. */
export function readFolder(folder: string, extension: '.mdx' | '.yaml'): { files: TextFile[]; faults: Fault[] } {
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
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf-8' }).sort()) {
    const file = join(folder, name);
    const path = shownPath(file);
    if (name.split(/[/\\]/).some((part) => part.startsWith('.'))) continue;
    const fault = (problem: string, remedy: string) =>
      faults.push({ severity: 'error', path, line: 1, field: '文件名', problem, remedy });
    if (lstatSync(file).isSymbolicLink() && relative(root, realpathSync(file)).startsWith('..')) {
      fault('是指到内容目录外面的链接', '换成真正的文件');
      continue;
    }
    if (lstatSync(file).isDirectory() || pictures.has(extname(name).toLowerCase())) continue;
    if (extname(name) !== extension) {
      fault(`这里只放 ${extension} 文件`, '改后缀，或移到别处');
      continue;
    }
    const id = basename(name, extension);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      fault(`编号「${id}」不合规矩`, '文件名只用小写字母、数字和连字符，例如 chaluhe');
      continue;
    }
    const twin = files.find((other) => other.id === id);
    if (twin) {
      fault(`编号「${id}」和 ${twin.path} 重复`, '删掉一个，或换一个文件名');
      continue;
    }
    const text = readText(file);
    if (typeof text === 'string') files.push({ id, path, text });
    else faults.push(text);
  }
  return { files, faults };
}
