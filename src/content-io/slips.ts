/** A slip of typing in a header: full-width signs where YAML wants half-width ones. */
export interface Slip {
  /** Line of the text, from 1. */
  line: number;
  problem: string;
  remedy: string;
}

type Rule = readonly [pattern: RegExp, problem: string, remedy: string];

/** Nothing but a slip looks like this, wherever it stands. */
const sure: readonly Rule[] = [
  [/^[ -]*["']?[A-Za-z]\w*["']? *：/u, '冒号是全角的「：」', '换成半角冒号，后面空一格，例如 title: 青石'],
  [/^[ -]*　/u, '行首是全角空格', '删去，要缩进就打半角空格'],
];

/** These may be text; they are the cause where the line cannot be read. */
const likely: readonly Rule[] = [
  [/^[ -]*["']?[A-Za-z]\w*["']?:[^\s:/]/u, '冒号后面没有空格', '空一格再写，例如 title: 青石'],
  [/:\s*\[?\s*[“”‘’＂]|[“”‘’＂]\s*(?:[,，\]]|$)/u, '引号是弯的或者全角的', '换成英文双引号 "'],
  [/["'\]]\s*[，、；]/u, '用「，」「、」分开列表', '换成半角逗号 , '],
  [/:\s*[【［〔]/u, '方括号是全角的', '换成半角的 [ ]'],
  [/^[^"']*: [^"'[{|>].*: /u, '文字里有冒号', '用英文双引号把整段文字括起来'],
  [/: *[@`%]/u, '文字用「@」「`」「%」开头', '用英文双引号把整段文字括起来'],
];

const slipOn = (line: string, rules: readonly Rule[]) => rules.find(([pattern]) => pattern.test(line));

/** The slip that makes a place unreadable: on its line, or on the one before, which may have swallowed it. */
export function slipNear(text: string, line: number): Slip | undefined {
  const lines = text.split('\n');
  for (const at of [line, line - 1]) {
    const found = slipOn(lines[at - 1] ?? '', [...sure, ...likely]);
    if (found) return { line: at, problem: found[1], remedy: found[2] };
  }
  return undefined;
}

/** Slips that are none of the text. */
export function slipsIn(text: string): Slip[] {
  return text.split('\n').flatMap((line, index) => {
    const found = slipOn(line, sure);
    return found ? [{ line: index + 1, problem: found[1], remedy: found[2] }] : [];
  });
}

/** A comma of Chinese writing where a list is to be parted. */
export const listComma = /[，、；]/u;
/** “text” as a whole: the quotes were meant for the file, not for readers. */
export const quotedWhole = /^[“‘][^“”‘’]*[”’]$/u;

/** What opens and closes a header, where it is not three half-width hyphens. */
export const badFence = /^[ \t　]*(?:[—–－﹣−‐-]{2,}|\.{3})[ \t　]*$/u;
