/** What an operating system says, in words for whoever runs the site. */
const reasons: Record<string, string> = {
  ENOSPC: '磁盘满了，腾出空间再来',
  EDQUOT: '磁盘的限额用完了，腾出空间再来',
  ENOENT: '没有这个文件或目录',
  EEXIST: '那里已经有了',
  EACCES: '没有权限',
  EPERM: '不允许写',
  EROFS: '这个盘只能读',
  EBUSY: '正被占用',
  ENOTDIR: '上一级是文件，不是目录',
  EISDIR: '那里是一个目录',
  ERR_FS_EISDIR: '那里是一个目录',
  ENOTEMPTY: '那里的目录不是空的',
  ELOOP: '链接绕成了圈',
  ENAMETOOLONG: '名字太长',
  EMFILE: '打开的文件太多',
  ENFILE: '打开的文件太多',
  EIO: '磁盘坏了',
};

/** A fault of the disk in one line; undefined for any other. Steps in between may have wrapped it. */
export function diskFault(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code, path, dest } = at as NodeJS.ErrnoException & { dest?: string };
    const named = code !== undefined && code in reasons ? code : namedIn(at.message);
    const reason = named === undefined ? undefined : reasons[named];
    if (reason !== undefined) {
      const where =
        dest ?? path ?? /'([^']+)'\s*$|Failed to write file in (\S+)/m.exec(at.message)?.slice(1).find(Boolean);
      return `${reason}${where === undefined ? '' : `：${where}`}（${named}）`;
    }
  }
  return undefined;
}

/** Builders pass on the text alone, Rolldown that of Rust. */
function namedIn(message: string): string | undefined {
  const rust: Record<string, string> = { '13': 'EACCES', '28': 'ENOSPC', '30': 'EROFS', '122': 'EDQUOT' };
  return /\b(E[A-Z]{3,}):/.exec(message)?.[1] ?? rust[/\(os error (\d+)\)/.exec(message)?.[1] ?? ''];
}

export const reasonOf = (error: unknown): string =>
  diskFault(error) ?? (error instanceof Error ? error.message : String(error));
