/** A character that may not stand in what is written, and what to do about it. */
export interface Stray {
  index: number;
  isUnseen: boolean;
  problem: string;
  remedy: string;
}

interface Kind {
  pattern: RegExp;
  /** Stands after 有. */
  what: string;
  remedy: string | ((character: string) => string);
  /** It cannot be seen; what the rest of the file is read with in its place. */
  unseen?: '' | ' ';
}

const again = '删去，或重新打一遍这一行';
const usual = (character: string) => character.normalize('NFKC');

/** By what Unicode says of a character, the first kind that fits: no list of single ones, so that the next one is known too. */
const kinds: readonly Kind[] = [
  { pattern: /\p{RGI_Emoji}|\p{Emoji_Presentation}/v, what: '表情符号', remedy: '删去，用文字说' },
  {
    pattern: /\p{Radical}|[\u31C0-\u31EF]|[[\uF900-\uFAFF\u{2F800}-\u{2FA1F}]--\p{Unified_Ideograph}]/v,
    what: '样子像汉字、其实不是的字',
    remedy: (character) => (usual(character) === character ? '换成普通的汉字' : `换成普通的「${usual(character)}」`),
  },
  {
    pattern: /[[\p{Nd}\p{No}]--[0-9]]/v,
    what: '不是半角的数字',
    remedy: (character) => (/^\d+$/.test(usual(character)) ? `换成半角的 ${usual(character)}` : '用半角数字或者汉字写'),
  },
  {
    pattern: /[\uFF21-\uFF3A\uFF41-\uFF5A\uFB00-\uFB06]/v,
    what: '不是半角的字母',
    remedy: (character) => `换成半角的 ${usual(character)}`,
  },
  { pattern: /[\p{Zs}--[ \u3000]]/v, what: '特殊的空格', remedy: '换成普通空格，或删去', unseen: ' ' },
  { pattern: /[\p{Zl}\p{Zp}]/v, what: '看不见的换行', remedy: '删去，要换行就按回车', unseen: ' ' },
  { pattern: /[\p{Co}]/v, what: '自造的字，别的电脑上看不到', remedy: '换成通用的字', unseen: '' },
  { pattern: /[\p{Cn}\p{Cs}\uFFFC\uFFFD]/v, what: '乱码，原来的字丢了', remedy: '照原文重新打一遍', unseen: '' },
  { pattern: /\p{Bidi_Control}/v, what: '看不见的记号，会把文字倒过来', remedy: again, unseen: '' },
  { pattern: /[\p{Cc}--[\n\t]]/v, what: '看不见的控制字符', remedy: again, unseen: '' },
  { pattern: /[[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]]/v, what: '看不见的字符', remedy: again, unseen: '' },
];
/** One class of all of them is found quickly; whole signs are made of several characters and are looked at where it finds one. */
const suspect =
  /[\p{Extended_Pictographic}\p{Emoji_Presentation}\p{Radical}\u31C0-\u31EF\uF900-\uFB06\uFF21-\uFF3A\uFF41-\uFF5A\u{2F800}-\u{2FA1F}[[\p{Nd}\p{No}]--[0-9]][[\p{Z}]--[ \u3000]][[\p{C}\p{Default_Ignorable_Code_Point}]--[\n\t]]\uFFFC\uFFFD\u2800]/gv;
const whole = kinds.map(({ pattern, ...kind }) => ({ ...kind, at: new RegExp(pattern.source, 'vy') }));

function* found(text: string): Generator<{ index: number; character: string; kind: Omit<Kind, 'pattern'> }> {
  for (let index = 0; ;) {
    suspect.lastIndex = index;
    const next = suspect.exec(text);
    if (!next) return;
    index = next.index;
    const length = index;
    for (const { at, ...kind } of whole) {
      at.lastIndex = index;
      const character = at.exec(text)?.[0];
      if (character === undefined) continue;
      yield { index, character, kind };
      index += character.length;
      break;
    }
    if (index === length) index += next[0].length;
  }
}

/** Every character that may not stand in a text. Tabs and line ends may. */
export function straysIn(text: string): Stray[] {
  return Array.from(found(text), ({ index, character, kind: { what, remedy, unseen } }) => ({
    index,
    isUnseen: unseen !== undefined,
    problem: `有${what}（${unseen === undefined ? `「${character}」` : ''}${codeOf(character)}）`,
    remedy: typeof remedy === 'string' ? remedy : remedy(character),
  }));
}

/** The text without those that cannot be seen, as it is read on with. */
export function withoutUnseen(text: string): string {
  let read = '';
  let from = 0;
  for (const { index, character, kind } of found(text)) {
    read += text.slice(from, index) + (kind.unseen ?? character);
    from = index + character.length;
  }
  return read + text.slice(from);
}

/** U+200B */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
