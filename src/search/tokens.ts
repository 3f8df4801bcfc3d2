/** One step of a text (单位): a character (Chinese, Korean, Japanese), a number by its value, or a run of Latin letters. */
export interface Token {
  /** Folded: 乌, 20000, toilet. */
  text: string;
  kind: 'han' | 'number' | 'latin';
  /** Stands directly after the token before it. */
  joined: boolean;
  /** Where it stands in the text as it was written. */
  start: number;
  end: number;
}

/** Traditional → simplified; whatever it does not know stays. */
export type Simplify = (character: string) => string;
export const asWritten: Simplify = (character) => character;

const tones = /[\u0300-\u036f]/gu;

/** Width, case, tone marks and variants folded; numbers by value however they are written: 两万 = 20,000 = ２万. */
export function tokensOf(text: string, simplify: Simplify = asWritten): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    if (isCommon(character)) {
      tokens.push({
        text: simplify(character),
        kind: 'han',
        joined: tokens[tokens.length - 1]?.end === start,
        start,
        end: at,
      });
      continue;
    }
    const folded = simplify(character.normalize('NFKD').replaceAll(tones, '').toLowerCase().normalize('NFC'));
    const kind = kindOf(folded);
    if (kind === undefined) continue;
    const last = tokens[tokens.length - 1];
    const joined = last?.end === start;
    const goesOn = joined && kind !== 'han' && last.kind === kind;
    if (goesOn) {
      last.text += folded;
      last.end = at;
    } else tokens.push({ text: folded, kind, joined, start, end: at });
  }
  return byValue(tokens, text);
}

/** Most characters need no folding: the basic ones of Chinese. */
const isCommon = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';

function kindOf(character: string): Token['kind'] | undefined {
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}〇]$/u.test(character)) return 'han';
  if (/^\d+$/u.test(character)) return 'number';
  return /^[a-zü]+$/u.test(character) ? 'latin' : undefined;
}

const digits = new Map(Array.from('零一二三四五六七八九', (c, value) => [c, value]));
digits.set('〇', 0).set('两', 2);
const scales = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const myriads = new Map([
  ['万', 1e4],
  ['亿', 1e8],
]);

/** Joins the parts of a number: 254 . 5 万 → 2545000, 二十五 → 25. A 万 with no number before it stays (万昌). */
function byValue(tokens: readonly Token[], text: string): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length;) {
    const first = tokens[i] as Token;
    let end = i + 1;
    let value: number | undefined;
    if (first.kind === 'number') {
      let figure = first.text;
      for (let next = tokens[end]; next?.kind === 'number'; next = tokens[end]) {
        const between = text.slice((tokens[end - 1] as Token).end, next.start).normalize('NFKC');
        if (between === '.' && !figure.includes('.')) figure += `.${next.text}`;
        else if (between === ',' && next.text.length === 3) figure += next.text;
        else break;
        end++;
      }
      value = Number(figure);
    } else if (digits.has(first.text) || first.text === '十') {
      [value, end] = chineseNumber(tokens, i);
    }
    if (value === undefined) {
      out.push(first);
      i++;
      continue;
    }
    for (
      let next = tokens[end];
      next?.joined && (myriads.has(next.text) || scales.has(next.text));
      next = tokens[end]
    ) {
      value *= myriads.get(next.text) ?? scales.get(next.text) ?? 1;
      end++;
    }
    const shown = String(Math.round(value * 1e4) / 1e4);
    out.push({ ...first, text: shown, kind: 'number', end: (tokens[end - 1] as Token).end });
    i = end;
  }
  return out;
}

/** 二十五 → 25, 二〇二〇 → 2020; 十三五 is 13 and then 5. */
function chineseNumber(tokens: readonly Token[], from: number): [value: number, end: number] {
  let total = 0;
  let digit: number | undefined;
  let end = from;
  let scaled = false;
  for (; end < tokens.length; end++) {
    const token = tokens[end] as Token;
    if (end > from && !token.joined) break;
    const one = digits.get(token.text);
    const scale = scales.get(token.text);
    if (one !== undefined) {
      if (digit !== undefined && scaled) break;
      digit = digit === undefined ? one : digit * 10 + one;
    } else if (scale !== undefined && (digit !== undefined || scale === 10)) {
      total += (digit ?? 1) * scale;
      digit = undefined;
      scaled = true;
    } else break;
  }
  return [total + (digit ?? 0), end];
}
