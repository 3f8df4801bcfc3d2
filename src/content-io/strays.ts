import type { Fault } from '#domain/model/types.ts';
import { type Stray, straysIn as charactersIn, withoutUnseen } from '#domain/model/characters.ts';

/** A character written as code (&#x200b; or \u200b), which readers would see as it stands. */
const code = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d?);|\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[nrt](?![a-z]))/giu;

/** Everything that may not stand in a text that is shown: odd characters, and characters written as code. */
export function straysIn(text: string): Stray[] {
  // An address may hold such signs; most texts hold none.
  if (/^https?:/i.test(text) || !/[&\\]/.test(text)) return charactersIn(text);
  const codes = Array.from(text.matchAll(code), ({ 0: written, index }) => ({
    index,
    isUnseen: false,
    problem: `有网页或程序的代码「${written}」`,
    remedy: '删去，直接写要显示的字',
  }));
  return [...charactersIn(text), ...codes].sort((a, b) => a.index - b.index);
}

/** More are not named one by one: the file is of another kind, or was damaged. */
const mostNamed = 20;

/**
 * A file without the characters that cannot be seen, and a fault for each line that has any: they would make keys, tags
 * and indents others in silence. The rest is read, so that whatever else is wrong is told with them.
 */
export function readOn(written: string, path: string): { text: string; faults: Fault[] } {
  const { text, faults: conflicts } = withoutConflicts(written, path);
  const strays = charactersIn(text).filter(({ isUnseen }) => isUnseen);
  if (strays.length === 0) return { text, faults: conflicts };
  const lines = text.split('\n');
  const byLine = new Map<number, Stray>();
  let line = 1;
  let from = 0;
  for (const stray of strays) {
    for (let end = text.indexOf('\n', from); end >= 0 && end < stray.index; end = text.indexOf('\n', from)) {
      line += 1;
      from = end + 1;
    }
    if (!byLine.has(line)) byLine.set(line, stray);
  }
  const faults = Array.from(byLine, ([at, { problem, remedy }], index): Fault => {
    const more = index === mostNamed - 1 ? byLine.size - mostNamed : 0;
    return {
      severity: 'error',
      path,
      line: at,
      field: fieldOn(lines, at, path),
      problem: more > 0 ? `${problem}；另有 ${more} 行也有这样的字符` : problem,
      remedy,
    };
  });
  return { text: withoutUnseen(text), faults: [...conflicts, ...faults.slice(0, mostNamed)] };
}

/** Where two people wrote at one place, git leaves both versions between signs of its own: the first one is read. */
function withoutConflicts(text: string, path: string): { text: string; faults: Fault[] } {
  if (!/^<{7} /m.test(text)) return { text, faults: [] };
  const faults: Fault[] = [];
  let at: 'first' | 'second' | undefined;
  const lines = text.split('\n').map((line, index) => {
    const isSign = /^(?:[<>|]{7} |={7}$)/.test(line);
    if (/^<{7} /.test(line)) {
      faults.push({
        severity: 'error',
        path,
        line: index + 1,
        field: '文件',
        problem: '这里有两个人写的两个版本，没有合起来',
        remedy: '留一个，删去另一个和 <<<<<<<、=======、>>>>>>> 三行',
      });
      at = 'first';
    } else if (at !== undefined && isSign) at = line.startsWith('>') ? undefined : 'second';
    else if (at !== 'second') return line;
    return '';
  });
  return { text: lines.join('\n'), faults };
}

/** The field a line belongs to: the nearest key above it. */
function fieldOn(lines: readonly string[], line: number, path: string): string {
  const clean = lines.slice(0, line).map(withoutUnseen);
  if (path.endsWith('.mdx') && clean.slice(1).some((text) => /^---[ \t]*$/.test(text))) return '正文';
  const key = clean.map((text) => /^[ -]*([A-Za-z]\w*) *[:：]/u.exec(text)?.[1]).findLast((name) => name !== undefined);
  return key ?? '文件';
}
