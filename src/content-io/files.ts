import type { Fault } from '#domain/model/types.ts';
import { isUtf8 } from 'node:buffer';
import {
  type Dirent,
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, extname, join, relative } from 'node:path';

/** Photographs and recordings stand beside the files that show them; photos.ts looks at them. */
const media = new Set(['.jpg', '.jpeg', '.png', '.webp', '.mp3']);
export const isMedia = (path: string) => media.has(extname(path).toLowerCase()) && !basename(path).startsWith('.');

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

/** What the system says when it will not read something. */
const refusals: Partial<Record<string, readonly [problem: string, remedy: string]>> = {
  ENOENT: ['没有这个文件', '补上这个文件，或核对文件夹'],
  EACCES: ['没有权限读', '请管电脑的人给读的权限（chmod）'],
  EPERM: ['没有权限读', '请管电脑的人给读的权限（chmod）'],
  ELOOP: ['是绕圈子的链接', '换成真正的文件，或删去'],
  ENAMETOOLONG: ['名字太长', '改短'],
  ENOTDIR: ['是文件，不是文件夹', '换成文件夹，或核对位置'],
};

function refusal(error: unknown): readonly [problem: string, remedy: string] {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return refusals[code] ?? [`读不出来（${code}）`, '核对这个文件和磁盘，或者从备份里找回'];
}

/** A fault of a file as a whole. */
export const faultAt = (file: string, field: string, problem: string, remedy: string): Fault => ({
  severity: 'error',
  path: shownPath(file),
  line: 1,
  field,
  problem,
  remedy,
});

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

export interface FileFault {
  /** What a caller may have better words for. */
  kind: 'missing' | 'too large' | 'other';
  problem: string;
  remedy: string;
}

/** Why a path is no file that can be read as text or picture; pipes and devices would keep a reader waiting for ever. */
export function fileFault(file: string, mostBytes: number): FileFault | undefined {
  try {
    const found = statSync(file);
    if (found.isDirectory()) return { kind: 'other', problem: '是文件夹，不是文件', remedy: '换成真正的文件' };
    if (!found.isFile()) return { kind: 'other', problem: '不是文件（是管道或设备）', remedy: '换成真正的文件' };
    if (found.size > mostBytes)
      return { kind: 'too large', problem: `文件超过 ${mostBytes / 1_000_000} MB`, remedy: '换一个小些的' };
    accessSync(file, constants.R_OK);
    return undefined;
  } catch (error) {
    const [problem, remedy] = refusal(error);
    return { kind: isMissing(error) ? 'missing' : 'other', problem, remedy };
  }
}

/** Names of what lies in a folder; none where it cannot be read. */
export function filesIn(folder: string, { recursive = false } = {}): string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf-8' });
  } catch {
    return [];
  }
}

/** UTF-8 text with line ends and byte order mark removed; a fault where it cannot be read, or the bytes are not UTF-8. */
export function readText(file: string, mostBytes = maxBytes): string | Fault {
  const found = fileFault(file, mostBytes);
  if (found) {
    const { kind, problem, remedy } = found;
    return faultAt(file, '文件', problem, kind === 'too large' ? '正文只放文字，大文件另放' : remedy);
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return faultAt(file, '文件', ...refusal(error));
  }
  const kind = kinds.find(([start]) => bytes.subarray(0, start.length).equals(start))?.[1];
  if (kind) return faultAt(file, '文件', `里面是${kind}，不是文字`, '换成文字文件，用编辑器存成 UTF-8');
  const text = bytes
    .toString('utf-8')
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n');
  return encodingFault(file, bytes, text) ?? text;
}

/** Bytes that are no UTF-8, or were made of other bytes that were. */
function encodingFault(file: string, bytes: Buffer, text: string): Fault | undefined {
  if (isUtf16(bytes)) return faultAt(file, '文件', '不是 UTF-8 编码（可能是 UTF-16）', '用编辑器另存为 UTF-8');
  const han = /\p{Script=Han}/gu;
  if (!isUtf8(bytes)) {
    const broken = text.split('\uFFFD').length - 1;
    if ((text.match(han) ?? []).length <= broken)
      return faultAt(file, '文件', '不是 UTF-8 编码（可能是 GBK）', '用编辑器另存为 UTF-8');
    const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
    return { ...faultAt(file, '文件', '有坏掉的字，文件可能没有拷完', '重新打这一行，或者从备份里找回'), line };
  }
  // UTF-8 that was taken for Western letters and written as UTF-8 once more.
  if (!/[\u0080-\u00FF]{3}/.test(text) || /[^\u0000-\u00FF]/.test(text)) return undefined;
  const before = Buffer.from(text, 'latin1');
  return isUtf8(before) && han.test(before.toString('utf-8'))
    ? faultAt(file, '文件', '是乱码（编码转了两次）', '从备份里找回原来的文件')
    : undefined;
}

/** With its mark, or every other byte of plain letters nought. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 2000);
  return start.filter((byte) => byte === 0).length > start.length / 8;
}

/** How files of other kinds begin. */
const kinds = [
  [Buffer.from('PK\x03\x04'), '压缩包或者 Word 文档'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), '老格式的 Word 文档'],
  [Buffer.from('%PDF'), ' PDF'],
  [Buffer.from([0xff, 0xd8, 0xff]), '图片'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), '图片'],
  [Buffer.from('GIF8'), '图片'],
] as const;

/**
 * What systems, editors and people leave behind: nobody meant to publish it. Each is passed over with a notice, so that
 * nothing is silent and nothing stops; `.mdx` alone is a file that somebody forgot to name.
 */
const leftBehind = [
  /^\.(?!mdx$|yaml$)/u,
  /^~\$|^~WRL\d+|~$|^#.*#$/u,
  /^(?:eh)?thumbs(?:_\w+)?\.db$|^desktop\.ini$|^icon\r$/iu,
  /\.(?:bak|backup|old|orig|rej|tmp|temp|swp|swo|part|partial|crdownload|download|lock|lnk|url)$/iu,
  /(?:副本|复件|备份|冲突|\bcopy\b|\bconflict|\(\d+\)|（\d+）)[^/]*\.\w+$/iu,
];
/** Folders of the same kind. */
const leftBehindFolders = /^(?:\.|__MACOSX$|@eaDir$|\$RECYCLE\.BIN$|System Volume Information$|#recycle$)/iu;

/** Names that Windows keeps for itself, or that would be the address of a list. */
const reservedNames = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/;
const longestId = 60;

/** The id a file was meant to have, however it was spoilt: Qingshi.md → qingshi. */
export const meantId = (path: string) => basename(path).replace(/\..*$/, '').trim().toLowerCase();

/**
 * What is wrong with the folder of all content: `fatal` where nothing in it can be read, a fault for whatever in it is none
 * of the `kinds` and would be passed over in silence.
 */
export function rootFaults(folder: string, kinds: readonly string[]): { fatal?: Fault; faults: Fault[] } {
  const fatal = (problem: string, remedy: string) => ({
    fatal: faultAt(folder, 'CONTENT_DIR', problem, remedy),
    faults: [],
  });
  const remedy = `核对 CONTENT_DIR；里面要有 ${kinds.join('、')} 这几个文件夹`;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    return fatal(isMissing(error) ? '没有这个文件夹' : refusal(error)[0], remedy);
  }
  const shown = names.filter((name) => !name.startsWith('.'));
  if (shown.length > 0 && !shown.some((name) => kinds.includes(name))) return fatal('不是放内容的文件夹', remedy);
  const faults = shown
    .filter((name) => !kinds.includes(name))
    .map((name): Fault => {
      const file = join(folder, name);
      if (leftBehindFolders.test(name) || leftBehind.some((pattern) => pattern.test(name)))
        return {
          ...faultAt(file, '文件名', '像是系统、编辑器或复制留下的，没有读', '不要的话删去'),
          severity: 'warning',
        };
      const meant = kinds.find((kind) => kind === name.toLowerCase().trim());
      return faultAt(
        file,
        '文件名',
        meant ? `大小写或空格不对，没有读` : '没有这一种内容，没有读',
        meant ? `改成 ${meant}` : `放进 ${kinds.join('、')} 里的一个，或移到别处`,
      );
    });
  return { faults };
}

/**
 * All files of one kind below a folder, in the order of their paths. Ids come from file names. Files of another kind are
 * faults, or passed over where the folder is not the writers' alone; what was left behind is a warning.
 */
export function readFolder(
  folder: string,
  extension: '.mdx' | '.yaml',
  { others = 'faults' }: { others?: 'faults' | 'passed over' } = {},
): { files: TextFile[]; faults: Fault[] } {
  const files: TextFile[] = [];
  const faults: Fault[] = [];
  if (!lstatSync(folder, { throwIfNoEntry: false })) {
    return { files, faults: [faultAt(folder, '文件夹', '没有这个文件夹', '补上这个文件夹，或核对 CONTENT_DIR')] };
  }
  const below = filesBelow(folder);
  if ('fault' in below) return { files, faults: [below.fault] };
  const root = realpathSync(folder);
  const byId = new Map<string, TextFile>();
  for (const [name, entry] of below.found) {
    const file = join(folder, name);
    const path = shownPath(file);
    const own = basename(name);
    const fault = (problem: string, remedy: string) => faults.push(faultAt(file, '文件名', problem, remedy));
    const id = basename(name, extension);
    const isWell = extname(name) === extension && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
    if (entry === 'passed over' || (!isWell && leftBehind.some((pattern) => pattern.test(own)))) {
      if (others === 'passed over' || /^\.git/.test(own)) continue;
      const told = faultAt(
        file,
        '文件名',
        '像是系统、编辑器或复制留下的，没有读',
        '不要的话删去；要的话改成规矩的文件名',
      );
      faults.push({ ...told, severity: 'warning' });
      continue;
    }
    if (entry === 'unreadable') {
      faults.push(faultAt(file, '文件夹', '没有权限读', '请管电脑的人给读的权限（chmod）'));
      continue;
    }
    if (entry.isSymbolicLink()) {
      if (!existsSync(file)) {
        fault('是断了的链接', '换成真正的文件，或删去');
        continue;
      }
      if (relative(root, realpathSync(file)).startsWith('..')) {
        fault('是指到内容目录外面的链接', '换成真正的文件');
        continue;
      }
      if (statSync(file).isDirectory()) {
        fault('是指到别的文件夹的链接', '换成真正的文件夹');
        continue;
      }
    }
    if (!entry.isSymbolicLink() && !entry.isFile()) {
      fault('不是文件（是管道或设备）', '换成真正的文件，或删去');
      continue;
    }
    if (media.has(extname(name).toLowerCase())) continue;
    if (own === extension) {
      fault('文件名只有后缀，没有编号', `改成编号加后缀，例如 xincun-zhen${extension}`);
      continue;
    }
    if (extname(name) !== extension) {
      if (others === 'passed over') continue;
      fault(...otherKind(own, extension));
      continue;
    }
    if (!isWell) {
      fault(`编号「${id}」不合规矩`, '文件名只用小写字母、数字和连字符，例如 xincun-zhen');
      continue;
    }
    if (reservedNames.test(id) || id.length > longestId) {
      const [what, remedy] =
        id.length > longestId ? ['太长', `最多 ${longestId} 个字符`] : ['留给系统用', '换一个编号'];
      fault(`编号「${id}」${what}`, remedy);
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

/** Why a file of another kind may not lie there. */
function otherKind(name: string, extension: string): [problem: string, remedy: string] {
  if (/\.hei[cf]$/i.test(name)) return ['是 iPhone 的 HEIC 照片，网页显示不了', '在手机或电脑上另存为 JPEG，再放进来'];
  if (/\.(?:gif|bmp|tiff?|svg|avif)$/i.test(name)) return ['这种图片不能用', '换成 JPEG、PNG 或 WebP 照片'];
  return [`这里只放 ${extension} 文件`, '改后缀，或移到别处'];
}

type Below = Dirent | 'passed over' | 'unreadable';

/** Whatever is not a folder, by its path from `folder`, in the order of the paths; links to folders not followed. */
function filesBelow(folder: string): { found: [name: string, entry: Below][] } | { fault: Fault } {
  const found: [string, Below][] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (!entry.isDirectory()) found.push([name, entry]);
      else if (leftBehindFolders.test(entry.name)) found.push([name, 'passed over']);
      else
        try {
          walk(name);
        } catch {
          found.push([name, 'unreadable']);
        }
    }
  };
  try {
    walk('');
  } catch (error) {
    return { fault: faultAt(folder, '文件夹', ...refusal(error)) };
  }
  return { found: found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) };
}
